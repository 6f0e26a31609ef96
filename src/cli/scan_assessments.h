// Assessments as lines of the summary.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/assessing.h"

namespace sekisho {

// "  1 urgent · 3 review · 12 flag · 40 context", and what the levels ask for. With line ends.
std::string LevelLines(const ScanAssessments& assessments, const Terminal& terminal,
                       Language language);

// The heading of one account: its name, level and independent kinds of evidence.
std::string AssessmentLine(const AccountAssessment& account, const Terminal& terminal,
                           Language language);

// Why an indicator does not count, in brackets behind a space: " (context)", " (with A03)", " (⚠)".
// Empty for one that counts in full.
std::string RoleText(const ScanAssessments& assessments, const Contribution& one,
                     Language language);

}  // namespace sekisho
