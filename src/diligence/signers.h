// Who signed something: the names beside checks, answers and exceptions, as far as names can say.
#pragma once

#include <string_view>

#include "diligence/candidate.h"

namespace sekisho {

// Whether both name one person: width, case, spaces and signs between the letters make no second
// one. Pure.
bool SamePerson(std::string_view a, std::string_view b);
// A text without letters and digits names nobody. Pure.
bool NamesSomebody(std::string_view by);

// The candidate under a name that he claims, that a document or a profile has, under the id of the
// file, or as the word "candidate" in any language of the program; the agency under its name, or as
// "vendor". Pure.
bool IsCandidate(std::string_view by, const Candidate& candidate);
bool IsAgency(std::string_view by, const Candidate& candidate);

}  // namespace sekisho
