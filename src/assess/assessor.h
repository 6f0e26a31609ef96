// Findings → assessment. Pure and deterministic: no clock, no disk; the order of the findings does
// not matter, and a further finding never lowers a level.
#pragma once

#include <span>
#include <vector>

#include "assess/assessment.h"
#include "assess/policy.h"

namespace sekisho {

// One cause counts once. Two indicators have the same cause when one of them names the other; no
// chain is followed: of A05–A18–B02, where A18 names B02 alone, B02 folds into A18 and A05 stays.
// A level holds when *some* choice of signs, no two of one cause, reaches it. That is why a further
// finding cannot lower it: it only adds choices.
//
// Immutable once made; thread-safe.
class Assessor {
 public:
  // `kinds` are the indicators that Sign::kind counts.
  Assessor(AssessmentPolicy policy, std::vector<SignKind> kinds);

  // The signs of one account. `now_ms` is the newest event known; it decides only which requests
  // are overdue.
  Assessment Assess(std::span<const Sign> signs, std::span<const ExplanationRequest> requests,
                    int64_t now_ms) const;

  const AssessmentPolicy& policy() const { return policy_; }
  const std::vector<SignKind>& kinds() const { return kinds_; }

  bool SameCause(uint32_t a, uint32_t b) const { return same_cause_[a * kinds_.size() + b]; }

 private:
  std::vector<Contribution> Collect(std::span<const Sign> signs,
                                    std::span<const ExplanationRequest> requests,
                                    int64_t now_ms) const;
  void FindLevel(std::span<const Sign> signs, std::vector<Contribution>* all,
                 Assessment* out) const;
  bool FindBreadth(std::span<const Sign> signs, std::vector<Contribution>* all,
                   Assessment* out) const;
  void Fold(std::vector<Contribution>* all) const;
  void Describe(Assessment* out) const;
  bool IsUrgentOpener(const Contribution& sign) const;

  const AssessmentPolicy policy_;
  const std::vector<SignKind> kinds_;
  std::vector<uint32_t> class_of_;  // kind → number of its evidence class
  std::vector<bool> same_cause_;    // kind × kind
  std::vector<bool> asks_first_;    // by kind
};

}  // namespace sekisho
