#include "engine/cost.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace sekisho {
namespace {

void AddTo(const std::vector<int64_t>& from, std::vector<int64_t>* to) {
  to->resize(std::max(to->size(), from.size()));
  std::transform(from.begin(), from.end(), to->begin(), to->begin(), std::plus<>());
}

// The least difference of two readings that follow one another.
int64_t TimeOf(CostClock clock) {
  constexpr int kReadings = 100;
  int64_t least = std::numeric_limits<int64_t>::max();
  for (int i = 0; i < kReadings; ++i) {
    const int64_t before = clock();
    least = std::min(least, clock() - before);
  }
  return least;
}

}  // namespace

void RuleCosts::Add(const RuleCosts& other) {
  AddTo(other.match_ns, &match_ns);
  AddTo(other.window_ns, &window_ns);
  facts_ns += other.facts_ns;
  profiles_ns += other.profiles_ns;
  links_ns += other.links_ns;
}

CostMeter::CostMeter(CostClock clock, size_t rules)
    : clock_(clock), clock_ns_(clock == nullptr ? 0 : TimeOf(clock)), costs_(rules) {}

void CostMeter::Add(int64_t start, const std::vector<RuleIndex>& rules,
                    std::vector<int64_t>* sums) const {
  const int64_t elapsed = Since(start);
  for (const RuleIndex rule : rules) (*sums)[rule] += elapsed / static_cast<int64_t>(rules.size());
}

int64_t CostMeter::Since(int64_t start) const {
  return std::max<int64_t>(0, clock_() - start - clock_ns_) * kCostEvery;
}

}  // namespace sekisho
