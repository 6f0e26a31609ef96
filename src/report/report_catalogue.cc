#include "report/report_catalogue.h"

#include <map>
#include <set>

#include "report/local_json.h"
#include "report/plain_text.h"
#include "service/assessment_words.h"
#include "service/coverage.h"
#include "service/evidence.h"
#include "service/explain.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

constexpr char kOwnRuleClass[] = "own_rule";
constexpr size_t kRuleWordsBytesMax = 600;  // of a rule in words

// Of a rule without an indicator.
std::string TitleOf(const Rule& rule) {
  return VisibleText(rule.title.empty() ? rule.name : rule.title);
}

// {"document": ["document", "書類", "서류"], …} of the words in use.
void WriteWords(std::string_view key, const std::set<std::string>& words, ReportWords::Word in,
                JsonWriter* json) {
  json->Key(key).BeginObject();
  for (const std::string& word : words) {
    WriteInEach([&](Language language) { return in(word, language); }, &json->Key(word));
  }
  json->EndObject();
}

class CatalogueWriter {
 public:
  CatalogueWriter(const ReportView& view, JsonWriter* json)
      : view_(view), rules_(view.loaded.rules), json_(json) {
    Count();
    NumberDocuments();
  }

  void Write() {
    Words();
    Documents();
    Measures();
    json_->Key("indicators").BeginArray();
    const std::vector<Coverage> coverage = CoverageOf(view_.loaded);  // ordered by id
    std::map<const Indicator*, const Coverage*> covered;
    for (const Coverage& one : coverage) covered[one.indicator] = &one;
    for (size_t i = 0; i < rules_.indicators.size(); ++i) {
      WriteIndicator(i, *covered[&rules_.indicators[i]]);
    }
    json_->EndArray().Key("rules").BeginArray();
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) WriteRule(rule);
    // Titles of the rules without an indicator: the kinds that come behind the indicators.
    json_->EndArray().Key("ownRules").BeginArray();
    for (RuleIndex index = 0; index < rules_.rules.size(); ++index) {
      const Rule& rule = rules_.rules[index];
      if (!rule.indicator) json_->Text(fired_[index] ? TitleOf(rule) : "");
    }
    json_->EndArray();
  }

 private:
  struct Tally {
    uint64_t findings = 0;
    uint64_t inputs = 0;
    uint64_t without_key = 0;
    std::string_view state;  // why it was not evaluated
    std::set<std::string_view> accounts;
    std::set<std::string> reasons;  // why rules of it are not evaluated
    std::vector<ListPart> lists;    // of which one is missing
  };

  void Count() {
    tallies_.resize(rules_.indicators.size());
    fired_.resize(rules_.rules.size());
    for (const RuleReport& line : view_.report.rules) {
      const Rule& rule = rules_.rules[line.rule];
      fired_[line.rule] = line.findings > 0;
      if (!rule.indicator) continue;
      Tally& tally = tallies_[*rule.indicator];
      tally.inputs += line.inputs;
      tally.without_key += line.without_key;
      tally.findings += line.findings;
      if (!rule.not_evaluated.empty()) tally.reasons.insert(rule.not_evaluated);
    }
    for (const NotEvaluated& one : view_.assessments.not_evaluated) {
      tallies_[one.indicator].state = ReasonName(one.reason);
      tallies_[one.indicator].lists = one.lists;
    }
    for (const NotEvaluated& one : view_.assessments.lists_wanted) {
      tallies_[one.indicator].lists = one.lists;
    }
    for (const Finding& finding : view_.report.findings) {
      const Rule& rule = rules_.rules[finding.rule];
      if (!rule.indicator) continue;
      tallies_[*rule.indicator].accounts.insert(finding.accounts.begin(), finding.accounts.end());
    }
  }

  void NumberDocuments() {
    for (size_t i = 0; i < rules_.indicators.size(); ++i) {
      if (tallies_[i].findings == 0) continue;
      for (const IndicatorSource& source : rules_.indicators[i].sources) {
        documents_.emplace(source.document, source.date);
      }
      for (const std::string& code : MeasureCodes(rules_.indicators[i])) measures_.insert(code);
    }
    if (view_.catalogue != nullptr) {
      for (const Measure& measure : view_.catalogue->measures) {
        if (!measures_.contains(measure.id)) continue;
        for (const MeasureSource& source : measure.sources) {
          documents_.emplace(source.document, source.date);
        }
      }
    }
    int64_t number = 0;
    for (const auto& [key, date] : documents_) document_numbers_[key] = number++;
  }

  void Words() {
    std::set<std::string> classes;
    std::set<std::string> grades;
    std::set<std::string> statuses;
    std::set<std::string> kinds;
    for (const Rule& rule : rules_.rules) {
      grades.insert(rule.grade);
      if (!rule.indicator) classes.insert(kOwnRuleClass);
    }
    for (const Indicator& indicator : rules_.indicators) {
      classes.insert(indicator.evidence_class);
      grades.insert(indicator.grade);
      statuses.insert(indicator.status);
    }
    for (const AccountGroup& group : view_.report.groups) {
      for (const AccountGroup::Link& link : group.links) kinds.insert(link.kind);
    }
    json_->Key("words").BeginObject();
    WriteWords("class", classes, view_.words.evidence_class, json_);
    WriteWords("grade", grades, view_.words.grade, json_);
    WriteWords("status", statuses, view_.words.status, json_);
    WriteWords("link", kinds, view_.words.link_kind, json_);
    AssessmentWords();
    json_->EndObject();
  }

  // Arrays by the numbers of the enumerations, and the reasons by name.
  void AssessmentWords() {
    json_->Key("level").BeginArray();
    for (size_t level = 0; level < kAssessmentLevels; ++level) {
      json_->BeginArray();
      for (const Language language : kPageLanguages) {
        json_->Text(view_.words.level(static_cast<AssessmentLevel>(level), language));
      }
      json_->EndArray();
    }
    json_->EndArray().Key("path").BeginArray();
    for (size_t path = 0; path <= static_cast<size_t>(AssessmentPath::kNothing); ++path) {
      WritePhrase(PathPhrase(static_cast<AssessmentPath>(path)), json_);
    }
    json_->EndArray().Key("reason").BeginObject();
    for (size_t reason = 0; reason <= static_cast<size_t>(NotEvaluatedReason::kPeople); ++reason) {
      json_->Key(ReasonName(static_cast<NotEvaluatedReason>(reason)));
      WritePhrase(ReasonPhrase(static_cast<NotEvaluatedReason>(reason)), json_);
    }
    json_->EndObject();
  }

  // [key, date, read, [title], publisher, address]
  void Documents() {
    json_->Key("documents").BeginArray();
    for (const auto& [key, date] : documents_) {
      const SourceDocument* document = nullptr;
      if (view_.catalogue != nullptr) {
        const auto found = view_.catalogue->documents.find(key);
        if (found != view_.catalogue->documents.end()) document = &found->second;
      }
      if (document != nullptr) {
        WriteDocument(key, date, *document, json_);
      } else {
        json_->BeginArray().Text(key).Text(date).EndArray();
      }
    }
    json_->EndArray();
  }

  // {"M09": {"name", "meaning", "steps", "evidence", "fairness", "sources"}}
  void Measures() {
    json_->Key("measures").BeginObject();
    if (view_.catalogue != nullptr) {
      for (const Measure& measure : view_.catalogue->measures) {
        if (measures_.contains(measure.id)) WriteMeasure(measure);
      }
    }
    json_->EndObject();
  }

  void WriteMeasure(const Measure& measure) {
    json_->Key(measure.id).BeginObject().Key("name");
    WriteText(measure.name, json_);
    json_->Key("meaning");
    WriteText(measure.meaning, json_);
    WriteTexts("steps", measure.steps, json_);
    WriteTexts("keep", measure.evidence, json_);
    json_->Key("fairness");
    WriteText(measure.fairness, json_);
    WriteSources(measure.sources);
    json_->EndObject();
  }

  template <typename Source>
  void WriteSources(const std::vector<Source>& sources) {
    json_->Key("sources").BeginArray();
    for (const Source& source : sources) {
      json_->BeginArray().Integer(document_numbers_[source.document]);
      WritePlace(source.place, view_.catalogue, json_);
      json_->Text(source.status_in_latest).EndArray();
    }
    json_->EndArray();
  }

  // found | quiet (looked at, nothing seen) | apart (no sign of single accounts: its status says
  // why) | a reason of service/assessing.h
  std::string_view StateOf(size_t index) const {
    const Tally& tally = tallies_[index];
    if (tally.findings > 0) return "found";
    if (!tally.state.empty()) return tally.state;
    return rules_.indicators[index].computed() ? "quiet" : "apart";
  }

  void WriteIndicator(size_t index, const Coverage& coverage) {
    const Indicator& indicator = rules_.indicators[index];
    const Tally& tally = tallies_[index];
    json_->BeginObject().Key("id").Text(indicator.id).Key("name");
    WriteText(indicator.name, json_);
    json_->Key("class").Text(indicator.evidence_class).Key("grade").Text(indicator.grade);
    json_->Key("sensitivity").Text(indicator.sensitivity).Key("status").Text(indicator.status);
    json_->Key("state").Text(StateOf(index));
    if (tally.without_key > 0) json_->Key("withoutKey").Count(tally.without_key);
    if (!tally.reasons.empty()) {
      json_->Key("reasons").BeginArray();
      for (const std::string& reason : tally.reasons) json_->Text(reason);
      json_->EndArray();
    }
    if (!tally.lists.empty()) {
      json_->Key("lists").BeginArray();
      for (const ListPart part : tally.lists) WritePhrase(ListPartPhrase(part), json_);
      json_->EndArray();
    }
    const bool list_missing = tally.state.starts_with("list_");
    if (tally.inputs == 0 && indicator.computed() && !list_missing) {
      json_->Key("events").BeginArray();
      for (const std::string& type : coverage.events) json_->Text(type);
      json_->EndArray();
    }
    if (!indicator.needs.empty()) WriteTexts("needs", indicator.needs, json_);
    if (tally.findings > 0) WriteFoundIndicator(indicator, tally);
    json_->EndObject();
  }

  void WriteFoundIndicator(const Indicator& indicator, const Tally& tally) {
    json_->Key("findings").Count(tally.findings).Key("accounts").Count(tally.accounts.size());
    json_->Key("meaning");
    WriteText(indicator.meaning, json_);
    WriteTexts("clears", indicator.what_clears, json_);
    WriteTexts("harmless", indicator.false_positives, json_);
    WriteSources(indicator.sources);
    json_->Key("measures").BeginArray();
    for (const std::string& code : MeasureCodes(indicator)) json_->Text(code);
    json_->EndArray();
  }

  void WriteRule(RuleIndex index) {
    if (!fired_[index]) {
      json_->Integer(0);
      return;
    }
    const Rule& rule = rules_.rules[index];
    const CorrelationRule* correlation = rule.correlation();
    json_->BeginObject().Key("indicator");
    if (rule.indicator) {
      json_->Count(*rule.indicator).Key("explain");
      WriteText(ExplainPattern(rules_, index), json_);
    } else {
      json_->Null().Key("title").Text(TitleOf(rule));
    }
    json_->Key("grade").Text(rule.grade);
    const bool counted = correlation != nullptr &&
                         correlation->type != CorrelationType::kTemporal &&
                         correlation->type != CorrelationType::kTemporalOrdered;
    json_->Key("counted").Boolean(counted).Key("fields").BeginArray();
    for (const std::string_view field : EvidenceFields(rules_, index)) json_->Text(field);
    json_->EndArray().Key("words").BeginArray();
    for (const Language language : kPageLanguages) {
      json_->Text(
          VisibleText(BeginningOf(RuleInWords(rules_, index, language), kRuleWordsBytesMax)));
    }
    json_->EndArray().EndObject();
  }

  const ReportView& view_;
  const RuleSet& rules_;
  JsonWriter* const json_;
  std::vector<Tally> tallies_;                    // by indicator
  std::vector<bool> fired_;                       // by rule
  std::set<std::string> measures_;                // of indicators with findings
  std::map<std::string, std::string> documents_;  // key → date, of these and those
  std::map<std::string, int64_t> document_numbers_;
};

}  // namespace

void WriteCatalogue(const ReportView& view, JsonWriter* json) {
  CatalogueWriter(view, json).Write();
}

}  // namespace sekisho
