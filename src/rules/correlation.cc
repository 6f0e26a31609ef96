#include "rules/correlation.h"

#include <algorithm>
#include <iterator>

#include "core/limits.h"
#include "core/suggestion.h"
#include "rules/correlation_condition.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

struct TypeSpec {
  std::string_view name;
  CorrelationType type;
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional;
};

const std::vector<TypeSpec>& TypeSpecs() {
  static const auto* const specs = new std::vector<TypeSpec>{
      {"event_count", CorrelationType::kEventCount, {"rules", "timespan", "condition"}, {}},
      {"value_count", CorrelationType::kValueCount, {"rules", "timespan", "condition"}, {}},
      {"temporal", CorrelationType::kTemporal, {"rules", "timespan"}, {"condition"}},
      {"temporal_ordered", CorrelationType::kTemporalOrdered, {"rules", "timespan"}, {"condition"}},
      {"value_sum", CorrelationType::kValueSum, {"rules", "timespan", "condition"}, {}},
      {"value_avg", CorrelationType::kValueAvg, {"rules", "timespan", "condition"}, {}},
      {"value_percentile",
       CorrelationType::kValuePercentile,
       {"rules", "timespan", "condition"},
       {}},
      {"ratio",
       CorrelationType::kRatio,
       {"numerator", "denominator", "timespan", "condition"},
       {"lag", "minimum"}},
      {"presence", CorrelationType::kPresence, {"rules", "gap", "condition"}, {"end"}},
  };
  return *specs;
}

std::vector<std::string_view> TypeNames() {
  std::vector<std::string_view> names;
  for (const TypeSpec& spec : TypeSpecs()) names.push_back(spec.name);
  return names;
}

class CorrelationReader {
 public:
  CorrelationReader(const YamlNode& node, RuleContext* context) : node_(node), context_(context) {}

  SourceCorrelation Read() {
    const TypeSpec* spec = ReadType();
    if (spec == nullptr) return std::move(out_);
    out_.type = out_.rule.type = spec->type;
    CheckAllKeys(*spec);
    ReadInputs();
    ReadGroupBy();
    ReadDurations();
    ReadMinimum();
    ReadAliases();
    if (const YamlNode* generate = node_.Find("generate")) {
      out_.generate = ReadBoolean(*generate, "`generate`", context_).value_or(false);
    }
    ReadCorrelationCondition(node_, &out_, context_);
    return std::move(out_);
  }

 private:
  const TypeSpec* ReadType() {
    const YamlNode* type = node_.Find("type");
    if (type == nullptr) {
      context_->Report(Sk::kCorrelationType, context_->Place(node_), "the correlation has no type",
                       "write " + Enumerate(TypeNames()));
      return nullptr;
    }
    const std::optional<std::string> name =
        ReadWord(*type, "the type of a correlation", TypeNames(), context_, Sk::kCorrelationType);
    if (!name) return nullptr;
    return &*std::find_if(TypeSpecs().begin(), TypeSpecs().end(),
                          [&](const TypeSpec& spec) { return spec.name == *name; });
  }

  void CheckAllKeys(const TypeSpec& spec) {
    std::vector<std::string_view> allowed = {"type", "group-by", "aliases", "generate"};
    allowed.insert(allowed.end(), spec.required.begin(), spec.required.end());
    allowed.insert(allowed.end(), spec.optional.begin(), spec.optional.end());
    CheckKeys(node_, allowed, Sk::kUnknownCorrelationKey,
              "a correlation of type " + std::string(spec.name), context_);
    for (const std::string_view key : spec.required) {
      const YamlNode* value = node_.Find(key);
      if (value != nullptr && !value->is_null()) continue;
      context_->Report(
          Sk::kCorrelationKeyMissing, context_->Place(node_),
          "a correlation of type " + std::string(spec.name) + " needs `" + std::string(key) + "`");
    }
  }

  // Appends the rules under `key`; a rule may stand once in each list.
  void ReadRules(std::string_view key) {
    const YamlNode* node = node_.Find(key);
    if (node == nullptr || node->is_null()) return;
    const size_t start = out_.inputs.size();
    if (TooLong(*node, limits::kCorrelationRulesMax)) return;
    for (PlacedText& rule : ReadTexts(*node, "a rule", context_)) {
      const bool twice =
          std::any_of(out_.inputs.begin() + static_cast<ptrdiff_t>(start), out_.inputs.end(),
                      [&](const PlacedText& input) { return input.text == rule.text; });
      if (twice) {
        context_->Report(Sk::kDuplicateInput, rule.place,
                         "the rule \"" + rule.text + "\" is named twice");
        continue;
      }
      out_.inputs.push_back(std::move(rule));
    }
    if (node->is_sequence() && node->items.empty()) {
      context_->Report(Sk::kCorrelationKeyMissing, context_->Place(*node),
                       "`" + std::string(key) + "` names no rule");
    }
  }

  bool TooLong(const YamlNode& node, size_t most) {
    const size_t count = std::max(node.items.size(), node.entries.size());
    if (count <= most) return false;
    context_->Report(
        Sk::kCorrelationSize, context_->Place(node),
        std::to_string(count) + " entries; at most " + std::to_string(most) + " are allowed here");
    return true;
  }

  void ReadInputs() {
    const bool ratio = out_.type == CorrelationType::kRatio;
    ReadRules(ratio ? "numerator" : "rules");
    out_.split = out_.inputs.size();
    if (ratio) ReadRules("denominator");
    if (out_.type == CorrelationType::kPresence) ReadRules("end");
    out_.rule.split = out_.split;
  }

  void ReadGroupBy() {
    const YamlNode* node = node_.Find("group-by");
    if (node != nullptr && TooLong(*node, limits::kCorrelationFieldsMax)) return;
    if (node != nullptr && !node->is_null()) {
      out_.group_by = ReadTexts(*node, "a field of group-by", context_);
      for (const PlacedText& field : out_.group_by) out_.rule.group_by.push_back(field.text);
      CheckRepeats(out_.group_by);
    }
    if (!out_.group_by.empty()) return;
    context_->Report(Sk::kGroupByMissing, context_->Place(node_),
                     "without group-by all events share one window");
  }

  void CheckRepeats(const std::vector<PlacedText>& fields) {
    for (size_t i = 1; i < fields.size(); ++i) {
      const auto here = fields.begin() + static_cast<ptrdiff_t>(i);
      const bool twice = std::any_of(fields.begin(), here, [&](const PlacedText& earlier) {
        return earlier.text == here->text;
      });
      if (!twice) continue;
      context_->Report(Sk::kDuplicateInput, here->place,
                       "the field \"" + here->text + "\" stands twice in group-by");
    }
  }

  void ReadDuration(std::string_view key, bool positive, int64_t* out) {
    const YamlNode* node = node_.Find(key);
    if (node == nullptr || node->is_null()) return;
    const std::string what = "`" + std::string(key) + "`";
    const std::optional<int64_t> duration = sekisho::ReadDuration(*node, what, context_);
    if (!duration) return;
    if (positive && *duration == 0) {
      context_->Report(Sk::kDuration, context_->Place(*node), what + " must be longer than 0");
      return;
    }
    *out = *duration;
  }

  void ReadDurations() {
    CorrelationRule& rule = out_.rule;
    ReadDuration("timespan", true, &rule.timespan_ms);
    ReadDuration("gap", true, &rule.gap_ms);
    ReadDuration("lag", false, &rule.lag_ms);
    if (rule.lag_ms == 0 || rule.lag_ms < rule.timespan_ms || rule.timespan_ms == 0) return;
    context_->Report(Sk::kDuration, context_->Place(*node_.Find("lag")),
                     "`lag` must be shorter than `timespan`: no denominator would be counted");
  }

  void ReadMinimum() {
    const YamlNode* node = node_.Find("minimum");
    if (node == nullptr || out_.type != CorrelationType::kRatio) return;
    if (!node->is_map()) {
      context_->Report(Sk::kRatioMinimum, context_->Place(*node),
                       "`minimum` must be a map, not " + std::string(DescribeKind(*node)));
      return;
    }
    CheckKeys(*node, {"denominator", "numerator"}, Sk::kRatioMinimum, "`minimum`", context_);
    const auto read = [&](std::string_view key, int64_t* out) {
      const YamlNode* value = node->Find(key);
      if (value == nullptr) return;
      const std::string what = "`minimum." + std::string(key) + "`";
      const std::optional<int64_t> count = ReadCount(*value, what, context_, Sk::kRatioMinimum);
      if (!count) return;
      CheckWindowLimit(*count, context_->Place(*value), context_);
      *out = *count;
    };
    read("denominator", &out_.rule.minimum_denominator);
    read("numerator", &out_.rule.minimum_numerator);
  }

  void ReadAliases() {
    const YamlNode* node = node_.Find("aliases");
    if (node == nullptr || node->is_null()) return;
    if (!node->is_map()) {
      context_->Report(Sk::kAlias, context_->Place(*node),
                       "`aliases` must be a map, not " + std::string(DescribeKind(*node)));
      return;
    }
    if (TooLong(*node, limits::kCorrelationFieldsMax)) return;
    for (const YamlEntry& entry : node->entries) {
      SourceAlias alias;
      alias.name = {entry.key, context_->Place(entry)};
      if (!entry.value.is_map() || entry.value.entries.empty()) {
        context_->Report(Sk::kAlias, context_->Place(entry),
                         "the alias \"" + entry.key + "\" must be a map of rules and fields");
        continue;
      }
      if (TooLong(entry.value, limits::kCorrelationRulesMax)) continue;
      for (const YamlEntry& target : entry.value.entries) {
        const std::optional<std::string> field =
            ReadText(target.value, "the field of an alias", context_, Sk::kAlias);
        if (!field) continue;
        alias.targets.push_back({{target.key, context_->Place(target)},
                                 {*field, context_->Place(target.value)},
                                 false});
      }
      out_.aliases.push_back(std::move(alias));
    }
  }

  const YamlNode& node_;
  RuleContext* context_;
  SourceCorrelation out_;
};

}  // namespace

std::string_view CorrelationTypeName(CorrelationType type) {
  for (const TypeSpec& spec : TypeSpecs()) {
    if (spec.type == type) return spec.name;
  }
  return "";
}

SourceCorrelation ParseCorrelation(const YamlNode& node, RuleContext* context) {
  return CorrelationReader(node, context).Read();
}

}  // namespace sekisho
