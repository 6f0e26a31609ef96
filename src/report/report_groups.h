// The part of the report's data that says who shares what with whom.
#pragma once

#include <cstddef>
#include <string>

#include "report/report.h"
#include "report/report_names.h"

namespace sekisho {

// Writes the groups as one array, highest level first:
//
//   {"level", "members": [accounts by level], "size", "accounts": [account],
//    "sharedCount", "shared": [[kind, uses, [[number in accounts, time, event]…]]…]}
//
// Of a group with too many accounts, those that stand first in the queue are written; of too many
// shared identifiers, those of most accounts. The time and the event are missing for the first
// account of an identifier. Returns how many groups the limits let in.
size_t WriteGroups(const ReportView& view, ReportNames* names, std::string* out);

}  // namespace sekisho
