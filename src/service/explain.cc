#include "service/explain.h"

#include <string>
#include <string_view>

#include "core/number.h"
#include "core/time.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

std::string ThresholdText(const Rule& rule) {
  const CorrelationRule* correlation = rule.correlation();
  if (correlation == nullptr || correlation->thresholds.empty()) return {};
  const int64_t micros = correlation->thresholds.front().micros;
  return correlation->type == CorrelationType::kPresence ? FormatDuration(micros / kMicro)
                                                         : FormatMicros(micros);
}

// What stands for a name in braces for one finding.
bool LookupInFinding(const Rule& rule, const Finding& finding, std::string_view name,
                     std::string* text) {
  if (name == "subject") {
    *text = finding.subject.id;
  } else if (name == "value") {
    *text = RoundedValueText(rule, finding);
  } else if (name == "first") {
    *text = FormatTime(finding.first_ms);
  } else if (name == "last") {
    *text = FormatTime(finding.last_ms);
  } else {
    return false;
  }
  return true;
}

// What stands for a name in braces for all findings of a rule; false when there is no such name.
bool LookupInRule(const RuleSet& rules, const Rule& rule, std::string_view name,
                  std::string* text) {
  if (name == "threshold") {
    *text = ThresholdText(rule);
  } else if (name == "subject" || name == "value" || name == "first" || name == "last") {
    return false;
  } else {
    for (const IndicatorParameter& parameter : rules.indicators[*rule.indicator].parameters) {
      if (parameter.name != name) continue;
      *text = parameter.value;
      return true;
    }
    if (name != "window" || rule.correlation() == nullptr) return false;
    *text = FormatDuration(rule.correlation()->timespan_ms);
  }
  return true;
}

// `finding` may be null.
std::string Fill(const RuleSet& rules, RuleIndex index, const Finding* finding,
                 const std::string& pattern) {
  const Rule& rule = rules.rules[index];
  const auto lookup = [&](std::string_view name, std::string* text) {
    return (finding != nullptr && LookupInFinding(rule, *finding, name, text)) ||
           LookupInRule(rules, rule, name, text);
  };
  std::string filled;
  std::string text;
  for (size_t at = 0; at < pattern.size();) {
    const size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    if (close != std::string::npos &&
        lookup(std::string_view(pattern).substr(at + 1, close - at - 1), &text)) {
      filled += text;
      at = close + 1;
    } else {
      filled += pattern[at++];
    }
  }
  return filled;
}

LocalText FillAll(const RuleSet& rules, RuleIndex index, const Finding* finding) {
  const Rule& rule = rules.rules[index];
  if (!rule.indicator) return {};
  const LocalText& patterns = rules.indicators[*rule.indicator].explain;
  return {Fill(rules, index, finding, patterns.en), Fill(rules, index, finding, patterns.ja),
          Fill(rules, index, finding, patterns.ko)};
}

}  // namespace

LocalText Explain(const RuleSet& rules, const Finding& finding) {
  return FillAll(rules, finding.rule, &finding);
}

LocalText ExplainPattern(const RuleSet& rules, RuleIndex rule) {
  return FillAll(rules, rule, nullptr);
}

}  // namespace sekisho
