// Rules that had nothing to judge: the input has no events of the types that they look at, or none
// with the fields that they need. That they found nothing then says nothing about anybody.
#pragma once

#include <vector>

#include "engine/possible.h"
#include "rules/rule_set.h"

namespace sekisho {

struct MissingInput {
  RuleIndex rule = 0;  // gives findings
  RuleLack lack;       // the least that would do; never one-sided, without lists
};

// By rule. `known` is what the events of the input have had. Lists are another matter
// (service/list_gaps.h), and so are rules that hold because something is missing
// (service/one_sided.h).
std::vector<MissingInput> FindMissingInput(const RuleSet& rules, const FieldsByType& known);

}  // namespace sekisho
