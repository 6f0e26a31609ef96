// What of an event is shown to a person as evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace sekisho {

// The fields that a rule, or a rule that feeds it, looks at and that stand in single events: the
// envelope, profile facts and the fields of links are left out. Sorted, without duplicates. Point
// into `rules`.
std::vector<std::string_view> EvidenceFields(const RuleSet& rules, RuleIndex rule);

// `text`, or its beginning and "…" when it is longer than `bytes_max`; cut between characters.
std::string BeginningOf(std::string_view text, size_t bytes_max);

// The number of a document, or its key "ISSUER|TYPE|NUMBER", with all but the last four characters
// of the number hidden; a number of at most eight characters is hidden altogether.
std::string MaskedNumber(std::string_view text);

}  // namespace sekisho
