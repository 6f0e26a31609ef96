// The search for signs that together fulfil a rule of the policy, no two of them of one cause.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sekisho {

struct Candidate {
  uint32_t kind = 0;
  uint32_t evidence_class = 0;
  bool solid = false;
  bool hard = false;
  bool opener = false;
};

// Lower limits of what is chosen.
struct Demand {
  size_t signs = 0;
  size_t classes = 0;
  size_t solid = 0;
  size_t hard = 0;
  size_t openers = 0;
};

using CauseTest = std::function<bool(uint32_t kind_a, uint32_t kind_b)>;

// Positions, rising, of a smallest choice that is enough; of several, the one whose candidates
// stand first. Nothing when there is none. Exact. The work grows with the candidates to the power
// of the signs that are needed, both of which the catalogue and the policy limit, not the events.
std::optional<std::vector<size_t>> Choose(std::span<const Candidate> candidates,
                                          const Demand& demand, const CauseTest& same_cause);

}  // namespace sekisho
