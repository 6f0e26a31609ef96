#include <unistd.h>

#include <map>
#include <memory>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "service/coverage.h"

namespace sekisho {
namespace {

constexpr size_t kDetailIndent = 6;   // under the name
constexpr size_t kValueColumns = 24;  // lists of names are longer; `rules explain` shows them

struct Arguments {
  RuleChoice rules;
  Language language = Language::kEnglish;
  bool coverage = false;
  std::string format = "table";
};

std::string Properties(const std::vector<Coverage>& all, const Terminal& terminal,
                       Language language) {
  Table table({
      {std::string(Phrase{"code", "番号", "코드"}.In(language)), false, Style::kBold},
      {std::string(Phrase{"name", "名称", "이름"}.In(language)), false, Style::kPlain, 20},
      {std::string(Phrase{"evidence", "証拠の種類", "증거 종류"}.In(language)), false,
       Style::kPlain, 11},
      {std::string(Phrase{"grade", "程度", "등급"}.In(language))},
      {std::string(Phrase{"sensitivity", "配慮", "민감도"}.In(language))},
      {std::string(Phrase{"status", "判定", "판정"}.In(language)), false, Style::kPlain, 12},
  });
  for (const Coverage& coverage : all) {
    const Indicator* const indicator = coverage.indicator;
    table.AddRow({indicator->id, indicator->name.In(language),
                  EvidenceClassWord(indicator->evidence_class, language),
                  GradeWord(indicator->grade, language),
                  SensitivityWord(indicator->sensitivity, language),
                  StatusWord(indicator->status, language)});
  }
  return table.Render(terminal, 0);
}

std::string Parameters(const std::vector<Coverage>& all, const Terminal& terminal,
                       Language language) {
  Table table({
      {std::string(Phrase{"parameter", "パラメータ", "매개변수"}.In(language)), false,
       Style::kBold},
      {std::string(Phrase{"value", "値", "값"}.In(language)), true},
      {std::string(Phrase{"unit", "単位", "단위"}.In(language)), false, Style::kPlain, 20},
  });
  for (const Coverage& coverage : all) {
    const Indicator* const indicator = coverage.indicator;
    for (const IndicatorParameter& parameter : indicator->parameters) {
      table.AddRow({indicator->id + "." + parameter.name, Fit(parameter.value, kValueColumns),
                    parameter.unit});
    }
  }
  return table.empty() ? "" : "\n" + table.Render(terminal, 0);
}

// "facts: network.address, …", wrapped.
std::string Named(const Phrase& what, const std::vector<std::string>& names, const char* between,
                  const Terminal& terminal, Language language) {
  if (names.empty()) return "";
  return Paint(terminal, Style::kDim,
               WrapIndented(std::string(what.In(language)) + absl::StrJoin(names, between),
                            terminal.columns, kDetailIndent));
}

std::string Details(const Coverage& coverage, const Terminal& terminal, Language language) {
  const auto named = [&](const Phrase& what, const std::vector<std::string>& names) {
    return Named(what, names, ", ", terminal, language);
  };
  std::string text = named({"events: ", "イベント：", "이벤트: "}, coverage.events) +
                     named({"fields: ", "項目：", "항목: "}, coverage.fields) +
                     named({"facts: ", "算出値：", "산출값: "}, coverage.facts) +
                     named({"history: ", "履歴：", "이력: "}, coverage.history);
  std::vector<std::string> needs;
  for (const LocalText& need : coverage.indicator->needs) needs.push_back(need.In(language));
  text += Named({"needs: ", "必要なもの：", "필요한 것: "}, needs, " ", terminal, language);
  if (!text.empty()) text.pop_back();  // the table ends its lines itself
  return text;
}

// "computed 98 · by people 20 · 135 in all, 612 cases".
std::string Counts(const std::vector<Coverage>& all, const Terminal& terminal, Language language) {
  std::map<std::string_view, size_t> by_status;
  size_t cases = 0;
  for (const Coverage& coverage : all) {
    ++by_status[coverage.indicator->status];
    cases += coverage.case_count();
  }
  std::string text;
  for (const std::string_view status : AllStatuses()) {
    if (by_status[status] == 0) continue;
    text += StatusWord(status, language) + " " + GroupedNumber(by_status[status]) + " · ";
  }
  text += absl::Substitute(
      ToAbsl(
          Phrase{"$0 in all, $1 cases", "合計 $0、テスト事例 $1", "합계 $0, 사례 $1"}.In(language)),
      GroupedNumber(all.size()), GroupedNumber(cases));
  return "\n" + WrapIndented(text, terminal.columns, 0);
}

std::string WholeTable(const std::vector<Coverage>& all, const Terminal& terminal,
                       Language language) {
  Table table({
      {std::string(Phrase{"code", "番号", "코드"}.In(language)), false, Style::kBold},
      {std::string(Phrase{"name", "名称", "이름"}.In(language)), false, Style::kPlain, 20},
      {std::string(Phrase{"status", "判定", "판정"}.In(language)), false, Style::kPlain, 12},
      {std::string(Phrase{"evidence", "証拠の種類", "증거 종류"}.In(language)), false,
       Style::kPlain, 11},
      {std::string(Phrase{"grade", "程度", "등급"}.In(language))},
      {std::string(Phrase{"sensitivity", "配慮", "민감도"}.In(language))},
      {std::string(Phrase{"cases", "事例", "사례"}.In(language)), true},
  });
  for (const Coverage& coverage : all) {
    const Indicator& indicator = *coverage.indicator;
    table.AddRow({indicator.id, indicator.name.In(language), StatusWord(indicator.status, language),
                  EvidenceClassWord(indicator.evidence_class, language),
                  GradeWord(indicator.grade, language),
                  SensitivityWord(indicator.sensitivity, language),
                  GroupedNumber(coverage.case_count())});
    if (std::string details = Details(coverage, terminal, language); !details.empty()) {
      table.AddLine(std::move(details));
    }
  }
  return table.Render(terminal, 0) + Counts(all, terminal, language);
}

Status List(const Arguments& arguments) {
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);
  if (!loaded.ok()) return loaded.status();
  const std::vector<Coverage> all = CoverageOf(*loaded);
  if (arguments.format == "ndjson") {
    std::string lines;
    for (const Coverage& coverage : all) lines += CoverageLine(coverage);
    return PrintResult(lines);
  }
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  if (arguments.coverage) return PrintResult(WholeTable(all, terminal, arguments.language));
  return PrintResult(Properties(all, terminal, arguments.language) +
                     Parameters(all, terminal, arguments.language));
}

}  // namespace

void AddRulesListCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  arguments->rules.cases = true;
  const Command command = parent.AddSubcommand("list", "List the indicators and their parameters");
  AddRulePaths(command, &arguments->rules);
  AddSetOption(command, &arguments->rules);
  AddLanguageOption(command, &arguments->language);
  command.AddFlag("--coverage", &arguments->coverage,
                  "The whole catalogue: what each indicator looks at or needs, its cases, and how "
                  "many there are of each status");
  command.AddOption("--format", &arguments->format, "table (for people) or ndjson (for programs)")
      .IsMember({"table", "ndjson"})
      .OptionText("FORMAT");
  command.Footer(
      "Examples:\n"
      "  sekisho rules list\n"
      "  sekisho rules list --coverage");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(List(*arguments)); });
}

}  // namespace sekisho
