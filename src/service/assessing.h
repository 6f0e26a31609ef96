// What all findings of a scan amount to: the bridge between findings and the layer assess.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessor.h"
#include "assess/exemptions.h"
#include "rules/rule_set.h"
#include "service/scan.h"

namespace sekisho {

struct AccountAssessment {
  std::string_view account;  // points into the report
  Assessment assessment;     // Sign::finding is an index into ScanReport::findings
};

// A group is as its highest member.
struct GroupAssessment {
  size_t group = 0;  // index into ScanReport::groups
  AssessmentLevel level = AssessmentLevel::kContext;
  std::array<size_t, kAssessmentLevels> members{};  // by level; without findings: context
};

// Why an indicator says nothing, neither for nor against anybody.
enum class NotEvaluatedReason : uint8_t {
  kNoEvents,         // the input has no event that its rules look at
  kFieldMissing,     // it has, but none with the fields that they need
  kOneSided,         // it takes for absent what the input never tells (service/one_sided.h)
  kRule,             // its rules use what cannot be evaluated
  kListMissing,      // a list that its rules look things up in is not there, or nothing of it is
  kListStale,        // it is older than it may be at the last event
  kNeedsList,        // a list must be supplied that nothing reads yet
  kNeedsSimilarity,  // images or texts must be compared
  kPeople,           // people answer it
};

// "no_events", "field_missing", "one_sided", "rule", "list_missing", "list_stale", "needs_list",
// "needs_similarity", "people".
std::string_view ReasonName(NotEvaluatedReason reason);

struct NotEvaluated {
  size_t indicator = 0;  // index into RuleSet::indicators
  NotEvaluatedReason reason = NotEvaluatedReason::kNoEvents;
  std::vector<ListPart> lists;  // kListMissing, kListStale: one of these would do
  RuleLack lack;                // kNoEvents, kFieldMissing: the least that would do
};

// What so many accounts share that it says nothing about one of them.
struct Hub {
  Subject subject;
  uint64_t accounts = 0;  // the largest count of a finding
  bool at_least = false;  // the count is a lower bound
};

struct ScanAssessments {
  std::shared_ptr<const Assessor> assessor;
  // Every account with a finding or, if the policy says so, with a link to one under review; in the
  // order of docs/assessment.md.
  std::vector<AccountAssessment> queue;
  std::vector<GroupAssessment> groups;  // highest level first, then most members at it, then size
  std::vector<NotEvaluated> not_evaluated;  // by code
  // Indicators that are evaluated, and would see more with each of these lists; by code.
  std::vector<NotEvaluated> lists_wanted;
  std::array<size_t, kAssessmentLevels> accounts{};  // of the queue, by level
  ExemptionRegister exemptions;
  std::vector<size_t> exempted;  // by exemption: findings that it covers for some account
  std::vector<Hub> hubs;         // by number of accounts, then by name

  const SignKind& kind(const Contribution& one) const { return assessor->kinds()[one.kind]; }
};

// Indicators come first among the kinds, with their indices; then the rules without an indicator,
// all of the evidence class "own_rule". `rules` and `report` outlive the result.
//
// Exemptions, questions to accounts and answers are those of the report's statements, as they stand
// at its last event.
ScanAssessments AssessScan(const RuleSet& rules, const ScanReport& report,
                           const AssessmentPolicy& policy);

}  // namespace sekisho
