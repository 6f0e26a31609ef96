// Assessments as NDJSON; every member stands in docs/findings.md.
#pragma once

#include <string>

#include "core/language.h"
#include "service/assessing.h"

namespace sekisho {

// Appends a line about the assessment as a whole; one for every exemption and every hub; one for
// every account of the queue, in its order; then one for every group. What is the same for all is
// said once; texts are in one language, and what the catalogue says of an indicator is not
// repeated. Without findings, exemptions and missing lists nothing at all.
void AppendAssessmentLines(const RuleSet& rules, const ScanReport& report,
                           const ScanAssessments& assessments, Language language, std::string* out);

}  // namespace sekisho
