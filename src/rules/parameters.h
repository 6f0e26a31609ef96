// Parameters of an indicator: their defaults, what overrides them, and `$name` in its rules.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/indicator.h"
#include "rules/rule_context.h"

namespace sekisho {

struct ParameterValue {
  enum class Type : uint8_t { kNumber, kDuration, kText, kBoolean };

  IndicatorParameter parameter;
  Type type = Type::kText;
  bool is_list = false;
  std::vector<std::string> values;  // in force; one unless a list
  bool used = false;
};

class ParameterTable {
 public:
  // Reads `parameters` of a sekisho section, with defaults and greatest values, and applies the
  // overrides meant for `indicator`
  // ("B01.addresses" → "4"); marks those it took by erasing them from `overrides`.
  void Read(const YamlNode& parameters, const std::string& indicator,
            std::map<std::string, std::string>* overrides, RuleContext* context);

  // Replaces every scalar below `node` that is exactly `$name`; `$$name` becomes the text `$name`.
  // False when one could not be replaced; that has been reported.
  bool Substitute(YamlNode* node, RuleContext* context);

  void ReportUnused(RuleContext* context) const;
  std::vector<IndicatorParameter> Parameters() const;
  // Of all parameters, malformed ones included.
  std::vector<std::string_view> Names() const;

 private:
  void SubstituteIn(YamlNode* node, RuleContext* context);
  void ReadOne(const YamlEntry& entry, RuleContext* context);
  // "" or what is wrong with `max` of the value.
  static std::string ReadMax(const YamlNode& node, ParameterValue* value, RuleContext* context);
  void Override(ParameterValue* value, const std::string& text, const std::string& key,
                RuleContext* context);
  void SubstituteItems(YamlNode* sequence, RuleContext* context);
  // The value that a scalar stands for; null when it is no parameter, or has none.
  const ParameterValue* Resolve(const YamlNode& scalar, RuleContext* context);

  std::vector<ParameterValue> values_;
  std::set<std::string> malformed_;
  bool unresolved_ = false;
  size_t filled_in_ = 0;  // values that list parameters have put into the rules
};

}  // namespace sekisho
