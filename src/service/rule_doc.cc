#include "service/rule_doc.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "service/coverage.h"
#include "service/rule_words.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

constexpr char kHead[] =
    "<!-- Made by `sekisho rules doc`. Do not edit. -->\n"
    "# Indicators\n"
    "\n"
    "Published red flags that Sekisho looks for. One finding is one sign: a reason for a person "
    "to\n"
    "look again, never a judgement about anybody. Each indicator is one file in `indicators/`\n"
    "([format](indicator-format.md)); `sekisho rules explain CODE` prints the same in Japanese\n"
    "(`--lang ja`) and Korean (`--lang ko`), and `--set CODE.parameter=value` changes a parameter "
    "for\n"
    "one run.\n"
    "\n";

// Text in one cell of a table.
std::string Cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c == '\n' ? ' ' : c;
  }
  return cell;
}

// "98 computed, 7 needs list, …; 135 in all, 612 cases".
void AppendCounts(const std::vector<Coverage>& all, std::string* page) {
  *page += "| status | indicators |\n|---|---|\n";
  size_t cases = 0;
  for (const Coverage& coverage : all) cases += coverage.case_count();
  for (const std::string_view status : AllStatuses()) {
    const auto count = std::count_if(all.begin(), all.end(), [status](const Coverage& coverage) {
      return coverage.indicator->status == status;
    });
    if (count == 0) continue;
    *page += absl::Substitute("| $0 | $1 |\n", std::string(status), count);
  }
  *page += absl::Substitute("| in all | $0, with $1 cases |\n", all.size(), cases);
}

// The indicators of one family, which stand together in `all`.
void AppendOverview(const std::vector<const Coverage*>& family, std::string* page) {
  *page +=
      "\n| code | name | evidence | grade | sensitivity | status | cases |\n"
      "|---|---|---|---|---|---|---|\n";
  for (const Coverage* coverage : family) {
    const Indicator& indicator = *coverage->indicator;
    *page += absl::Substitute("| $0 | $1 | $2 | $3 | $4 | $5 | $6 |\n", indicator.id,
                              Cell(indicator.name.en), indicator.evidence_class, indicator.grade,
                              indicator.sensitivity, indicator.status, coverage->case_count());
  }
}

void AppendReads(const Coverage& coverage, std::string* page) {
  const auto append = [page](const char* title, const std::vector<std::string>& names) {
    if (!names.empty()) *page += absl::Substitute("$0: $1. ", title, absl::StrJoin(names, ", "));
  };
  if (coverage.events.empty()) return;
  *page += "\n";
  append("Events", coverage.events);
  append("Fields", coverage.fields);
  append("Facts", coverage.facts);
  append("From the account's history", coverage.history);
  page->back() = '\n';
}

// Why the default, and why no value above the greatest one.
std::string WhyOf(const IndicatorParameter& parameter) {
  if (parameter.max.empty()) return parameter.why;
  return absl::Substitute("$0 At most $1: $2", parameter.why, parameter.max, parameter.max_why);
}

void AppendParameters(const Indicator& indicator, std::string* page) {
  if (indicator.parameters.empty()) return;
  *page += "\n| parameter | default | unit | why |\n|---|---|---|---|\n";
  for (const IndicatorParameter& parameter : indicator.parameters) {
    *page += absl::Substitute("| `$0` | $1 | $2 | $3 |\n", parameter.name, parameter.default_value,
                              Cell(parameter.unit), Cell(WhyOf(parameter)));
  }
}

void AppendRules(const RuleSet& rules, size_t index, std::string* page) {
  const std::vector<RuleIndex> of_indicator = RulesOf(rules, index);
  if (of_indicator.empty()) return;
  *page += "\nThe rule:\n\n";
  for (const RuleIndex rule : of_indicator) {
    *page += absl::Substitute("* $0$1\n", RuleInWords(rules, rule, Language::kEnglish),
                              rules.rules[rule].generates ? " **→ finding**" : "");
  }
}

void AppendTexts(const char* title, const std::vector<LocalText>& texts, std::string* page) {
  if (texts.empty()) return;
  *page += absl::Substitute("\n$0:\n\n", title);
  for (const LocalText& text : texts) *page += absl::Substitute("* $0\n", text.en);
}

const char* NeedsTitle(const Indicator& indicator) {
  if (indicator.computed()) return "What the rule cannot see";
  if (indicator.status == "never") return "Why it is never used";
  return indicator.status == "background" ? "What it is good for" : "What is needed to evaluate it";
}

void AppendSources(const Indicator& indicator, std::string* page) {
  *page += "\nPublished in:\n\n";
  for (const IndicatorSource& source : indicator.sources) {
    *page += absl::Substitute("* $0 ($1), $2\n", source.document, source.date, source.place);
  }
}

void AppendIndicator(const RuleSet& rules, const Coverage& coverage, std::string* page) {
  const Indicator& indicator = *coverage.indicator;
  const size_t index = static_cast<size_t>(coverage.indicator - rules.indicators.data());
  *page += absl::Substitute("\n### $0 $1\n\n$2 · $3\n\n$4\n", indicator.id, indicator.name.en,
                            indicator.name.ja, indicator.name.ko, indicator.meaning.en);
  AppendRules(rules, index, page);
  AppendReads(coverage, page);
  AppendParameters(indicator, page);
  AppendTexts(NeedsTitle(indicator), indicator.needs, page);
  AppendSources(indicator, page);
  AppendTexts("Harmless reasons", indicator.false_positives, page);
  AppendTexts("What clears it", indicator.what_clears, page);
  if (!indicator.measures.empty()) {
    *page += absl::Substitute("\nMeasures: $0\n", absl::StrJoin(MeasureCodes(indicator), ", "));
  }
  if (!indicator.same_cause_as.empty()) {
    *page += absl::Substitute("\nOften one and the same cause as: $0\n",
                              absl::StrJoin(indicator.same_cause_as, ", "));
  }
}

}  // namespace

std::string IndicatorsPage(const LoadResult& loaded) {
  const std::vector<Coverage> all = CoverageOf(loaded);
  std::string page = kHead;
  AppendCounts(all, &page);
  for (size_t begin = 0; begin < all.size();) {
    const std::string_view family = FamilyOf(all[begin].indicator->id).name.en;
    std::vector<const Coverage*> members;
    size_t end = begin;
    for (; end < all.size() && FamilyOf(all[end].indicator->id).name.en == family; ++end) {
      members.push_back(&all[end]);
    }
    page += absl::Substitute("\n## $0\n", std::string(family));
    AppendOverview(members, &page);
    for (const Coverage* member : members) AppendIndicator(loaded.rules, *member, &page);
    begin = end;
  }
  return page;
}

std::optional<DiagnosticText> FindDiagnosticText(std::string_view code) {
  if (code.size() < 3 || (code[0] | 0x20) != 's' || (code[1] | 0x20) != 'k') return std::nullopt;
  uint16_t number = 0;
  const std::from_chars_result end =
      std::from_chars(code.data() + 2, code.data() + code.size(), number);
  if (end.ec != std::errc() || end.ptr != code.data() + code.size()) return std::nullopt;
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    if (static_cast<uint16_t>(spec.code) != number) continue;
    return DiagnosticText{CodeText(spec.code), std::string(spec.title), std::string(spec.help)};
  }
  return std::nullopt;
}

}  // namespace sekisho
