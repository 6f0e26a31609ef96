// What the event files say about a candidate.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/status.h"
#include "diligence/vetting.h"
#include "lists/list_set.h"
#include "service/finding.h"

namespace sekisho {

struct VetEvents {
  std::vector<VetFinding> findings;  // of the account with the candidate's id
  std::vector<VetNotEvaluated> not_evaluated;
  uint64_t events = 0;  // of the files
  uint64_t rejects = 0;
};

// Scans the files together with what the candidate file says as events. Findings that rest on the
// candidate file alone are left out: the rules of `vet` have said them. Fails when a file cannot be
// read.
StatusOr<VetEvents> ScanForCandidate(const RuleSet& rules, const Candidate& candidate,
                                     const std::vector<std::string>& paths,
                                     std::shared_ptr<const ListSet> lists);

}  // namespace sekisho
