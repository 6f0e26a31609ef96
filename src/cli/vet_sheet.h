// An interview sheet to print and fill in by hand.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "diligence/candidate.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// The questions for everybody of the candidate's role, in the order of the questionnaires, with a
// box for each answer. A question about a language is there only for who claims one at business or
// native level, because only that claim can be contradicted.
std::string VetSheet(const Candidate& candidate, const std::vector<Questionnaire>& questionnaires,
                     const Terminal& terminal, Language language);

}  // namespace sekisho
