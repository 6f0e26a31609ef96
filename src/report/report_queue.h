// The part of the report's data that says who should be looked at, in which order, and why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "report/report.h"
#include "report/report_names.h"
#include "report/report_set_aside.h"

namespace sekisho {

// Writes the accounts in the order of the queue, and lists them in `names`:
//
//   [text of the name, group or -1, level, path, bits (1: re-verification only, 2: linked to an
//    account under review), [contribution…]]
//
// a contribution:
//
//   [kind, grade, role, bits (1: solid, 2: decisive, 4: a request stayed unanswered),
//    kind that it is counted with or -1, findings, [number among the shown exemptions…]]
//
// Levels, paths, grades and roles are numbers of the enumerations of assess/assessment.h; the group
// is a place in ScanAssessments::groups.
void WriteAccounts(const ReportView& view, const ShownExemptions& exemptions, ReportNames* names,
                   std::string* out);

struct FindingsPart {
  std::string findings;  // JSON: [finding…]
  std::string proofs;    // JSON: of each listed account, of each contribution: [finding…]
  std::string others;    // JSON: the findings that name no account
  uint64_t written = 0;
  uint64_t without_events = 0;  // whose events the limit left out
};

// The findings, in the order in which the queue asks for them, so that those of the first accounts
// are in full:
//
//   [rule, text of the subject's type, text of the subject, first, last, value, bits (1: the window
//    was full, 2: held at the end, 4: without its events), events in all, accounts in all,
//    [account…], [event…]]
//
// an event: [time, text of the type, of the account, of the id, of each value or -1]. Times count
// from the first event. `bytes_used` is what the other parts of the data take.
FindingsPart WriteFindings(const ReportView& view, size_t bytes_used, ReportNames* names);

}  // namespace sekisho
