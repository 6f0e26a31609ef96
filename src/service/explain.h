// The sentence that tells a person what a finding says.
#pragma once

#include "rules/rule_set.h"
#include "service/finding.h"

namespace sekisho {

// Fills the indicator's `explain` templates: {subject}, {value}, {threshold}, {window}, {first},
// {last}, and the indicator's parameters by name. Empty for a rule without an indicator. Braces
// with another name stay as they are.
LocalText Explain(const RuleSet& rules, const Finding& finding);

// The same with everything filled in that is equal for all findings of the rule: {subject},
// {value}, {first} and {last} stay.
LocalText ExplainPattern(const RuleSet& rules, RuleIndex rule);

}  // namespace sekisho
