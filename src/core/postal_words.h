// Words of postal addresses that writers use or leave out as they like: countries, states and
// provinces, prefectures, words of streets and buildings. All in lower case.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sekisho {

// The word as the postal services shorten it, or itself (United States Postal Service,
// Publication 28, appendices B and C). A saint and a street become one "st", which parts nothing.
std::string_view ShortPostalWord(std::string_view word);

// A word before the number of a flat, a room or a private mailbox.
bool IsUnitWord(std::string_view word);

// How many of the last words are the name of a country in English; 0 when it is all there is.
// "ca" is Canada behind a province and California elsewhere.
size_t CountryWordsAtEnd(std::span<const std::string> words);

struct RegionWords {
  std::string_view code;  // "" for none
  size_t words = 0;
};
// The state or territory of the United States or the province of Canada that the last words name
// or whose code the last one is, behind another word (Publication 28, appendix B; Canada Post,
// Addressing Guidelines).
RegionWords RegionAtEnd(std::span<const std::string> words);

struct RegionPrefix {
  std::string_view name;  // one name for all its forms; "" for none
  size_t bytes = 0;       // of the text, with spaces behind it
  // Its name is needed to tell its wards from those of others: 서울특별시 중구.
  bool keeps_name = false;
};
// The country, prefecture, province or metropolitan city with which an address in Japanese or
// Korean begins, when more of a name follows.
RegionPrefix RegionAtBegin(std::string_view text);

}  // namespace sekisho
