// Names with how often they occurred, for people.
#pragma once

#include <string>

#include "core/language.h"
#include "service/scan.h"

namespace sekisho {

// "nationality 300, race 2": the most frequent names first, and how many kinds more there are.
std::string NamesText(const NameCounts& names, Language language);

}  // namespace sekisho
