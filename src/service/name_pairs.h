// A file of pairs of names, compared one by one, and how well the scores part what belongs together
// from what does not.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "names/match.h"

namespace sekisho {

struct NamePair {
  std::string_view name1;
  std::string_view name2;
  std::optional<bool> is_match;  // as somebody has labelled it
  const NameMatch* match = nullptr;
};

// Of all labelled pairs at one threshold: a pair with at least this score counts as a match.
struct NameFigures {
  double threshold = 0;
  uint64_t found = 0;     // labelled as a match, and at least this score
  uint64_t wrong = 0;     // not a match, and at least this score
  uint64_t missed = 0;    // a match, and below
  uint64_t rejected = 0;  // not a match, and below

  // Of nothing at all: 0.
  double Precision() const;
  double Recall() const;
  double F1() const;
};

struct NamePairsReport {
  uint64_t pairs = 0;
  uint64_t labelled = 0;
  uint64_t refused = 0;       // rows that could not be read
  std::string first_refused;  // "file:3: reason"
  std::vector<std::string> source_errors;
  NameFigures at_default;  // at kNameVariantScore
  NameFigures best;        // at the threshold with the greatest F1; of equal ones the least
};

// Reads CSV with the columns name1, name2 and, if there, is_match (true/false, 1/0, yes/no; empty:
// not labelled); other columns are left alone. Calls `on_pair` for each row; what it is given is
// valid during the call. Fails when the file cannot be opened or a column is missing.
StatusOr<NamePairsReport> CompareNamePairs(const std::string& path,
                                           const std::function<void(const NamePair&)>& on_pair);

// The figures of labelled scores. For tests and other sources of pairs.
struct LabelledScore {
  double score;
  bool is_match;
};
NameFigures FiguresAt(const std::vector<LabelledScore>& scores, double threshold);
NameFigures BestFigures(std::vector<LabelledScore> scores);

}  // namespace sekisho
