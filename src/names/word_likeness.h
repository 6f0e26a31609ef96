// How like two words of names in Latin letters are. Used inside of this layer.
#pragma once

#include "names/match.h"
#include "names/name_form.h"

namespace sekisho {

// In [0, 1]; 0: not one word. `reason` is how they are alike. Two given names that the table knows
// as names of their own (tables/words.txt) are alike only when it says that they are one name;
// numbers and generations only when they are equal.
double WordLikeness(const LatinWord& a, const LatinWord& b, bool organisation, NameReason* reason);

// The same by letters alone, whatever the tables say.
double SpellingLikeness(const LatinWord& a, const LatinWord& b);

}  // namespace sekisho
