// Names of one candidate against each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diligence/candidate.h"

namespace sekisho {

// How `name` relates to the person: the best outcome against all claimed names and those of the
// documents (src/names): same | variant | declared | unclear | unrelated. A former or business name
// that the person claims makes "declared". "unclear" when one may be a reading of the other that no
// table has. Empty without any name to compare with.
std::string OutcomeOfName(std::string_view name, const Candidate& candidate);

// The same against these names only.
std::string OutcomeOfName(std::string_view name, const std::vector<ClaimedName>& claimed);

// Whether two names of schools or companies are one name.
bool IsOneOrganisation(std::string_view a, std::string_view b);

}  // namespace sekisho
