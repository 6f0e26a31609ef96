// Assessments as NDJSON; every member stands in docs/findings.md.
#pragma once

#include <string>

#include "service/assessing.h"

namespace sekisho {

// Appends a line for every account of the queue, in its order, then one for every group.
void AppendAssessmentLines(const RuleSet& rules, const ScanReport& report,
                           const ScanAssessments& assessments, std::string* out);

}  // namespace sekisho
