// The `detection` of a Sigma rule, and the like part of a filter.
#pragma once

#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/rule_context.h"

namespace sekisho {

// `detection` is a map of selections with a `condition`; the keys in `skipped` are none of them.
// Problems are reported; the expression is of no use when errors rose or the rule is marked as not
// evaluated.
Expression ParseDetection(const YamlNode& detection, const std::vector<std::string>& skipped,
                          RuleContext* context);

}  // namespace sekisho
