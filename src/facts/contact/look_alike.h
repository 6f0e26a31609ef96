// Names that a hasty reader takes for each other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

// What the text looks like (Unicode TR39, section 4): every character that is easily confused is
// replaced by the one it looks like ("rn" for m), whatever its script; in lower case. Beyond TR39,
// i, I, l and 1 are one, because I is a case of i. Two texts with one skeleton look alike.
std::string Skeleton(std::string_view utf8);

// The least number of insertions, deletions, changes and swaps of neighbours, no part touched twice
// (optimal string alignment), that makes one text of the other, in characters; `distance_max` + 1
// when it is more. Texts of more than 64 characters are farther apart than that.
size_t EditDistance(std::string_view a, std::string_view b, size_t distance_max);

// Whether two different labels of domains are easily taken for each other: one skeleton, or an edit
// distance of 1 when the shorter has 4 to 7 characters, of at most 2 when it has 8 or more; that of
// their skeletons too when only one of them is in ASCII. Between short names one letter is all the
// difference there is.
bool LooksAlike(std::string_view a, std::string_view b);

}  // namespace sekisho
