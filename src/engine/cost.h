// What the rules cost: the time of a sample of their work.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/rule_set.h"

namespace sekisho {

// Nanoseconds since some moment, of the thread or of the machine; never goes
// back. Null: nothing is measured.
using CostClock = int64_t (*)();

// Time by rule, and of what all rules share. Estimates: of one event in
// kCostEvery.
struct RuleCosts {
  std::vector<int64_t> match_ns;   // by rule: does it match, and which records does it meet?
  std::vector<int64_t> window_ns;  // by rule: its windows
  int64_t facts_ns = 0;
  int64_t profiles_ns = 0;  // and populations
  int64_t links_ns = 0;

  explicit RuleCosts(size_t rules = 0) : match_ns(rules), window_ns(rules) {}
  void Add(const RuleCosts& other);
};

// A prime, so that no pattern of the input is met again and again.
inline constexpr uint32_t kCostEvery = 61;

// Decides what is measured and adds it up. Not thread-safe: one per thread.
// Without a clock it costs one branch.
class CostMeter {
 public:
  CostMeter(CostClock clock, size_t rules);

  // The next piece of work begins: is it of the sample?
  bool Takes() {
    if (clock_ == nullptr || ++at_ < kCostEvery) return false;
    at_ = 0;
    return true;
  }
  // A piece of work of the sample: the time Now, the work, then Add with where
  // its time goes.
  int64_t Now() const { return clock_(); }
  void Add(int64_t start, int64_t* sum) const { *sum += Since(start); }
  // The same for the work of several rules together: each bears an equal share.
  void Add(int64_t start, const std::vector<RuleIndex>& rules, std::vector<int64_t>* sums) const;

  RuleCosts& costs() { return costs_; }
  const RuleCosts& costs() const { return costs_; }

 private:
  // Without the time that the clock itself takes, times kCostEvery.
  int64_t Since(int64_t start) const;

  CostClock clock_;
  int64_t clock_ns_ = 0;
  uint32_t at_ = 0;
  RuleCosts costs_;
};

}  // namespace sekisho
