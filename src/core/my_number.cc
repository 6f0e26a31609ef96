#include "core/my_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/issuer.h"
#include "core/japanese_licence.h"
#include "core/numbers_in_text.h"
#include "core/text.h"

namespace sekisho {
namespace {

constexpr std::string_view kCard = "my_number_card";
constexpr std::string_view kLicence = "driving_licence";
constexpr std::string_view kNationalId = "national_id";
constexpr std::string_view kHaveTwelveDigits[] = {kLicence, "diploma", "invoice", "agreement",
                                                  "company_registration"};

bool HasTwelveDigits(std::string_view digits) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return digits.size() == kMyNumberDigits && std::all_of(digits.begin(), digits.end(), is_digit);
}

// All that may be meant by a number that somebody wrote: as a whole, and each among words.
std::vector<std::string> NumbersOf(std::string_view written) {
  std::vector<std::string> numbers;
  std::string whole = LettersAndDigits(written, TextCase::kKept);
  if (HasTwelveDigits(whole)) numbers.push_back(std::move(whole));
  for (NumberInText& one : FindNumbers(written, kMyNumberDigits))
    numbers.push_back(std::move(one.digits));
  return numbers;
}

// A Chinese resident identity number in groups: twelve of its digits may stand in whole groups.
bool IsChineseIdentity(std::string_view kind, std::string_view issuer, std::string_view number) {
  constexpr size_t kCharacters = 18;
  return kind == kNationalId && IssuerCode(issuer) == "CN" &&
         LettersAndDigits(number, TextCase::kKept).size() == kCharacters;
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

bool IsRefusedAsMyNumber(std::string_view type, std::string_view issuer, std::string_view number) {
  const std::vector<std::string> numbers = NumbersOf(number);
  if (numbers.empty()) return false;
  const std::string kind = NormalText(type, TextCase::kLower);
  if (kind == kCard) return true;
  const bool is_licence = kind == kLicence && IsJapaneseIssuer(issuer);
  const bool other = std::find(std::begin(kHaveTwelveDigits), std::end(kHaveTwelveDigits), kind) !=
                     std::end(kHaveTwelveDigits);
  if ((other && !is_licence) || IsChineseIdentity(kind, issuer, number)) return false;
  return std::any_of(numbers.begin(), numbers.end(), [&](const std::string& digits) {
    return IsMyNumber(digits) &&
           !(is_licence && CheckJapaneseLicence(digits) == DigitCheck::kPasses);
  });
}

}  // namespace sekisho
