// The `cases` document of an indicator file.
#pragma once

#include <vector>

#include "rules/case.h"
#include "rules/rule_context.h"

namespace sekisho {

// `cases` is the value of the key `cases`. Problems are reported; cases with errors are left out.
std::vector<IndicatorCase> ReadCases(const YamlNode& cases, size_t indicator, RuleContext* context);

}  // namespace sekisho
