#include "core/my_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr std::string_view kCard = "my_number_card";
constexpr std::string_view kHaveTwelveDigits[] = {"driving_licence", "diploma", "invoice",
                                                  "agreement", "company_registration"};

bool HasTwelveDigits(std::string_view digits) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return digits.size() == 12 && std::all_of(digits.begin(), digits.end(), is_digit);
}

}  // namespace

bool IsMyNumber(std::string_view written) {
  static constexpr std::array<int, 11> kWeights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  const std::string digits = LettersAndDigits(written, TextCase::kKept);
  if (!HasTwelveDigits(digits)) return false;
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (digits[i] - '0');
  const int rest = sum % 11;
  return digits[11] - '0' == (rest <= 1 ? 0 : 11 - rest);
}

bool IsRefusedAsMyNumber(std::string_view type, std::string_view number) {
  const std::string kind = NormalText(type, TextCase::kLower);
  if (kind == kCard) return HasTwelveDigits(LettersAndDigits(number, TextCase::kKept));
  const bool other = std::find(std::begin(kHaveTwelveDigits), std::end(kHaveTwelveDigits), kind) !=
                     std::end(kHaveTwelveDigits);
  return !other && IsMyNumber(number);
}

}  // namespace sekisho
