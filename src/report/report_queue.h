// The part of the report's data that says who should be looked at, in which order, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report_groups.h"
#include "report/report_names.h"

namespace sekisho {

struct QueuePart {
  std::string accounts;  // JSON: [account…]
  std::string findings;  // JSON: [finding…]
  std::string others;    // JSON: numbers of the findings that name no account
  uint64_t findings_written = 0;
  uint64_t without_events = 0;  // findings whose events the limit left out
};

// The accounts in the order of the queue:
//
//   [text of the name, group or -1, level, path, bits (1: re-verification only), [contribution…]]
//
// a contribution:
//
//   [kind, grade, role, bits (1: solid, 2: decisive, 4: a request stayed unanswered),
//    kind that it is counted with or -1, [finding…], how many findings it has]
//
// and the findings, numbered as they are written, so that those of the first accounts are in full:
//
//   [rule, text of the subject's type, text of the subject, first, last, value, bits, events in
//    all, accounts in all, [account…], [event…]]
//
// Levels, paths, grades and roles are numbers of the enumerations of assess/assessment.h. Times
// count from the first event.
QueuePart WriteQueue(const ReportView& view, const GroupNumbers& group_of, ReportNames* names);

}  // namespace sekisho
