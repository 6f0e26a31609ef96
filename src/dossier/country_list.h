// The countries and regions of the world by name, and the English words for their people.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language.h"

namespace sekisho {

// Names are those of ICU (CLDR, https://cldr.unicode.org, display names of regions, long and short)
// and of tables/country_names.txt; the words for people are of tables/demonyms.txt. Never changes;
// thread-safe.
class CountryList {
 public:
  struct Country {
    std::string code;  // ISO 3166 or UN M.49; "-" for peoples of several countries
    LocalText name;    // as ICU says it
  };
  using Words = std::map<std::string, size_t, std::less<>>;  // → index of the country
  // Those that begin with a character, longest first.
  using Names = std::map<std::string, std::vector<std::pair<std::string, size_t>>, std::less<>>;

  static const CountryList& Get();

  const std::vector<Country>& countries() const { return countries_; }
  const Words& english() const { return english_; }  // in WordForm, without the outer spaces
  const Words& demonyms() const { return demonyms_; }
  // The demonym as it has to be written to count; empty: in any case.
  std::string_view AsWritten(std::string_view demonym) const;
  const Names& japanese() const { return japanese_; }
  const Names& korean() const { return korean_; }

 private:
  CountryList();
  size_t IndexOf(std::string_view code);
  void AddName(Language language, std::string_view name, size_t country);
  void AddIcuNames();
  void ReadNames();
  void ReadDemonyms();

  std::vector<Country> countries_;
  std::map<std::string, size_t, std::less<>> by_code_;
  Words english_;
  Words demonyms_;
  std::map<std::string, std::string, std::less<>> as_written_;
  Names japanese_;
  Names korean_;
};

}  // namespace sekisho
