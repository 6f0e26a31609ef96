// The part of the report's data that says who shares what with whom.
#pragma once

#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"
#include "report/report.h"
#include "report/report_names.h"

namespace sekisho {

// The number of an account's group among those that are written. Points into the report.
using GroupNumbers = absl::flat_hash_map<std::string_view, int64_t>;

// Writes the groups as one array, highest level first:
//
//   {"level", "members": [accounts by level], "size", "accounts": [account],
//    "sharedCount", "shared": [[kind, uses, [[number in accounts, time, event]…]]…]}
//
// Of a group with too many accounts, those that stand first in the queue are written; of too many
// shared identifiers, those of most accounts. The time and the event are missing for the first
// account of an identifier.
GroupNumbers WriteGroups(const ReportView& view, ReportNames* names, JsonWriter* json);

}  // namespace sekisho
