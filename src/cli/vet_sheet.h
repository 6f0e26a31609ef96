// An interview sheet to print and fill in by hand.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "diligence/candidate.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// The questions of SheetOf() with a box for each answer, for a terminal or a printer of text.
std::string VetSheet(const Candidate& candidate, const std::vector<Questionnaire>& questionnaires,
                     const Terminal& terminal, Language language);

}  // namespace sekisho
