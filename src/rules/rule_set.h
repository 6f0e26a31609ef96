// The rules as the engine takes them: names resolved, parameters filled in, everything checked.
//
// Sigma 2.1 (https://github.com/SigmaHQ/sigma-specification) with the two extensions `ratio` and
// `presence`. A RuleSet is immutable after loading and shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/field.h"
#include "core/status.h"
#include "core/threshold.h"
#include "rules/indicator.h"
#include "rules/matcher.h"

namespace sekisho {

// Index into RuleSet::rules.
using RuleIndex = uint32_t;

// Which events a detection sees: equal in every key that is not empty (semantics.md 27).
struct LogSource {
  std::string product;
  std::string category;
  std::string service;
};

struct DetectionRule {
  LogSource source;
  Matcher matcher;
};

enum class CorrelationType : uint8_t {
  kEventCount,
  kValueCount,
  kTemporal,
  kTemporalOrdered,
  kValueSum,
  kValueAvg,
  kValuePercentile,
  kRatio,     // extension, semantics.md 18
  kPresence,  // extension, semantics.md 19
};

// One rule that feeds a correlation, with the names it uses for the shared fields.
struct CorrelationInput {
  RuleIndex rule;
  std::vector<FieldId> group_by;  // parallel to CorrelationRule::group_by; aliases resolved
  std::vector<FieldId> values;    // parallel to CorrelationRule::value_fields; aliases resolved
};

struct CorrelationRule {
  CorrelationType type;
  // The rules that feed it, in the order of the file (temporal_ordered needs that order). For
  // ratio: numerators, then denominators. For presence: activities, then ends.
  std::vector<CorrelationInput> inputs;
  // ratio: inputs[0..split) are numerators; presence: inputs[0..split) are activities.
  size_t split = 0;
  std::vector<std::string> group_by;      // names as written; empty = one global key
  std::vector<std::string> value_fields;  // condition.field
  int64_t timespan_ms = 0;                // presence: 0, see gap_ms
  std::vector<Threshold> thresholds;      // never empty but for temporal: there empty = all rules
  int percentile = 0;                     // value_percentile: 1..99, 0 = not given (not evaluated)
  int64_t lag_ms = 0;                     // ratio
  int64_t minimum_numerator = 0;          // ratio
  int64_t minimum_denominator = 0;        // ratio
  int64_t gap_ms = 0;                     // presence
  int level = 1;                          // 1 = fed by detections or links only; at most 4
};

struct Rule {
  std::string name;  // unique within the set; referenced by correlations
  std::string id;    // the file's `id`, may be empty
  std::string title;
  std::string version;  // 12 hex digits (semantics.md 29)
  SourcePlace place;
  bool generates = false;           // gives findings of its own
  std::string not_evaluated;        // why the rule is loaded but not evaluated; empty = evaluated
  std::optional<size_t> indicator;  // index into RuleSet::indicators
  // What its findings weigh: context | flag | hard | opener. Sigma's `level` of the rule, else the
  // grade of its indicator, else flag.
  std::string grade;
  std::variant<DetectionRule, CorrelationRule> body;

  const DetectionRule* detection() const { return std::get_if<DetectionRule>(&body); }
  const CorrelationRule* correlation() const { return std::get_if<CorrelationRule>(&body); }
};

struct RuleSet {
  FieldTable fields;  // every field that a rule reads
  std::vector<Rule> rules;
  std::vector<Indicator> indicators;

  // From now on no other indicator gives findings than these (indices, rising), and what feeds only
  // others is not evaluated. Indicators do not see each other, so theirs stay as they were.
  void KeepIndicators(const std::vector<size_t>& kept);
};

}  // namespace sekisho
