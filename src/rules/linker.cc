#include "rules/linker.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "core/limits.h"
#include "core/schema.h"
#include "core/suggestion.h"
#include "rules/correlation_link.h"
#include "rules/detection_program.h"
#include "rules/version.h"

namespace sekisho {
namespace {

// A filter is copied into each of its rules; the sum of these copies is bounded.
constexpr size_t kFilterTestsMax = 16 * limits::kProgramTestsMax;

class Linker {
 public:
  Linker(std::vector<SourceRule>* rules, std::vector<SourceFilter>* filters, DiagnosticSink* sink,
         FieldChecker* fields, RuleSet* out)
      : rules_(*rules), filters_(*filters), sink_(sink), fields_(fields), out_(out) {}

  void Run() {
    CollectNames();
    for (SourceFilter& filter : filters_) ApplyFilter(&filter);
    for (SourceRule& rule : rules_) CheckReachable(&rule);
    inputs_ = ResolveInputs(&rules_, names_, sink_);
    levels_ = OrderCorrelations(&rules_, inputs_, sink_);
    for (size_t i = 0; i < rules_.size(); ++i) {
      if (rules_[i].correlation && !rules_[i].failed) {
        CheckCorrelationFields(&rules_[i], inputs_[i], rules_, sink_, fields_);
      }
    }
    SpreadFailures(&rules_, inputs_, sink_);
    Build();
  }

 private:
  void AddName(const std::string& name, size_t index) {
    if (name.empty()) return;
    const auto [found, added] = names_.emplace(name, index);
    if (added) return;
    const SourcePlace& other = rules_[found->second].place;
    sink_->Report(Sk::kDuplicateName, rules_[index].place,
                  "the name or id \"" + name + "\" is taken by the rule at " + other.file + ":" +
                      std::to_string(other.line));
    rules_[index].failed = true;
  }

  void CollectNames() {
    for (size_t i = 0; i < rules_.size(); ++i) {
      AddName(rules_[i].name, i);
      if (rules_[i].alias != rules_[i].name) AddName(rules_[i].alias, i);
    }
    // Rules without name and id cannot be referred to, but findings must name them.
    for (size_t i = 0; i < rules_.size(); ++i) {
      SourceRule& rule = rules_[i];
      if (!rule.name.empty()) continue;
      rule.name = rule.place.file + ":" + std::to_string(rule.place.line);
      while (!names_.emplace(rule.name, i).second) rule.name += "+";
    }
  }

  static bool Covers(const LogSource& filter, const LogSource& rule) {
    return (filter.product.empty() || filter.product == rule.product) &&
           (filter.category.empty() || filter.category == rule.category) &&
           (filter.service.empty() || filter.service == rule.service);
  }

  void ApplyFilter(SourceFilter* filter) {
    if (filter->failed) return;
    for (const PlacedText& name : filter->rules) {
      const auto found = names_.find(name.text);
      if (found == names_.end()) {
        ReportUnknownRule(name, names_, sink_);
        filter->failed = true;
        continue;
      }
      SourceRule& rule = rules_[found->second];
      if (rule.correlation) {
        sink_->Report(Sk::kFilterTarget, name.place,
                      "\"" + name.text + "\" is a correlation; filters apply to detections");
        filter->failed = true;
      } else if (!Covers(filter->source, rule.source)) {
        sink_->Report(Sk::kFilterLogsource, name.place,
                      "the filter and the rule \"" + name.text +
                          "\" have different log sources; "
                          "the filter is not applied");
      } else if (rule.detection) {
        AddCondition(*filter, &rule);
      }
    }
  }

  void AddCondition(const SourceFilter& filter, SourceRule* rule) {
    filter_tests_ += filter.tests;
    if (filter_tests_ > kFilterTestsMax) {
      if (filter_tests_ - filter.tests <= kFilterTestsMax) {
        sink_->Report(
            Sk::kProgramSize, filter.place,
            "filters add more than " + std::to_string(kFilterTestsMax) + " tests to their rules");
      }
      rule->failed = true;
      return;
    }
    if (rule->not_evaluated.empty()) {
      rule->not_evaluated = filter.not_evaluated;
      rule->not_evaluated_code = filter.not_evaluated_code;
    }
    std::vector<Expression> both;
    both.push_back(std::move(*rule->detection));
    both.push_back(filter.condition);
    rule->detection = Expression::All(std::move(both));
    rule->canonical += "\nfilter " + filter.version;
  }

  // A rule for our own events that none of them can match is a mistake.
  void CheckReachable(SourceRule* rule) {
    const bool own = rule->source.product.empty() || rule->source.product == "sekisho";
    if (sink_->foreign() || !own || rule->failed || !rule->detection) return;
    if (!rule->not_evaluated.empty()) return;
    FieldTable scratch;
    const DetectionProgram program(*rule->detection, &scratch);
    std::set<std::string_view> categories;
    for (const EventTypeSpec& spec : AllEventTypes()) {
      const std::string_view category = spec.type.substr(0, spec.type.find('.'));
      categories.insert(category);
      const bool seen = rule->source.service.empty() &&
                        (rule->source.category.empty() || rule->source.category == category);
      if (seen && program.JudgeType(spec.type).may_match) return;
    }
    std::string suggestion;
    if (categories.count(rule->source.category) == 0 && !rule->source.category.empty()) {
      suggestion = DidYouMean(rule->source.category, {categories.begin(), categories.end()});
    }
    sink_->Report(Sk::kNeverMatches, rule->place,
                  "no event type of the schema can match this detection with its logsource",
                  suggestion);
    rule->failed = true;
  }

  // Sigma: the inputs of a correlation give findings of their own only where `generate` says so.
  // What another file builds on is an indicator in its own right and goes on.
  std::vector<bool> FindGenerating() const {
    std::vector<bool> silenced(rules_.size());
    std::vector<bool> kept(rules_.size());
    for (size_t i = 0; i < rules_.size(); ++i) {
      if (!rules_[i].correlation) continue;
      for (const size_t input : inputs_[i]) {
        if (input == kNoRule) continue;
        const bool other_indicator =
            rules_[input].indicator && rules_[input].file != rules_[i].file;
        if (!other_indicator) silenced[input] = true;
        if (rules_[i].correlation->generate) kept[input] = true;
      }
    }
    std::vector<bool> generating(rules_.size());
    for (size_t i = 0; i < rules_.size(); ++i) generating[i] = !silenced[i] || kept[i];
    return generating;
  }

  void Build() {
    const std::vector<bool> generating = FindGenerating();
    std::vector<RuleIndex> index(rules_.size());
    for (size_t i = 0; i < rules_.size(); ++i) {
      if (rules_[i].failed) continue;
      index[i] = static_cast<RuleIndex>(out_->rules.size());
      out_->rules.push_back(NewRule(rules_[i], generating[i]));
    }
    for (size_t i = 0; i < rules_.size(); ++i) {
      if (!rules_[i].failed && rules_[i].correlation) {
        out_->rules[index[i]].body =
            BuildCorrelation(rules_[i], inputs_[i], rules_, index, levels_[i], &out_->fields);
      }
    }
    if (out_->fields.size() >= kNoField) {
      sink_->Report(Sk::kTooManyFields, {},
                    "the rules read more than " + std::to_string(kNoField - 1) + " fields");
    }
    // Versions from the bottom up: a correlation's holds those of its inputs.
    for (int level = 1; level <= limits::kChainDepthMax; ++level) {
      for (Rule& rule : out_->rules) {
        const CorrelationRule* correlation = rule.correlation();
        if (correlation == nullptr || correlation->level != level) continue;
        rule.version = VersionOf(CanonicalCorrelation(*correlation, *out_));
      }
    }
  }

  Rule NewRule(const SourceRule& source, bool generates) {
    Rule rule;
    rule.name = source.name;
    rule.id = source.alias;
    rule.title = source.title;
    rule.place = source.place;
    rule.generates = generates;
    rule.not_evaluated = source.not_evaluated;
    rule.indicator = source.indicator;
    rule.grade = source.grade;
    if (rule.grade.empty() && rule.indicator) rule.grade = out_->indicators[*rule.indicator].grade;
    if (rule.grade.empty()) rule.grade = "flag";
    if (!source.detection) return rule;
    rule.version = VersionOf(source.canonical);
    DetectionRule detection;
    detection.source = source.source;
    if (source.not_evaluated.empty()) {
      detection.matcher =
          Matcher(std::make_shared<const DetectionProgram>(*source.detection, &out_->fields));
    }
    rule.body = std::move(detection);
    return rule;
  }

  std::vector<SourceRule>& rules_;
  std::vector<SourceFilter>& filters_;
  DiagnosticSink* sink_;
  FieldChecker* fields_;
  RuleSet* out_;
  RuleNames names_;
  size_t filter_tests_ = 0;
  std::vector<InputIndexes> inputs_;
  std::vector<int> levels_;
};

}  // namespace

void LinkRules(std::vector<SourceRule>* rules, std::vector<SourceFilter>* filters,
               DiagnosticSink* sink, FieldChecker* fields, RuleSet* out) {
  Linker(rules, filters, sink, fields, out).Run();
}

}  // namespace sekisho
