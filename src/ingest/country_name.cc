#include "ingest/country_name.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>

#include "absl/container/flat_hash_map.h"
#include "core/text.h"

namespace sekisho {
namespace {

// Names that logs use and the CLDR does not.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"United States of America", "US"},
    {"USA", "US"},
    {"UK", "GB"},
    {"Russian Federation", "RU"},
    {"Korea, Republic of", "KR"},
    {"Republic of Korea", "KR"},
    {"Viet Nam", "VN"},
    {"Taiwan, Province of China", "TW"},
    {"Hong Kong", "HK"},
    {"Macao", "MO"},
    {"Czech Republic", "CZ"},
    {"Turkey", "TR"},
    {"The Netherlands", "NL"},
    {"Lao People's Democratic Republic", "LA"},
    {"Iran, Islamic Republic of", "IR"},
    {"Moldova, Republic of", "MD"},
};

// "United States" and "united-states" are one name.
std::string NameKey(std::string_view name) { return LettersAndDigits(name, TextCase::kLower); }

const absl::flat_hash_map<std::string, std::string>& Codes() {
  static const absl::flat_hash_map<std::string, std::string> codes = [] {
    absl::flat_hash_map<std::string, std::string> made;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), name);
      std::string utf8;
      made.emplace(NameKey(name.toUTF8String(utf8)), *code);
      made.emplace(NameKey(*code), *code);
    }
    for (const auto& [name, code] : kOtherNames) made.emplace(NameKey(name), code);
    return made;
  }();
  return codes;
}

}  // namespace

std::string_view CountryCode(std::string_view name) {
  const auto found = Codes().find(NameKey(name));
  return found == Codes().end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace sekisho
