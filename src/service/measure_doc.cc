#include "service/measure_doc.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/substitute.h"

namespace sekisho {
namespace {

constexpr char kHead[] =
    "<!-- Made by `sekisho measures doc`. Do not edit. -->\n"
    "# Measures\n"
    "\n"
    "Due-diligence steps that published notices recommend to platforms, payment services, clients\n"
    "and employers. They are asked of everybody in the same role alike, never of a hand-picked\n"
    "few. Each is one file in `measures/` ([format](measure-format.md)); `sekisho measures "
    "explain\n"
    "CODE` prints the same in Japanese (`--lang ja`) and Korean (`--lang ko`). Periods that no\n"
    "notice names are our choice, with the reason. Nothing here is legal advice.\n"
    "\n";

void AppendOverview(const MeasureCatalogue& catalogue, std::string* page) {
  *page += "| code | name | for | form | due | again after |\n|---|---|---|---|---|---|\n";
  for (const Measure& measure : catalogue.measures) {
    *page += absl::Substitute(
        "| $0 | $1 | $2 | $3 | $4 | $5 |\n", measure.id, measure.name.en,
        absl::StrJoin(measure.audience, ", "), absl::StrJoin(measure.form, ", "),
        absl::StrReplaceAll(measure.recurrence.due, {{"_", " "}}), measure.recurrence.every);
  }
}

void AppendTexts(const char* title, const char* bullet, const std::vector<LocalText>& texts,
                 std::string* page) {
  *page += absl::Substitute("\n$0:\n\n", title);
  for (const LocalText& text : texts) *page += absl::Substitute("$0 $1\n", bullet, text.en);
}

void AppendMeasure(const MeasureCatalogue& catalogue, const Measure& measure, std::string* page) {
  *page += absl::Substitute("\n## $0 $1\n\n$2 · $3\n\n$4\n", measure.id, measure.name.en,
                            measure.name.ja, measure.name.ko, measure.meaning.en);
  AppendTexts("Steps", "1.", measure.steps, page);
  const std::string again =
      measure.recurrence.every.empty() ? "" : ", again after " + measure.recurrence.every;
  *page += absl::Substitute("\nWhen: $0$1. $2\n",
                            absl::StrReplaceAll(measure.recurrence.due, {{"_", " "}}), again,
                            measure.recurrence.why);
  if (measure.contact_source == "independent") {
    *page +=
        "\nContact data must come from a register, a search, a directory or a known partner, never "
        "from the person or the papers to be verified.\n";
  }
  AppendTexts("Keep", "*", measure.evidence, page);
  *page += absl::Substitute("\nFairness: $0\n", measure.fairness.en);
  if (!measure.contacts.empty()) {
    *page += "\nContacts:\n\n";
    for (const std::string& id : measure.contacts) {
      *page += absl::Substitute("* $0 $1\n", id, catalogue.contacts.at(id).name.en);
    }
  }
  *page += "\nRecommended in:\n\n";
  for (const MeasureSource& source : measure.sources) {
    *page += absl::Substitute("* $0 ($1), $2\n", source.document, source.date, source.place);
  }
}

}  // namespace

std::string MeasuresPage(const MeasureCatalogue& catalogue) {
  std::string page = kHead;
  AppendOverview(catalogue, &page);
  for (const Measure& measure : catalogue.measures) {
    AppendMeasure(catalogue, measure, &page);
  }
  return page;
}

std::vector<std::string> IndicatorsOf(const RuleSet& rules, std::string_view measure) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : rules.indicators) {
    const bool names_it =
        std::any_of(indicator.measures.begin(), indicator.measures.end(),
                    [measure](const IndicatorMeasure& named) { return named.code == measure; });
    if (names_it) ids.push_back(indicator.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace sekisho
