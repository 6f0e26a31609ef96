#include <unistd.h>

#include <memory>

#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/table.h"
#include "cli/vet_loading.h"
#include "cli/words.h"
#include "core/time.h"
#include "diligence/posture.h"
#include "diligence/vet_words.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "What your organisation does about the measures that are nobody's single case: state, owner\n"
    "and evidence of each, from a file that you keep";

struct Arguments {
  std::string file;
  std::string as_of;
  std::string format = "table";
  Language language = Language::kEnglish;
};

std::string PosturePage(const Posture& posture, const MeasureCatalogue& measures,
                        const Terminal& terminal, Language language) {
  Page page(terminal, language);
  page.Title(posture.organisation + " (" + ShortTime(posture.as_of) + " UTC)");
  Table table({{"", false, Style::kPlain, 0},
               {"", false, Style::kPlain, 0},
               {"", false, Style::kPlain, 20},
               {"", false, Style::kPlain, 10},
               {"", false, Style::kDim, 10}});
  for (const PostureEntry& one : posture.entries) {
    std::string state = VetWord(one.state, language);
    if (one.overdue) {
      state += Phrase{" (due again)", "（再実施時期）", "(다시 할 때)"}.In(language);
    }
    std::string name;
    for (const Measure& measure : measures.measures) {
      if (measure.id == one.measure) name = measure.name.In(language);
    }
    table.AddRow({one.measure, state, name, one.owner,
                  one.reason.empty() ? absl::StrJoin(one.evidence, ", ") : one.reason});
  }
  return page.text() + table.Render(terminal, 2);
}

Status Run(const Arguments& arguments) {
  std::optional<int64_t> as_of;
  if (!arguments.as_of.empty()) {
    const StatusOr<int64_t> time = ParseTime(arguments.as_of);
    if (!time.ok()) return InvalidInput("--as-of: write 2026-04-01T09:00:00+09:00");
    as_of = *time;
  }
  const StatusOr<MeasureCatalogue> measures = LoadSoundMeasures();
  if (!measures.ok()) return measures.status();
  const StatusOr<std::string> text = ReadSmallFile(arguments.file);
  if (!text.ok()) return text.status();
  const PostureLoad load = ReadPosture(arguments.file, *text, *measures, as_of);
  PrintDiagnostics(load.problems);
  PrintDiagnostics(load.remarks);
  if (!load.posture) {
    return InvalidInput(arguments.file + " was not read; docs/vetting.md explains the format");
  }
  return PrintResult(arguments.format == "json"
                         ? PostureJson(*load.posture, *measures, arguments.language)
                         : PosturePage(*load.posture, *measures, InspectTerminal(STDOUT_FILENO),
                                       arguments.language));
}

}  // namespace

void AddPostureCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("posture", kHelp);
  command.AddOption("FILE", &arguments->file, "The file (docs/vetting.md)")
      .Required()
      .OptionText(" ");
  command.AddOption("--as-of", &arguments->as_of, "The time to judge for, in place of the file's")
      .OptionText("TIME");
  command.AddOption("--format", &arguments->format, "table (for people) or json (for programs)")
      .IsMember({"table", "json"})
      .OptionText("FORMAT");
  AddLanguageOption(command, &arguments->language);
  command.Footer("Example:\n  sekisho posture posture.json");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Run(*arguments)); });
}

}  // namespace sekisho
