// The words of candidate files, tasks and questionnaires, for people.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace sekisho {

// A word without a translation stays as it is.
std::string VetWord(std::string_view word, Language language);

}  // namespace sekisho
