// Names of countries in foreign logs.
#pragma once

#include <string_view>

namespace sekisho {

// The ISO 3166-1 alpha-2 code of a country given by its English name as the Unicode CLDR writes it
// ("United States"), by a common other name, or by its code in any case. Empty when it is unknown.
// The text lives for ever. Thread-safe.
std::string_view CountryCode(std::string_view name);

}  // namespace sekisho
