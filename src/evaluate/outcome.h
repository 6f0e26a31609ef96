// What a scan said about accounts, in the form that is compared with the truth.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assessment.h"
#include "service/assessing.h"

namespace sekisho {

// An indicator that names an account.
struct SignOutcome {
  uint32_t indicator = 0;  // index into Outcome::indicators
  bool counts = false;     // a sign, also one that was folded into another of the same cause
  bool solid = false;      // may stand on its own
  bool decisive = false;   // belongs to the smallest choice that gave the level
  int64_t first_ms = 0;
};

struct AccountOutcome {
  std::string_view account;
  AssessmentLevel level = AssessmentLevel::kContext;
  std::vector<SignOutcome> signs;
};

// Linked accounts; its level is that of its highest member.
struct GroupOutcome {
  AssessmentLevel level = AssessmentLevel::kContext;
  std::vector<std::string_view> accounts;
};

struct Outcome {
  struct Indicator {
    std::string code;       // or the name of a rule of the user's own
    bool computed = false;  // looked at by the scan
  };
  std::vector<Indicator> indicators;
  std::vector<AccountOutcome> queue;  // in its order
  std::vector<GroupOutcome> groups;
  int64_t last_ms = 0;  // newest event
};

// Views of `report` and `assessments`, which outlive the outcome.
Outcome OutcomeOf(const RuleSet& rules, const ScanReport& report,
                  const ScanAssessments& assessments);

}  // namespace sekisho
