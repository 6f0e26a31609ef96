#include <unistd.h>

#include <memory>

#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/words.h"

namespace sekisho {
namespace {

// The words of a list, translated, joined by commas.
template <typename Word>
std::string Join(const std::vector<std::string>& words, Language language, const Word& word) {
  return absl::StrJoin(words, ", ", [&](std::string* out, const std::string& each) {
    *out += word(each, language);
  });
}

std::string List(const MeasureCatalogue& catalogue, const Terminal& terminal, Language language) {
  Table table({
      {std::string(Phrase{"code", "番号", "코드"}.In(language)), false, Style::kBold},
      {std::string(Phrase{"name", "名称", "이름"}.In(language)), false, Style::kPlain, 24},
      {std::string(Phrase{"for", "対象", "대상"}.In(language)), false, Style::kPlain, 10},
      {std::string(Phrase{"form", "形", "형태"}.In(language))},
      {std::string(Phrase{"due", "時期", "시기"}.In(language))},
      {std::string(Phrase{"again", "再実施", "재실시"}.In(language)), true},
  });
  for (const Measure& measure : catalogue.measures) {
    table.AddRow({measure.id, measure.name.In(language),
                  Join(measure.audience, language, AudienceWord),
                  Join(measure.form, language, MeasureFormWord),
                  DueWord(measure.recurrence.due, language), measure.recurrence.every});
  }
  return table.Render(terminal, 0);
}

Status Run(Language language) {
  const StatusOr<MeasureCatalogue> catalogue = LoadSoundMeasures();
  if (!catalogue.ok()) return catalogue.status();
  return PrintResult(List(*catalogue, InspectTerminal(STDOUT_FILENO), language));
}

}  // namespace

void AddMeasuresListCommand(Command parent, int* exit_code) {
  const auto language = std::make_shared<Language>(Language::kEnglish);
  const Command command = parent.AddSubcommand("list", "List the measures");
  AddLanguageOption(command, language.get());
  command.Footer("Example:\n  sekisho measures list --lang ja");
  command.Callback([language, exit_code] { *exit_code = ExitCodeOf(Run(*language)); });
}

}  // namespace sekisho
