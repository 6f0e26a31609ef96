// The page docs/measures.md, made from the files of measures/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "measures/load.h"
#include "rules/rule_set.h"

namespace sekisho {

// Markdown: a table of all measures, then a section for each. Equal input gives equal bytes.
std::string MeasuresPage(const MeasureCatalogue& catalogue);

// Ids of the indicators that name the measure, in order.
std::vector<std::string> IndicatorsOf(const RuleSet& rules, std::string_view measure);

}  // namespace sekisho
