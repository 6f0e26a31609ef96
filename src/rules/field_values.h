// `field|modifiers: value(s)` as an expression.
#pragma once

#include "rules/expression.h"
#include "rules/modifiers.h"
#include "rules/rule_context.h"

namespace sekisho {

// `value` is a scalar, null, or a list of these. Problems are reported; the expression is then of
// no use, and the caller sees the rise in errors or `not_evaluated`.
Expression BuildFieldTest(const FieldKey& key, const YamlNode& value, RuleContext* context);

// One keyword: its pattern is searched in the whole event.
Expression BuildKeyword(const FieldKey& key, const YamlNode& value, RuleContext* context);

}  // namespace sekisho
