#include "rules/parameters.h"

#include <algorithm>
#include <optional>

#include "core/limits.h"
#include "core/number.h"
#include "core/suggestion.h"
#include "core/time.h"
#include "yaml/section.h"

namespace sekisho {
namespace {

constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789_";

bool IsParameterName(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         name.find_first_not_of(kNameCharacters) == std::string_view::npos;
}

YamlNode PlainScalar(const std::string& text) {
  YamlNode node;
  node.kind = YamlNode::Kind::kScalar;
  node.plain = true;
  node.text = text;
  return node;
}

ParameterValue::Type TypeOf(const YamlNode& node) {
  const ScalarType type = TypeOfScalar(node);
  if (type == ScalarType::kNumber) return ParameterValue::Type::kNumber;
  if (type == ScalarType::kBoolean) return ParameterValue::Type::kBoolean;
  return ParseDuration(node.text).ok() ? ParameterValue::Type::kDuration
                                       : ParameterValue::Type::kText;
}

std::string_view TypeName(ParameterValue::Type type) {
  switch (type) {
    case ParameterValue::Type::kNumber:
      return "a number";
    case ParameterValue::Type::kDuration:
      return "a duration such as 90s, 15m, 1h, 30d";
    case ParameterValue::Type::kBoolean:
      return "true or false";
    case ParameterValue::Type::kText:
      return "a text";
  }
  return "";
}

bool IsOfType(const std::string& text, ParameterValue::Type type) {
  return type == ParameterValue::Type::kText ? !text.empty() : TypeOf(PlainScalar(text)) == type;
}

std::string Join(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
  return text;
}

std::vector<std::string> SplitCommas(const std::string& text) {
  std::vector<std::string> values;
  for (size_t start = 0;;) {
    const size_t comma = std::min(text.find(',', start), text.size());
    const std::string part = text.substr(start, comma - start);
    const size_t first = part.find_first_not_of(' ');
    if (first != std::string::npos) {
      values.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
    }
    if (comma == text.size()) return values;
    start = comma + 1;
  }
}

// A default and its type. Nothing when it is no scalar and no list of scalars of one type.
std::optional<ParameterValue> ReadDefault(const YamlNode& node) {
  ParameterValue value;
  value.is_list = node.is_sequence();
  const std::vector<YamlNode> nodes = value.is_list ? node.items : std::vector<YamlNode>{node};
  if (nodes.empty()) return std::nullopt;
  value.type = TypeOf(nodes[0]);
  for (const YamlNode& item : nodes) {
    if (!item.is_scalar() || TypeOf(item) != value.type) return std::nullopt;
    value.values.push_back(item.text);
  }
  return value;
}

// Millionths or milliseconds.
std::optional<int64_t> AmountOf(const std::string& text, ParameterValue::Type type) {
  if (type == ParameterValue::Type::kNumber) return ParseMicros(text);
  if (type != ParameterValue::Type::kDuration) return std::nullopt;
  const StatusOr<int64_t> ms = ParseDuration(text);
  return ms.ok() ? std::optional<int64_t>(*ms) : std::nullopt;
}

// Also of a number that is too large to be compared.
bool IsAbove(const std::string& text, const ParameterValue& value) {
  if (value.parameter.max.empty()) return false;
  const std::optional<int64_t> amount = AmountOf(text, value.type);
  return !amount || *amount > *AmountOf(value.parameter.max, value.type);
}

// What the scalars of the rules become.
YamlNode NodeOf(const ParameterValue& value, const std::string& text, const YamlNode& place) {
  YamlNode node = PlainScalar(text);
  node.plain = value.type != ParameterValue::Type::kText;
  node.line = place.line;
  node.column = place.column;
  return node;
}

}  // namespace

void ParameterTable::Read(const YamlNode& parameters, const std::string& indicator,
                          std::map<std::string, std::string>* overrides, RuleContext* context) {
  if (parameters.is_null()) return;
  if (!parameters.is_map()) {
    context->Report(Sk::kParameterShape, context->Place(parameters),
                    "`parameters` must be a map, not " + std::string(DescribeKind(parameters)));
    return;
  }
  for (const YamlEntry& entry : parameters.entries) ReadOne(entry, context);
  for (ParameterValue& value : values_) {
    const std::string key = indicator + "." + value.parameter.name;
    const auto found = overrides->find(key);
    if (found == overrides->end()) continue;
    Override(&value, found->second, key, context);
    overrides->erase(found);
  }
}

void ParameterTable::ReadOne(const YamlEntry& entry, RuleContext* context) {
  const SourcePlace place = context->Place(entry);
  const auto fail = [&](const std::string& message) {
    context->Report(Sk::kParameterShape, place, "the parameter \"" + entry.key + "\" " + message);
    malformed_.insert(entry.key);
  };
  if (!IsParameterName(entry.key)) {
    return fail("has a malformed name: small letters, digits and _, a letter first");
  }
  if (!entry.value.is_map()) return fail("must be a map with default, unit and why");
  CheckKeys(entry.value, {"default", "unit", "why", "max"}, Sk::kParameterShape,
            "the parameter \"" + entry.key + "\"", context);
  const YamlNode* node = entry.value.Find("default");
  std::optional<ParameterValue> value;
  if (node != nullptr) value = ReadDefault(*node);
  if (!value) return fail("needs a `default`: a value, or a list of values of one kind");
  const YamlNode* unit = entry.value.Find("unit");
  if (unit == nullptr || !unit->is_scalar() || unit->text.empty()) return fail("needs a `unit`");
  if (unit->text == "duration" && value->type != ParameterValue::Type::kDuration) {
    return fail("is a duration; its default must be " +
                std::string(TypeName(ParameterValue::Type::kDuration)));
  }
  const YamlNode* why = entry.value.Find("why");
  if (why == nullptr || !why->is_scalar() || why->text.empty()) {
    context->Report(Sk::kParameterWhy, place,
                    "the parameter \"" + entry.key + "\" does not say why its default was chosen");
  }
  value->parameter = {entry.key,
                      Join(value->values),
                      Join(value->values),
                      unit->text,
                      why == nullptr ? "" : why->text,
                      "",
                      "",
                      place};
  if (const YamlNode* max = entry.value.Find("max")) {
    if (const std::string wrong = ReadMax(*max, &*value, context); !wrong.empty()) {
      return fail(wrong);
    }
  }
  values_.push_back(std::move(*value));
}

std::string ParameterTable::ReadMax(const YamlNode& node, ParameterValue* value,
                                    RuleContext* context) {
  if (!node.is_map()) return "needs a map with value and why as its `max`";
  CheckKeys(node, {"value", "why"}, Sk::kParameterShape, "`max`", context);
  const YamlNode* most = node.Find("value");
  const YamlNode* why = node.Find("why");
  if (why == nullptr || !why->is_scalar() || why->text.empty()) {
    return "does not say why it has this `max`";
  }
  if (most == nullptr || !most->is_scalar() || TypeOf(*most) != value->type ||
      !AmountOf(most->text, value->type)) {
    return "needs a number or duration, as its default is, as the value of `max`";
  }
  value->parameter.max = most->text;
  value->parameter.max_why = why->text;
  for (const std::string& one : value->values) {
    if (IsAbove(one, *value)) return "has a default above its `max`";
  }
  return "";
}

void ParameterTable::Override(ParameterValue* value, const std::string& text,
                              const std::string& key, RuleContext* context) {
  const std::vector<std::string> values =
      value->is_list ? SplitCommas(text) : std::vector<std::string>{text};
  const bool fits =
      !values.empty() && std::all_of(values.begin(), values.end(), [value](const std::string& one) {
        return IsOfType(one, value->type);
      });
  if (!fits) {
    context->Report(Sk::kOverrideType, value->parameter.place,
                    "the override " + key + "=" + text + " is not " +
                        (value->is_list ? "a list (a,b,c), each " : "") +
                        std::string(TypeName(value->type)));
    return;
  }
  for (const std::string& one : values) {
    if (!IsAbove(one, *value)) continue;
    context->Report(Sk::kOverrideMax, value->parameter.place,
                    "the override " + key + "=" + text + " is above the greatest value, " +
                        value->parameter.max + ": " + value->parameter.max_why);
    return;
  }
  value->values = values;
  value->parameter.value = Join(values);
}

const ParameterValue* ParameterTable::Resolve(const YamlNode& scalar, RuleContext* context) {
  if (!scalar.is_scalar() || scalar.text.size() < 2 || scalar.text[0] != '$') return nullptr;
  const std::string name = scalar.text.substr(1);
  if (!IsParameterName(name)) return nullptr;
  std::vector<std::string_view> names;
  for (ParameterValue& value : values_) {
    if (value.parameter.name == name) {
      value.used = true;
      return &value;
    }
    names.push_back(value.parameter.name);
  }
  unresolved_ = true;
  if (malformed_.count(name) > 0) return nullptr;  // reported where it is declared
  context->Report(Sk::kUnknownParameter, context->Place(scalar),
                  "the parameter \"" + name + "\" is not declared", DidYouMean(name, names));
  return nullptr;
}

bool ParameterTable::Substitute(YamlNode* node, RuleContext* context) {
  unresolved_ = false;
  SubstituteIn(node, context);
  return !unresolved_;
}

void ParameterTable::SubstituteIn(YamlNode* node, RuleContext* context) {
  if (node->is_map()) {
    for (YamlEntry& entry : node->entries) SubstituteIn(&entry.value, context);
  } else if (node->is_sequence()) {
    SubstituteItems(node, context);
  } else if (node->text.size() > 2 && node->text[0] == '$' && node->text[1] == '$' &&
             IsParameterName(std::string_view(node->text).substr(2))) {
    node->text.erase(0, 1);
    node->plain = false;
  } else if (const ParameterValue* value = Resolve(*node, context)) {
    const YamlNode place = *node;
    if (!value->is_list) {
      *node = NodeOf(*value, value->values[0], place);
      return;
    }
    *node = YamlNode();
    node->kind = YamlNode::Kind::kSequence;
    node->line = place.line;
    node->column = place.column;
    filled_in_ += value->values.size();
    if (filled_in_ > limits::kRuleNodesMax) {
      unresolved_ = true;
      if (filled_in_ - value->values.size() <= limits::kRuleNodesMax) {
        context->Report(Sk::kYamlSize, context->Place(place),
                        "parameters make more than " + std::to_string(limits::kRuleNodesMax) +
                            " values of this file");
      }
      return;
    }
    for (const std::string& text : value->values) {
      node->items.push_back(NodeOf(*value, text, place));
    }
  }
}

// A list parameter inside a list adds its values to it.
void ParameterTable::SubstituteItems(YamlNode* sequence, RuleContext* context) {
  std::vector<YamlNode> items;
  for (YamlNode& item : sequence->items) {
    const bool scalar = item.is_scalar();
    SubstituteIn(&item, context);
    if (scalar && item.is_sequence()) {
      for (YamlNode& inner : item.items) items.push_back(std::move(inner));
    } else {
      items.push_back(std::move(item));
    }
  }
  sequence->items = std::move(items);
}

void ParameterTable::ReportUnused(RuleContext* context) const {
  for (const ParameterValue& value : values_) {
    if (value.used) continue;
    context->Report(Sk::kUnusedParameter, value.parameter.place,
                    "no rule uses the parameter \"" + value.parameter.name + "\"");
  }
}

std::vector<std::string_view> ParameterTable::Names() const {
  std::vector<std::string_view> names(malformed_.begin(), malformed_.end());
  for (const ParameterValue& value : values_) names.push_back(value.parameter.name);
  return names;
}

std::vector<IndicatorParameter> ParameterTable::Parameters() const {
  std::vector<IndicatorParameter> parameters;
  for (const ParameterValue& value : values_) parameters.push_back(value.parameter);
  return parameters;
}

}  // namespace sekisho
