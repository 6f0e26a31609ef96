// The `correlation` of a rule: what can be said about it without looking at other rules.
#pragma once

#include <optional>

#include "rules/rule_context.h"
#include "rules/source_rule.h"

namespace sekisho {

// Problems are reported; the result is of no use when errors rose.
SourceCorrelation ParseCorrelation(const YamlNode& node, RuleContext* context);

// "value_count" and so on, as written in rules.
std::string_view CorrelationTypeName(CorrelationType type);

}  // namespace sekisho
