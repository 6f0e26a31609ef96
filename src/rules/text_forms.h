// The forms a text value takes once its modifiers are applied.
#pragma once

#include <vector>

#include "rules/modifiers.h"
#include "rules/rule_context.h"
#include "rules/text_pattern.h"

namespace sekisho {

// Any of the forms may match. Empty after a report, or when a placeholder has no value.
std::vector<TextParts> BuildTextForms(const std::vector<TextStep>& steps, std::string_view value,
                                      const SourcePlace& place, RuleContext* context);

}  // namespace sekisho
