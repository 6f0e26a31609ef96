// Assessments in plain words: what gave the level, and what was left out of account and why.
#pragma once

#include <string>

#include "core/language.h"
#include "service/assessing.h"

namespace sekisho {

// Which rule of the policy gave the level, in one sentence.
const Phrase& PathPhrase(AssessmentPath path);

// Why an indicator was not evaluated: "a list is needed".
const Phrase& ReasonPhrase(NotEvaluatedReason reason);

// Bounded length. Judges nobody: it names published indicators.
// What an indicator means, where it was published and what would clear it is in the catalogue,
// under its code.
std::string ExplainAssessment(const ScanAssessments& assessments, const Assessment& assessment,
                              Language language);

}  // namespace sekisho
