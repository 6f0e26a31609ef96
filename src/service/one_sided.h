// Rules that take for absent what an input never tells: "active before the verification" holds of
// everybody where no verification is ever reported. What such a rule finds says something about the
// input, not about anybody.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace sekisho {

struct OneSidedRule {
  RuleIndex rule = 0;              // gives findings
  std::vector<std::string> types;  // events of one of these types would do; sorted
};

// By rule. `types` are the event types that the input has, with whatever fields.
std::vector<OneSidedRule> FindOneSidedRules(const RuleSet& rules,
                                            const std::set<std::string, std::less<>>& types);

}  // namespace sekisho
