// How good a scan was, where the truth is known: what it caught, whom it troubled, and why. Pure:
// equal outcomes and truths give equal numbers (docs/truth.md explains them).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "evaluate/outcome.h"
#include "evaluate/reasons.h"
#include "evaluate/share.h"
#include "evaluate/truth.h"

namespace sekisho {

// Levels that trouble somebody: flag and above, review and above, urgent.
inline constexpr std::array<AssessmentLevel, 3> kTroubleLevels = {
    AssessmentLevel::kFlag, AssessmentLevel::kReview, AssessmentLevel::kUrgent};
inline constexpr size_t kTroubleLevelCount = kTroubleLevels.size();

// A way to name accounts, against the accounts of rings.
struct Catch {
  Share precision;             // of the named accounts, those of rings
  Share recall;                // of the accounts of rings, the named ones
  std::vector<Share> by_care;  // recall, by Quality::cares
};

struct IndicatorCatch {
  uint32_t indicator = 0;  // index into Outcome::indicators
  Catch caught;
};

// A group is right when it holds two accounts of one ring. A ring is found when a group holds two
// of its accounts.
struct GroupCatch {
  Share right;  // of the groups of this level or above
  Share mixed;  // of the right ones, those that hold honest accounts too
  Share found;  // of the rings with two accounts or more
};

// Accounts with one property in common.
struct Slice {
  std::string value;  // empty: the truth does not say
  std::array<Share, kTroubleLevelCount> at_least;
  Share linked_case;     // linked with another account of its ring in a group at review or above
  Share linked_or_case;  // that, or itself at review or above
};

// A case counts in the month in which the last of the signs that decided it began. Months are
// periods of 30 days, counted back from the newest event.
struct MonthCases {
  uint64_t all = 0;
  uint64_t honest = 0;
};

struct QueueHead {
  uint64_t first = 0;  // how many accounts were asked for
  Share right;         // of those that there are, the accounts of rings
};

struct Quality {
  uint64_t accounts = 0;  // of the truth
  uint64_t ring_accounts = 0;
  uint64_t rings = 0;
  uint64_t not_in_truth = 0;       // accounts with findings that the truth does not know: left out
  std::vector<std::string> cares;  // careless, average, careful, then others

  std::array<Catch, kTroubleLevelCount> levels;
  // Linked with another account of the own ring (for recall; with anybody for precision) in a group
  // of any level, of flag or above, of review or above, of urgent.
  std::array<Catch, kAssessmentLevels> linked;
  Catch linked_or_case;  // linked at review or above, or itself at review or above
  std::array<GroupCatch, kAssessmentLevels> groups;  // of this level or above

  std::vector<IndicatorCatch> indicators;  // that were computed, by code
  std::vector<QueueHead> queue;
  std::vector<MonthCases> months;  // newest first
  MonthCases earlier;              // cases before them

  std::vector<Slice> kinds, countries, languages, ages;  // honest accounts
  std::vector<Slice> ring_cares, ring_roles, ring_ages;  // accounts of rings
  std::vector<KindCauses> causes;                        // by honest kind
  std::vector<Combination> combinations;                 // most honest cases first
  std::vector<Missed> missed;                            // by care
};

// Accounts of the truth that no finding names are at `context`.
Quality MeasureQuality(const Outcome& outcome, const Truth& truth);

}  // namespace sekisho
