#include "rules/correlation_condition.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "core/limits.h"
#include "core/number.h"
#include "rules/correlation.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

struct OperatorSpec {
  std::string_view name;
  Compare compare;
};
constexpr OperatorSpec kOperators[] = {
    {"lt", Compare::kLess},          {"lte", Compare::kLessEqual}, {"gt", Compare::kGreater},
    {"gte", Compare::kGreaterEqual}, {"eq", Compare::kEqual},      {"neq", Compare::kNotEqual},
};

bool IsTemporal(CorrelationType type) {
  return type == CorrelationType::kTemporal || type == CorrelationType::kTemporalOrdered;
}
bool IsCount(CorrelationType type) {
  return type == CorrelationType::kEventCount || type == CorrelationType::kValueCount ||
         IsTemporal(type);
}
bool TakesField(CorrelationType type) {
  return type == CorrelationType::kValueCount || type == CorrelationType::kValueSum ||
         type == CorrelationType::kValueAvg || type == CorrelationType::kValuePercentile;
}

class ConditionReader {
 public:
  ConditionReader(SourceCorrelation* out, RuleContext* context) : out_(out), context_(context) {}

  void Read(const YamlNode& condition) {
    if (!condition.is_map()) {
      context_->Report(Sk::kConditionMap, context_->Place(condition),
                       "the condition of a correlation must be a map, not " +
                           std::string(DescribeKind(condition)));
      return;
    }
    CheckKeys(condition, {"gt", "gte", "lt", "lte", "eq", "neq", "field", "percentile"},
              Sk::kConditionMap, "the condition of a correlation", context_);
    for (const OperatorSpec& spec : kOperators) {
      if (const YamlNode* node = condition.Find(spec.name)) ReadThreshold(spec, *node);
    }
    ReadField(condition);
    ReadPercentile(condition);
    const bool any =
        std::any_of(std::begin(kOperators), std::end(kOperators),
                    [&](const OperatorSpec& spec) { return condition.Find(spec.name) != nullptr; });
    if (!any) {
      context_->Report(Sk::kConditionMap, context_->Place(condition),
                       "the condition has no operator", "write for example `gte: 3`");
    }
    CheckSatisfiable(context_->Place(condition));
  }

 private:
  void ReadThreshold(const OperatorSpec& spec, const YamlNode& node) {
    const SourcePlace place = context_->Place(node);
    const bool rising = spec.compare == Compare::kGreater || spec.compare == Compare::kGreaterEqual;
    const bool only_rising = IsTemporal(out_->type) || out_->type == CorrelationType::kPresence;
    if (only_rising && !rising) {
      context_->Report(Sk::kOperatorForType, place,
                       "`" + std::string(spec.name) + "` does not suit the type " +
                           std::string(CorrelationTypeName(out_->type)) + "; it takes gt and gte");
      return;
    }
    const std::optional<int64_t> micros =
        out_->type == CorrelationType::kPresence ? Duration(node, place) : Number(node, place);
    if (!micros) return;
    if (IsCount(out_->type)) CheckReachable(spec.compare, *micros, place);
    out_->rule.thresholds.push_back({spec.compare, *micros});
  }

  std::optional<int64_t> Duration(const YamlNode& node, const SourcePlace& place) {
    const std::optional<int64_t> duration = ReadDuration(node, "the condition", context_);
    if (!duration) return std::nullopt;
    if (*duration <= std::numeric_limits<int64_t>::max() / kMicro) return *duration * kMicro;
    context_->Report(Sk::kThreshold, place, "the duration is too long");
    return std::nullopt;
  }

  std::optional<int64_t> Number(const YamlNode& node, const SourcePlace& place) {
    const std::optional<int64_t> micros =
        TypeOfScalar(node) == ScalarType::kNumber ? ParseMicros(node.text) : std::nullopt;
    if (!micros) {
      context_->Report(Sk::kThreshold, place,
                       "a number is wanted here, below 9.2 * 10^12 and without quotes");
      return std::nullopt;
    }
    const bool natural = IsCount(out_->type) || out_->type == CorrelationType::kRatio;
    if (natural && *micros < 0) {
      context_->Report(Sk::kThreshold, place, "a count or ratio is never negative");
      return std::nullopt;
    }
    if (IsCount(out_->type) && *micros % kMicro != 0) {
      context_->Report(Sk::kThreshold, place, "a count is a whole number");
      return std::nullopt;
    }
    return micros;
  }

  // A full window says "at least 4096": enough for gte 4096 and lt 4096, for nothing else.
  void CheckReachable(Compare compare, int64_t micros, const SourcePlace& place) {
    const int64_t count = micros / kMicro;
    const bool exact_at_limit = compare == Compare::kGreaterEqual || compare == Compare::kLess;
    CheckWindowLimit(exact_at_limit ? count : count + 1, place, context_);
    const int64_t needed = compare == Compare::kGreater ? count + 1 : count;
    if (IsTemporal(out_->type) && needed > static_cast<int64_t>(out_->inputs.size())) {
      context_->Report(Sk::kTemporalInputs, place,
                       "the condition asks for " + std::to_string(needed) + " rules; there are " +
                           std::to_string(out_->inputs.size()));
    }
  }

  void ReadField(const YamlNode& condition) {
    const YamlNode* node = condition.Find("field");
    const std::string type(CorrelationTypeName(out_->type));
    if (node == nullptr || !TakesField(out_->type)) {
      if ((node != nullptr) == TakesField(out_->type)) return;
      context_->Report(
          Sk::kValueField, context_->Place(node == nullptr ? condition : *node),
          "the type " + type + (node == nullptr ? " needs" : " has no") + " `condition.field`");
      return;
    }
    if (node->items.size() > limits::kCorrelationFieldsMax) {
      context_->Report(Sk::kCorrelationSize, context_->Place(*node),
                       "more than " + std::to_string(limits::kCorrelationFieldsMax) + " fields");
      return;
    }
    out_->value_fields = ReadTexts(*node, "`condition.field`", context_);
    const bool one = out_->type == CorrelationType::kValueCount || out_->value_fields.size() == 1;
    if (!one || out_->value_fields.empty()) {
      context_->Report(Sk::kValueField, context_->Place(*node),
                       "the type " + type + " takes " +
                           (out_->value_fields.empty() ? "at least one field" : "one field"));
    }
    for (const PlacedText& field : out_->value_fields) {
      out_->rule.value_fields.push_back(field.text);
    }
  }

  void ReadPercentile(const YamlNode& condition) {
    const YamlNode* node = condition.Find("percentile");
    if (out_->type != CorrelationType::kValuePercentile) {
      if (node == nullptr) return;
      context_->Report(Sk::kOperatorForType, context_->Place(*node),
                       "`percentile` belongs to the type value_percentile");
      return;
    }
    if (node == nullptr) {
      context_->NotEvaluated(Sk::kPercentileMissing, context_->Place(condition),
                             "value_percentile without `percentile` in its condition");
      return;
    }
    const std::optional<int64_t> percentile =
        ReadCount(*node, "`percentile`", context_, Sk::kThreshold);
    if (!percentile) return;
    if (*percentile < 1 || *percentile > 99) {
      context_->Report(Sk::kThreshold, context_->Place(*node), "`percentile` goes from 1 to 99");
      return;
    }
    out_->rule.percentile = static_cast<int>(*percentile);
  }

  // The operators bound an interval; neq can empty it only when it is a single number.
  void CheckSatisfiable(const SourcePlace& place) {
    const bool natural = IsCount(out_->type) || out_->type == CorrelationType::kRatio;
    const int64_t step = IsCount(out_->type) ? kMicro : 1;
    __int128 least = natural ? 0 : std::numeric_limits<int64_t>::min();
    __int128 most = std::numeric_limits<int64_t>::max();
    for (const Threshold& threshold : out_->rule.thresholds) {
      const __int128 number = threshold.micros;
      if (threshold.compare == Compare::kGreaterEqual) least = std::max(least, number);
      if (threshold.compare == Compare::kGreater) least = std::max(least, number + step);
      if (threshold.compare == Compare::kLessEqual) most = std::min(most, number);
      if (threshold.compare == Compare::kLess) most = std::min(most, number - step);
      if (threshold.compare == Compare::kEqual) {
        least = std::max(least, number);
        most = std::min(most, number);
      }
    }
    const bool excluded = std::any_of(
        out_->rule.thresholds.begin(), out_->rule.thresholds.end(), [&](const Threshold& t) {
          return t.compare == Compare::kNotEqual && least == most && t.micros == least;
        });
    if (least <= most && !excluded) return;
    context_->Report(Sk::kContradiction, place, "no number satisfies the whole condition");
  }

  SourceCorrelation* out_;
  RuleContext* context_;
};

}  // namespace

void CheckWindowLimit(int64_t count, const SourcePlace& place, RuleContext* context) {
  if (count <= static_cast<int64_t>(limits::kWindowEntriesMax)) return;
  context->Report(Sk::kThresholdLimit, place,
                  "a window keeps " + std::to_string(limits::kWindowEntriesMax) +
                      " entries; this number cannot be judged");
}

void ReadCorrelationCondition(const YamlNode& node, SourceCorrelation* out, RuleContext* context) {
  const YamlNode* condition = node.Find("condition");
  if (condition != nullptr && !condition->is_null()) {
    ConditionReader(out, context).Read(*condition);
  }
  if (IsTemporal(out->type) && out->inputs.size() < 2) {
    context->Report(Sk::kTemporalInputs, context->Place(node),
                    "a temporal correlation needs at least two rules");
  }
}

}  // namespace sekisho
