// The words of candidate files, tasks and questionnaires, for people.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace sekisho {

// A word without a translation stays as it is.
std::string VetWord(std::string_view word, Language language);
LocalText VetWordText(std::string_view word);
// Of a field of a candidate file: "business" is one thing of a name, another of a language.
std::string VetWordOf(std::string_view key, std::string_view word, Language language);

}  // namespace sekisho
