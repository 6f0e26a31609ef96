// What the rules of a scan cost, as a table.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/scan.h"

namespace sekisho {

// The clock that costs are measured with: the time of the calling thread, in
// nanoseconds.
int64_t ThreadNanoseconds();

// A line for each rule that took time, the dearest first, and one for each
// piece of work that rules share. `report.costs` must have been measured.
std::string ScanCosts(const RuleSet& rules, const ScanReport& report, const Terminal& terminal,
                      Language language);

}  // namespace sekisho
