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

// What stands for a name in braces; false when there is no such name.
bool Lookup(const RuleSet& rules, const Finding& finding, std::string_view name,
            std::string* text) {
  const Rule& rule = rules.rules[finding.rule];
  if (name == "subject") {
    *text = finding.subject.id;
  } else if (name == "value") {
    *text = RoundedValueText(rule, finding);
  } else if (name == "threshold") {
    *text = ThresholdText(rule);
  } else if (name == "first") {
    *text = FormatTime(finding.first_ms);
  } else if (name == "last") {
    *text = FormatTime(finding.last_ms);
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

std::string Fill(const RuleSet& rules, const Finding& finding, const std::string& pattern) {
  std::string filled;
  std::string text;
  for (size_t at = 0; at < pattern.size();) {
    const size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    if (close != std::string::npos &&
        Lookup(rules, finding, std::string_view(pattern).substr(at + 1, close - at - 1), &text)) {
      filled += text;
      at = close + 1;
    } else {
      filled += pattern[at++];
    }
  }
  return filled;
}

}  // namespace

LocalText Explain(const RuleSet& rules, const Finding& finding) {
  const Rule& rule = rules.rules[finding.rule];
  if (!rule.indicator) return {};
  const LocalText& patterns = rules.indicators[*rule.indicator].explain;
  return {Fill(rules, finding, patterns.en), Fill(rules, finding, patterns.ja),
          Fill(rules, finding, patterns.ko)};
}

}  // namespace sekisho
