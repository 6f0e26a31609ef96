// The condition of a detection as a tree.
//
//   or  <  and  <  not  <  `1 of x*`, `all of x*`, names, parentheses
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rule_context.h"

namespace sekisho {

struct ConditionNode {
  enum class Kind : uint8_t { kName, kOneOf, kAllOf, kNot, kAnd, kOr };

  Kind kind = Kind::kName;
  std::string name;  // of kName; of kOneOf and kAllOf the pattern, or "them"
  std::vector<ConditionNode> children;
  int column = 0;  // in the file, where a single-line condition allows it
};

// Nothing after a report. An aggregation after `|` marks the rule as not evaluated.
std::optional<ConditionNode> ParseCondition(const YamlNode& node, RuleContext* context);

// Does the name fit the pattern, in which `*` stands for any characters? "them" fits every name
// that does not start with `_`.
bool FitsPattern(const std::string& name, const std::string& pattern);

}  // namespace sekisho
