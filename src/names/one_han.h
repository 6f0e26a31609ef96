// Can two names in Latin letters be romanisations of one name in Chinese characters? Used inside of
// this layer.
#pragma once

#include <vector>

#include "names/name_form.h"

namespace sekisho {

// Pinyin, Wade-Giles, Cantonese, Hokkien: a family name of the tables, first or last, and one or
// two characters of given names, of which each name reads all in one language. Thread-safe; the
// tables are read on the first call.
bool HaveOneHanName(const std::vector<LatinWord>& a, const std::vector<LatinWord>& b);

}  // namespace sekisho
