// What a scan found, for people: one page of text.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/assessing.h"
#include "service/scan.h"

namespace sekisho {

struct ScanView {
  const RuleSet& rules;
  const ScanReport& report;
  const ScanAssessments& assessments;
  const std::vector<std::string>& paths;
  const std::vector<RejectedRecord>& first_rejects;
  bool rejects_kept = false;  // all of them are in a file of the user's
  Terminal terminal;
  Language language = Language::kEnglish;
};

// What was read and left out, how many accounts are at which level, the first of the queue, every
// indicator, the groups, and what a finding is not. Bounded length. Equal scans give equal bytes.
std::string ScanSummary(const ScanView& view);

}  // namespace sekisho
