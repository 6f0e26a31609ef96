// The numbers of a scan as JSON (docs/findings.md#statistics).
#pragma once

#include <string>

#include "service/scan.h"

namespace sekisho {

// One object and a line end. `seconds` is the only member that differs between equal runs.
std::string StatsJson(const RuleSet& rules, const ScanReport& report, double seconds);

}  // namespace sekisho
