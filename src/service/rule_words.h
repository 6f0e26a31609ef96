// Rules and their values in words.
#pragma once

#include <string>
#include <vector>

#include "core/language.h"
#include "rules/indicator.h"
#include "rules/rule_set.h"
#include "service/finding.h"

namespace sekisho {

// The value of a finding, exactly: "4", "0.02", "1d 6h" for a length of time, "∞" without bound.
// Whether it is a lower bound stands in the finding.
std::string ValueText(const Rule& rule, const Finding& finding);

// The same for reading: numbers with two digits behind the point ("15.33"; small ones with two that
// are not zero), lengths of time cut to hours, minutes or seconds, "≥ 4096" for a lower bound.
std::string RoundedValueText(const Rule& rule, const Finding& finding);

// What a rule asks for, in one sentence: "number of distinct network.address in “A session starts”,
// per account, within 1h: at least 4". For a detection: its title and the event types it looks at.
std::string RuleInWords(const RuleSet& rules, RuleIndex index, Language language);

// "M05", "M08" …
std::vector<std::string> MeasureCodes(const Indicator& indicator);

// The rules of an indicator in the order of the file; all of them, also those that only feed
// others.
std::vector<RuleIndex> RulesOf(const RuleSet& rules, size_t indicator);

}  // namespace sekisho
