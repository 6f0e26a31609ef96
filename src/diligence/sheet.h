// The interview sheet of a candidate's role.
#pragma once

#include <vector>

#include "diligence/candidate.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// Whether the question is for this candidate. One about a language is only for who claims one at
// business or native level, because only that claim can be contradicted.
bool IsAsked(const Question& question, const Candidate& candidate);

// The questions for everybody of the candidate's role, in the order of the questionnaires,
// without those that IsAsked() leaves out; those for people who work already only when the
// candidate does.
std::vector<Questionnaire> SheetOf(const Candidate& candidate,
                                   const std::vector<Questionnaire>& questionnaires);

}  // namespace sekisho
