// Rules that take for absent what an input never tells: "active before the verification" holds of
// everybody where no verification is ever reported. What such a rule finds says something about the
// input, not about anybody.
#pragma once

#include <string>
#include <vector>

#include "engine/possible.h"
#include "rules/rule_set.h"

namespace sekisho {

struct OneSidedRule {
  RuleIndex rule = 0;              // gives findings
  std::vector<std::string> types;  // events of one of these types would do; sorted
};

// By rule. `known` is what the events of the input have had; only their types count, with whatever
// fields.
std::vector<OneSidedRule> FindOneSidedRules(const RuleSet& rules, const FieldsByType& known);

}  // namespace sekisho
