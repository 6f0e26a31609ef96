// The interview sheet of a candidate's role.
#pragma once

#include <vector>

#include "diligence/candidate.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// The questions for everybody of the candidate's role, in the order of the questionnaires. A
// question about a language is there only for who claims one at business or native level, because
// only that claim can be contradicted; those for people who work already only when the candidate
// does.
std::vector<Questionnaire> SheetOf(const Candidate& candidate,
                                   const std::vector<Questionnaire>& questionnaires);

}  // namespace sekisho
