// Which indicators stand behind the numbers: what lists honest accounts, what makes cases of them,
// and what is known of the accounts of rings that were missed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/judged.h"

namespace sekisho {

// An indicator and the honest accounts that it brings to flag or above.
struct Cause {
  uint32_t indicator = 0;  // index into Outcome::indicators
  uint64_t accounts = 0;   // it is one of the signs that suffice, alone or with others
  uint64_t alone = 0;      // no other sign would do: without it they would not be listed
};

struct KindCauses {
  std::string kind;
  std::vector<Cause> causes;  // most accounts first, then by code
};

// The signs that decided a case (review or above), and whose cases they decided.
struct Combination {
  std::vector<uint32_t> indicators;  // by code
  uint64_t ring = 0;
  uint64_t honest = 0;
  std::vector<std::pair<std::string, uint64_t>> kinds;  // of the honest ones, most first
};

// Accounts of rings below flag.
struct Missed {
  std::string care;
  uint64_t accounts = 0;
  uint64_t unnamed = 0;                                   // of these, those without any finding
  std::vector<std::pair<uint32_t, uint64_t>> indicators;  // that name them, most first
};

// By kind; kinds without an honest account at flag or above are left out.
std::vector<KindCauses> FindCauses(const Comparison& comparison, const Outcome& outcome);
// Most honest cases first, then most of rings, then by codes.
std::vector<Combination> FindCombinations(const Comparison& comparison, const Outcome& outcome);
// By care.
std::vector<Missed> FindMissed(const Comparison& comparison, const Outcome& outcome);

}  // namespace sekisho
