// Which indicators can say anything about the events of an import, and what the others lack. An
// indicator that is not evaluated says nothing, neither for nor against anybody.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/possible.h"
#include "rules/rule_set.h"
#include "service/import.h"

namespace sekisho {

struct Mapping;

enum class Evaluable : uint8_t {
  kYes,
  // Only by what differs between two states of a table: a change that was undone between them, or
  // made twice, is not seen.
  kDifferences,
  // Holds because it takes for absent what the input does not tell: misleading.
  kOneSided,
  kLacks,            // events or fields
  kOneState,         // a table of states came with one file, so nothing differs from another
  kRule,             // its rules use what cannot be evaluated
  kNeedsList,        // a list must be supplied
  kNeedsSimilarity,  // images or texts must be compared
  kPeople,           // people answer it
};

struct IndicatorAnswer {
  size_t indicator = 0;  // index into RuleSet::indicators
  Evaluable evaluable = Evaluable::kYes;
  RuleLack lack;                    // kLacks and kOneSided only
  std::vector<std::string> tables;  // kOneState only: one of these
};

// Of every indicator but those that are background or never computed, by id. `report` is of an
// import by `mapping`.
std::vector<IndicatorAnswer> AnswersOf(const RuleSet& rules, const Mapping& mapping,
                                       const ImportReport& report);

}  // namespace sekisho
