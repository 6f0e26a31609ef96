// The words of reports and events that people read.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace sekisho {

// Of a state of a report, a kind of trace or a type of event; a word without a translation stays as
// it is.
std::string KindWord(std::string_view word, Language language);

}  // namespace sekisho
