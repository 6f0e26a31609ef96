// Can two names in Latin letters be romanisations of one name in hangul? Used inside of this layer.
#pragma once

#include <vector>

#include "names/name_form.h"

namespace sekisho {

// Of names of two to four words: the family name, which stands first or last, is one word.
bool HaveOneHangulName(const std::vector<LatinWord>& a, const std::vector<LatinWord>& b);

}  // namespace sekisho
