#include <unistd.h>

#include <memory>

#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/page.h"
#include "cli/words.h"

namespace sekisho {
namespace {

struct Arguments {
  std::string code;
  RuleChoice rules;
  Language language = Language::kEnglish;
};

void AddHead(const Measure& measure, Page* page) {
  const Language language = page->language();
  page->Title(measure.id + " " + measure.name.In(language));
  std::vector<std::string> words;
  for (const std::string& word : measure.audience) words.push_back(AudienceWord(word, language));
  std::string line = absl::StrJoin(words, ", ") + " · ";
  words.clear();
  for (const std::string& word : measure.form) words.push_back(MeasureFormWord(word, language));
  page->Paragraph(line + absl::StrJoin(words, ", "));
  page->Heading({"Meaning", "意味", "의미"});
  page->Paragraph(measure.meaning.In(language));
}

void AddRecurrence(const Measure& measure, Page* page) {
  const Language language = page->language();
  page->Heading({"When", "時期", "시기"});
  std::string line = DueWord(measure.recurrence.due, language);
  if (!measure.recurrence.every.empty()) {
    line +=
        std::string(Phrase{", again after ", "、再実施の間隔 ", ", 재실시 간격 "}.In(language)) +
        measure.recurrence.every;
  }
  page->Item(line);
  page->Note(measure.recurrence.why);
  if (measure.contact_source != "independent") return;
  page->Item(Phrase{
      "Contact data comes from a register, a search, a directory or a known partner, never "
      "from the person or the papers to be verified.",
      "連絡先は、登記や検索、名簿、既知の取引先から得たものを使います。確認の対象となる本人や"
      "書類に記載されたものは使いません。",
      "연락처는 등기, 검색, 명부, 이미 아는 거래처에서 얻은 것을 씁니다. 확인 대상인 본인이나 "
      "서류에 적힌 것은 쓰지 않습니다."}
                 .In(language));
}

std::string MeasurePage(const MeasureCatalogue& catalogue, const Measure& measure,
                        const RuleSet& rules, Page page) {
  AddHead(measure, &page);
  page.Texts({"Steps", "手順", "절차"}, measure.steps);
  AddRecurrence(measure, &page);
  page.Texts({"Keep as evidence", "残す記録", "남길 기록"}, measure.evidence);
  page.Heading({"Fairness", "公平のために", "공정을 위하여"});
  page.Paragraph(measure.fairness.In(page.language()));
  std::vector<LocalText> contacts;
  for (const std::string& id : measure.contacts) {
    LocalText name = catalogue.contacts.at(id).name;
    for (std::string* text : {&name.en, &name.ja, &name.ko}) *text = id + " " + *text;
    contacts.push_back(std::move(name));
  }
  page.Texts({"Contacts (references/contacts.yml; confirm before use)",
              "連絡先（references/contacts.yml。利用前に確認してください）",
              "연락처(references/contacts.yml. 쓰기 전에 확인하십시오)"},
             contacts);
  page.Heading({"Recommended in", "出典", "출처"});
  for (const MeasureSource& source : measure.sources) {
    page.Item(source.document + " (" + source.date + "), " + source.place);
  }
  page.Codes({"Indicators that lead here", "関係する指標", "관련 지표"},
             IndicatorsOf(rules, measure.id));
  return page.text();
}

Status Explain(const Arguments& arguments) {
  const StatusOr<MeasureCatalogue> catalogue = LoadSoundMeasures();
  if (!catalogue.ok()) return catalogue.status();
  const StatusOr<size_t> index = FindMeasure(*catalogue, arguments.code);
  if (!index.ok()) return index.status();
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);
  if (!loaded.ok()) return loaded.status();
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  return PrintResult(MeasurePage(*catalogue, catalogue->measures[*index], loaded->rules,
                                 Page(terminal, arguments.language)));
}

}  // namespace

void AddMeasuresExplainCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("explain", "Say everything about one measure");
  command.AddOption("CODE", &arguments->code, "Code of a measure (M09)")
      .Required()
      .OptionText("CODE");
  AddLanguageOption(command, &arguments->language);
  command.Footer("Example:\n  sekisho measures explain M09 --lang ja");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Explain(*arguments)); });
}

}  // namespace sekisho
