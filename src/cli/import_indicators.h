// Which indicators an import lets say anything, for people.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/evaluable.h"

namespace sekisho {

// Indicators that can be evaluated as codes, the others grouped by what they lack. With line ends;
// begins with an empty line.
std::string IndicatorLines(const RuleSet& rules, const std::vector<IndicatorAnswer>& answers,
                           const Terminal& terminal, Language language);

}  // namespace sekisho
