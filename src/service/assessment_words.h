// Assessments in plain words: what contributes, where it was published, what would clear it, and
// what could not be evaluated.
#pragma once

#include "core/language.h"
#include "service/assessing.h"

namespace sekisho {

// Which rule of the policy gave the level, in one sentence.
const Phrase& PathPhrase(AssessmentPath path);

// Why an indicator was not evaluated: "a list is needed".
const Phrase& ReasonPhrase(NotEvaluatedReason reason);

// Bounded length. Judges nobody: it names published indicators.
LocalText ExplainAssessment(const RuleSet& rules, const ScanAssessments& assessments,
                            const Assessment& assessment);

}  // namespace sekisho
