// The way of a report: draft → checked → approved → handed_over → closed, or withheld. People take
// every step; the program looks at their order and at who took them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "dossier/report_file.h"
#include "rules/indicator.h"

namespace sekisho {

// Everything that is wrong with the states of the report:
//   * a step that may not follow the one before, or is earlier than it;
//   * checked or approved by somebody who wrote a draft of it, the first one or a later one;
//   * handed_over without channel and reference, withheld or drafted anew without a reason;
//   * a content that is not the one that was checked, approved or handed over;
//   * gaps in a report that is no draft any more.
// No errors: the report stands in its last state.
std::vector<Diagnostic> CheckStates(const ReportFile& report);

// An error for each finding and each part of `not_evaluated` whose indicator is not in `known`.
std::vector<Diagnostic> CheckIndicators(const ReportFile& report, std::span<const Indicator> known);

// The states that may follow.
std::vector<std::string_view> NextStates(std::string_view state);

}  // namespace sekisho
