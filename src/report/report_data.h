// The data of the report: one JSON value that the page's script shows on demand.
#pragma once

#include <string>

#include "report/report.h"

namespace sekisho {

// Compact: texts that may repeat stand once, in "texts", and are named by their number. Characters
// that HTML gives a meaning to are escaped, so the value may stand inside a <script> element.
std::string ReportData(const ReportView& view);

}  // namespace sekisho
