// The score of one way of comparing two names, with what was seen. Used inside of this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/match.h"
#include "names/name_form.h"

namespace sekisho {

struct Comparison {
  double score = 0;
  bool same = false;                           // nothing differs but what folding takes away
  std::vector<NameRemark>* remarks = nullptr;  // null: nobody wants them
  size_t remark_count = 0;

  static constexpr size_t kRemarksMax = 16;

  void Remark(NameReason reason, std::string_view left, std::string_view right);
  // Takes the better of the two; `other` has its own list of remarks.
  void Reset() {
    score = 0;
    same = false;
    remark_count = 0;
  }
};

// Words in Latin letters against words in Latin letters.
void CompareWords(const std::vector<LatinWord>& a, const std::vector<LatinWord>& b,
                  bool organisation, Comparison* result);

// East Asian writing against East Asian writing.
void CompareUnits(const std::vector<Unit>& a, const std::vector<Unit>& b, Comparison* result);

// East Asian writing against Latin letters.
void CompareUnitsWithWords(const std::vector<Unit>& units, const std::vector<LatinWord>& words,
                           bool swapped, Comparison* result);

// Of two unrelated names with this score: may one be an unknown reading of the other? See
// NameMatch.
bool MayHaveUnknownReading(const NameForm& a, const NameForm& b, double score);

// The text of units, for remarks.
std::string UnitsText(const std::vector<Unit>& units);

}  // namespace sekisho
