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
  VetEventCounts counts;
};

// Scans the files, up to `as_of`, together with what the candidate file says as events. Left out
// are findings that rest on the candidate file alone (the rules of `vet` have said them), those
// that an exemption or an accepted explanation covers, and payees who have a name that the file
// knows. Not evaluated is what the events of the account itself cannot tell. Warns about lines that
// were refused and events that were left out, and when no event is about the account. Fails when a
// file cannot be read.
StatusOr<VetEvents> ScanForCandidate(const RuleSet& rules, const Candidate& candidate,
                                     const std::vector<std::string>& paths,
                                     std::shared_ptr<const ListSet> lists);

}  // namespace sekisho
