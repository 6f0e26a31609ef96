#include <unistd.h>

#include <fstream>
#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "core/visible_text.h"
#include "dossier/bundle.h"

namespace sekisho {
namespace {

constexpr Phrase kStates[] = {{"ok", "一致", "일치"},
                              {"changed", "変更あり", "변경됨"},
                              {"missing", "欠落", "누락"},
                              {"extra", "余分", "추가됨"}};
constexpr Phrase kMember = {"member", "ファイル", "파일"};
constexpr Phrase kState = {"state", "状態", "상태"};
constexpr Phrase kSound = {"Every member is as the manifest says.",
                           "すべてのファイルが一覧と一致します。",
                           "모든 파일이 목록과 일치합니다."};
constexpr Phrase kUnsound = {"The bundle is not as it was made.", "作成時の内容と異なります。",
                             "만들어졌을 때와 다릅니다."};

struct Arguments {
  std::string file;
  Language language = Language::kEnglish;
};

StatusOr<std::string> ReadBundle(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  char part[1 << 16];
  while (file && bytes.size() <= kBundleBytesMax) {
    file.read(part, sizeof part);
    bytes.append(part, static_cast<size_t>(file.gcount()));
  }
  if (bytes.empty()) return InvalidInput(path + ": there is no such file, or it is empty");
  return bytes;
}

StatusOr<ExitCode> Run(const Arguments& arguments) {
  const StatusOr<std::string> bytes = ReadBundle(arguments.file);
  if (!bytes.ok()) return bytes.status();
  const StatusOr<BundleCheck> check = CheckBundle(*bytes);
  if (!check.ok()) {
    return InvalidInput(arguments.file + ": " + std::string(ToStd(check.status().message())));
  }
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  const auto say = [&](const Phrase& phrase) { return std::string(phrase.In(arguments.language)); };
  Table table({{say(kState)}, {say(kMember)}});
  for (const BundleCheck::Member& one : check->members) {
    table.AddRow({say(kStates[static_cast<size_t>(one.state)]), VisibleText(one.name)});
  }
  const std::string text =
      VisibleText(check->head.report) + " (" + VisibleText(check->head.recipient) + ", " +
      VisibleText(check->head.as_of) + ")\nmanifest.json SHA-256 " + check->manifest_sha256 + "\n" +
      table.Render(terminal, 2) + say(check->sound() ? kSound : kUnsound) + "\n";
  if (Status status = PrintResult(text); !status.ok()) return status;
  return check->sound() ? kDone : kFailed;
}

}  // namespace

void AddReportVerifyCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand(
      "verify", "Compare a bundle with its own manifest; status 1 when anything differs");
  command.AddOption("BUNDLE", &arguments->file, "A bundle of `sekisho report --bundle`")
      .Required()
      .OptionText(" ");
  AddLanguageOption(command, &arguments->language);
  command.Footer("Example:\n  sekisho report verify bundle.zip");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Run(*arguments)); });
}

}  // namespace sekisho
