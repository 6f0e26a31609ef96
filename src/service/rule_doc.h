// The page docs/indicators.md, made from the indicator files.
#pragma once

#include <string>

#include "rules/rule_set.h"

namespace sekisho {

// Markdown: a table of all indicators, then a section for each, ordered by id. Equal rules give
// equal bytes.
std::string IndicatorsPage(const RuleSet& rules);

}  // namespace sekisho
