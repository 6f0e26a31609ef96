// The interview sheet as a page to print on A4 and fill in by hand (docs/vetting.md).
#pragma once

#include <string>
#include <vector>

#include "core/language.h"
#include "diligence/candidate.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// The questions of SheetOf() in three languages: boxes to tick, lines to write on, what not to
// write down. One HTML file that needs nothing else. Pure; equal input gives equal bytes.
std::string VetSheetPage(const Candidate& candidate,
                         const std::vector<Questionnaire>& questionnaires, Language language);

}  // namespace sekisho
