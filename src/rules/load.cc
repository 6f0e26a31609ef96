#include "rules/load.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/limits.h"
#include "core/suggestion.h"
#include "rules/document_reader.h"
#include "rules/linker.h"
#include "rules/rule_files.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

class Loader {
 public:
  explicit Loader(const LoadRequest& request)
      : request_(request),
        sink_(request.foreign_fields),
        fields_(&sink_),
        overrides_(request.overrides) {}

  LoadResult Run() {
    for (const std::string& path : FindRuleFiles(request_.paths, &sink_)) {
      const std::optional<std::string> text = ReadYamlText(path, &sink_);
      if (text) {
        ReadFile(path, *text);
      } else {
        result_.file_status.push_back({path, 0, 0, 0});
      }
    }
    for (const RuleText& text : request_.texts) ReadFile(text.name, text.text);
    LinkRules(&rules_, &filters_, &sink_, &fields_, &result_.rules);
    CheckIndicators();
    if (request_.known) CheckReferences(*request_.known);
    ReportOverrides();
    ListRules();
    Finish();
    return std::move(result_);
  }

 private:
  void ReadFile(const std::string& name, const std::string& text) {
    const ReadRequest request{
        &sink_,        &fields_, &request_.placeholders, &overrides_, &regex_instructions_,
        request_.cases};
    const size_t errors = sink_.errors();
    FileContents contents = ReadRuleFile(name, text, request);
    const size_t file = result_.file_status.size();
    result_.file_status.push_back({name, contents.rules.size() + contents.filters.size(), 0, 0});
    std::optional<size_t> indicator;
    if (contents.indicator) {
      indicator = result_.rules.indicators.size();
      CheckDuplicate(*contents.indicator);
      result_.rules.indicators.push_back(std::move(*contents.indicator));
    } else if (contents.rules.empty() && contents.filters.empty() && sink_.errors() == errors) {
      sink_.Report(Sk::kNoRules, {name, 0, 0}, "the file holds no rule");
    }
    for (IndicatorCase& one : contents.cases) {
      one.indicator = indicator.value_or(0);
      result_.cases.push_back(std::move(one));
    }
    for (SourceRule& rule : contents.rules) {
      rule.file = file;
      rule.indicator = indicator;
      rules_.push_back(std::move(rule));
    }
    for (SourceFilter& filter : contents.filters) filters_.push_back(std::move(filter));
  }

  void CheckDuplicate(const Indicator& indicator) {
    for (const Indicator& other : result_.rules.indicators) {
      if (other.id != indicator.id || indicator.id.empty()) continue;
      sink_.Report(Sk::kIndicatorId, indicator.place,
                   "the id " + indicator.id + " is taken by the indicator at " + other.place.file +
                       ":" + std::to_string(other.place.line));
      return;
    }
  }

  void CheckIndicators() {
    for (size_t i = 0; i < result_.rules.indicators.size(); ++i) {
      const Indicator& indicator = result_.rules.indicators[i];
      if (!indicator.computed()) continue;
      const auto belongs = [i](const auto& rule) { return rule.indicator == i; };
      // Rules with errors have been reported; they are not missing.
      const bool any = std::any_of(rules_.begin(), rules_.end(), [&](const SourceRule& rule) {
        return belongs(rule) && rule.failed;
      });
      const bool generating =
          std::any_of(result_.rules.rules.begin(), result_.rules.rules.end(),
                      [&](const Rule& rule) { return belongs(rule) && rule.generates; });
      if (any || generating) continue;
      sink_.Report(Sk::kNoGeneratingRule, indicator.place,
                   "the indicator is `computed` but no rule of its file gives findings");
    }
  }

  void CheckReferences(const KnownReferences& known) {
    for (const Indicator& indicator : result_.rules.indicators) {
      for (const IndicatorSource& source : indicator.sources) CheckSource(source, known);
      for (const IndicatorMeasure& measure : indicator.measures) {
        if (known.measures.contains(measure.code)) continue;
        sink_.Report(Sk::kUnknownMeasure, measure.at, "there is no measure " + measure.code);
      }
    }
  }

  void CheckSource(const IndicatorSource& source, const KnownReferences& known) {
    const auto found = known.documents.find(source.document);
    if (found == known.documents.end()) {
      sink_.Report(Sk::kUnknownDocument, source.at,
                   "the document \"" + source.document + "\" is not in references/sources.yml");
    } else if (source.date != found->second) {
      sink_.Report(Sk::kUnknownDocument, source.at,
                   "the document " + source.document + " is of " + found->second +
                       " in references/sources.yml, not of " + source.date);
    }
  }

  void ReportOverrides() {
    std::vector<std::string> known;
    for (const Indicator& indicator : result_.rules.indicators) {
      for (const IndicatorParameter& parameter : indicator.parameters) {
        known.push_back(indicator.id + "." + parameter.name);
      }
    }
    const std::vector<std::string_view> names(known.begin(), known.end());
    for (const auto& [key, value] : overrides_) {
      sink_.Report(Sk::kOverrideUnknown, {"--set " + key, 0, 0},
                   "no loaded indicator has the parameter \"" + key + "\"", DidYouMean(key, names));
    }
  }

  template <typename Source>
  void ListRule(const Source& source, std::string name) {
    RuleStatus status{std::move(name), source.place, RuleState::kLoaded, ""};
    if (source.failed) {
      status.state = RuleState::kFailed;
    } else if (!source.not_evaluated.empty()) {
      status.state = RuleState::kNotEvaluated;
      status.code = source.not_evaluated_code;
    }
    result_.rule_status.push_back(std::move(status));
  }

  void ListRules() {
    for (const SourceRule& rule : rules_) ListRule(rule, rule.name);
    for (const SourceFilter& filter : filters_) ListRule(filter, filter.name);
  }

  // Diagnostics come from several passes; people read them file by file.
  void Finish() {
    std::map<std::string, size_t> order;
    for (size_t i = 0; i < result_.file_status.size(); ++i) {
      order.emplace(result_.file_status[i].name, i);
    }
    const auto rank = [&order](const Diagnostic& diagnostic) {
      const auto found = order.find(diagnostic.place.file);
      return found == order.end() ? order.size() : found->second;
    };
    result_.diagnostics = sink_.Take();
    std::stable_sort(result_.diagnostics.begin(), result_.diagnostics.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) {
                       return std::tuple(rank(a), a.place.line, a.place.column) <
                              std::tuple(rank(b), b.place.line, b.place.column);
                     });
    for (const Diagnostic& diagnostic : result_.diagnostics) {
      const size_t file = rank(diagnostic);
      if (file >= result_.file_status.size()) continue;
      FileStatus& status = result_.file_status[file];
      ++(diagnostic.severity == Severity::kError ? status.errors : status.warnings);
    }
  }

  const LoadRequest& request_;
  DiagnosticSink sink_;
  FieldChecker fields_;
  std::map<std::string, std::string> overrides_;
  size_t regex_instructions_ = 0;
  std::vector<SourceRule> rules_;
  std::vector<SourceFilter> filters_;
  LoadResult result_;
};

}  // namespace

bool LoadResult::has_errors() const {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

LoadResult LoadRules(const LoadRequest& request) { return Loader(request).Run(); }

}  // namespace sekisho
