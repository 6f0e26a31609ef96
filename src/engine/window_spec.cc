#include "engine/window_spec.h"

#include <algorithm>

#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

// A detection that gives findings by itself behaves like "at least one event per account": its
// matches within this span are one finding.
constexpr int64_t kDetectionSpanMs = kDayMs;

WindowKind KindOf(CorrelationType type) {
  switch (type) {
    case CorrelationType::kEventCount:
      return WindowKind::kCount;
    case CorrelationType::kValueCount:
      return WindowKind::kDistinct;
    case CorrelationType::kTemporal:
      return WindowKind::kTemporal;
    case CorrelationType::kTemporalOrdered:
      return WindowKind::kTemporalOrdered;
    case CorrelationType::kValueSum:
      return WindowKind::kSum;
    case CorrelationType::kValueAvg:
      return WindowKind::kAverage;
    case CorrelationType::kValuePercentile:
      return WindowKind::kPercentile;
    case CorrelationType::kRatio:
      return WindowKind::kRatio;
    case CorrelationType::kPresence:
      return WindowKind::kPresence;
  }
  return WindowKind::kCount;
}

bool IsCountOrSum(WindowKind kind) {
  return kind == WindowKind::kCount || kind == WindowKind::kDistinct || kind == WindowKind::kSum;
}

// Windows that can cease to hold while they fill are judged once, at their end (semantics.md 13).
bool IsAnchored(WindowKind kind, const std::vector<Threshold>& thresholds) {
  return IsCountOrSum(kind) &&
         std::any_of(thresholds.begin(), thresholds.end(), [](const Threshold& t) {
           return t.compare != Compare::kGreater && t.compare != Compare::kGreaterEqual;
         });
}

// The least whole number above all lower bounds.
int64_t LowestCount(const std::vector<Threshold>& thresholds) {
  int64_t lowest = 0;
  for (const Threshold& t : thresholds) {
    const int64_t whole = t.micros / kMicro;
    const bool fraction = t.micros % kMicro > 0;
    const int64_t least = whole + (t.compare == Compare::kGreater || fraction ? 1 : 0);
    lowest = std::max(lowest, least);
  }
  return lowest;
}

}  // namespace

WindowSpec SpecOf(const CorrelationRule& rule) {
  WindowSpec spec;
  spec.kind = KindOf(rule.type);
  spec.anchored = IsAnchored(spec.kind, rule.thresholds);
  spec.inputs = static_cast<uint16_t>(rule.inputs.size());
  spec.split = static_cast<uint16_t>(rule.split);
  spec.percentile = static_cast<uint16_t>(rule.percentile);
  spec.span_ms = rule.timespan_ms;
  spec.lag_ms = rule.lag_ms;
  spec.gap_ms = rule.gap_ms;
  spec.minimum_numerator = rule.minimum_numerator;
  spec.minimum_denominator = rule.minimum_denominator;
  spec.thresholds = rule.thresholds;
  spec.lowest_count = LowestCount(rule.thresholds);
  return spec;
}

WindowSpec DetectionSpec() {
  WindowSpec spec;
  spec.kind = WindowKind::kCount;
  spec.span_ms = kDetectionSpanMs;
  spec.thresholds = {{Compare::kGreaterEqual, kMicro}};
  spec.lowest_count = 1;
  return spec;
}

}  // namespace sekisho
