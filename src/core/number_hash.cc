#include "core/number_hash.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/text.h"

namespace sekisho {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// A card number, or an IBAN without letters but those of its country.
bool MayBeAccountNumber(std::string_view hash) {
  constexpr size_t kDigitsMax = 31;
  constexpr size_t kCountryLetters = 2;
  return hash.size() <= kDigitsMax &&
         std::all_of(hash.begin() + kCountryLetters, hash.end(), IsDigit);
}

bool IsOwnCode(std::string_view written) {
  constexpr size_t kBytesMax = 32;
  constexpr std::ptrdiff_t kDigitsMax = 4;
  const auto fits = [](char c) {
    return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  };
  return !written.empty() && written.size() <= kBytesMax &&
         std::all_of(written.begin(), written.end(), fits) &&
         std::count_if(written.begin(), written.end(), IsDigit) <= kDigitsMax;
}

}  // namespace

bool IsNumberHash(std::string_view written) {
  constexpr size_t kDigitsMin = 16;
  const std::string hash = LettersAndDigits(written, TextCase::kLower);
  return hash.size() >= kDigitsMin && !IsMasked(written) &&
         std::all_of(hash.begin(), hash.end(),
                     [](char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool IsAccountHash(std::string_view written) {
  if (IsMaskedNumber(written) || IsOwnCode(written)) return true;
  return IsNumberHash(written) && !MayBeAccountNumber(LettersAndDigits(written, TextCase::kLower));
}

}  // namespace sekisho
