// The accounts of the truth, each beside what the scan said about it.
#pragma once

#include <optional>
#include <vector>

#include "evaluate/outcome.h"
#include "evaluate/truth.h"

namespace sekisho {

// Points into the outcome and the truth, which outlive it.
struct Judged {
  const TruthAccount* truth = nullptr;
  const AccountOutcome* outcome = nullptr;  // null: no finding
  AssessmentLevel level = AssessmentLevel::kContext;
  std::optional<AssessmentLevel> grouped;  // the highest level of a group that it is in
  std::optional<AssessmentLevel> linked;   // of one that holds another account of its ring

  bool is_case() const { return level >= AssessmentLevel::kReview; }
  bool in_grouped_case() const { return grouped && *grouped >= AssessmentLevel::kReview; }
  bool in_linked_case() const { return linked && *linked >= AssessmentLevel::kReview; }
};

// A group as the truth sees it.
struct JudgedGroup {
  AssessmentLevel level = AssessmentLevel::kContext;
  bool honest = false;                  // holds honest accounts
  std::vector<std::string_view> rings;  // with two accounts in it or more, by name
};

struct Comparison {
  std::vector<Judged> accounts;      // of the truth, in its order
  std::vector<JudgedGroup> groups;   // of the outcome, in its order
  std::vector<const Judged*> queue;  // of the outcome, in its order; null: not in the truth
};

Comparison JoinTruth(const Outcome& outcome, const Truth& truth);

}  // namespace sekisho
