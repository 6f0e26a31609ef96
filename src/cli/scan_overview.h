// The first part of the summary of a scan: what was read, what was left out, and why.
#pragma once

#include <string>

#include "cli/scan_summary.h"

namespace sekisho {

std::string ScanOverview(const ScanView& view);

}  // namespace sekisho
