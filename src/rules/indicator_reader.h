// The `sekisho` section of an indicator file.
#pragma once

#include "rules/indicator.h"
#include "rules/parameters.h"
#include "rules/rule_context.h"

namespace sekisho {

// `section` is the value of the key `sekisho`. Problems are reported. `parameters` receives the
// table for the rules of the same file.
Indicator ReadIndicator(const YamlNode& section, std::map<std::string, std::string>* overrides,
                        ParameterTable* parameters, RuleContext* context);

}  // namespace sekisho
