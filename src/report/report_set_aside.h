// The part of the report's data that says what does not count, and who decided that.
#pragma once

#include <cstdint>
#include <vector>

#include "core/json_writer.h"
#include "report/report.h"
#include "report/report_names.h"

namespace sekisho {

// The exemptions that the page shows: those that cover most findings first, then those in force.
class ShownExemptions {
 public:
  explicit ShownExemptions(const ScanAssessments& assessments);

  // Numbers of a contribution's exemptions among the shown ones, as an array.
  void WriteNumbers(const std::vector<uint32_t>& exemptions, JsonWriter* json) const;

  // {"total", "inForce", "list": [[kind, code or "", account or -1, other account or -1, text of
  // the subject or -1, since, until or null, text of who, text of why, text of the event, in force,
  // findings]…]}; times in milliseconds since 1970, as they may lie before the first event.
  void Write(ReportNames* names, JsonWriter* json) const;

 private:
  const ScanAssessments& assessments_;
  std::vector<uint32_t> shown_;    // indices of the register
  std::vector<uint32_t> numbers_;  // by index of the register
};

// [[text of the type, text of the subject, accounts, whether that is a lower bound]…] of the first
// hubs: what so many accounts share that it says nothing about one of them.
void WriteHubs(const ScanAssessments& assessments, ReportNames* names, JsonWriter* json);

}  // namespace sekisho
