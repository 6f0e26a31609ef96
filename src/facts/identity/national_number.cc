#include "facts/identity/national_number.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "absl/time/civil_time.h"
#include "core/check_digits.h"
#include "core/text.h"

namespace sekisho {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

bool AllDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), IsDigit); }
bool AllUpper(std::string_view text) { return std::all_of(text.begin(), text.end(), IsUpper); }

std::string Compact(std::string_view written) {
  return LettersAndDigits(written, TextCase::kUpper);
}

// The number of `digits`, all of them digits, at most nine.
int NumberOf(std::string_view digits) {
  return std::accumulate(digits.begin(), digits.end(), 0,
                         [](int number, char c) { return number * 10 + (c - '0'); });
}

template <size_t kCount>
int WeightedSum(std::string_view digits, const std::array<int, kCount>& weights) {
  int sum = 0;
  for (size_t i = 0; i < kCount; ++i) sum += weights[i] * (digits[i] - '0');
  return sum;
}

bool IsDay(int year, int month, int day) {
  const absl::CivilDay date(year, month, day);  // normalises what is no day
  return date.year() == year && date.month() == month && date.day() == day;
}

DigitCheck PassesIf(bool passes) { return passes ? DigitCheck::kPasses : DigitCheck::kWrongDigit; }

DigitCheck UncheckedIf(bool form) { return form ? DigitCheck::kUnchecked : DigitCheck::kMalformed; }

}  // namespace

DigitCheck CheckResidenceCard(std::string_view written) {
  const std::string number = Compact(written);
  const std::string_view text = number;
  return UncheckedIf(text.size() == 12 && AllUpper(text.substr(0, 2)) &&
                     AllDigits(text.substr(2, 8)) && AllUpper(text.substr(10)));
}

std::string CorporateNumber(std::string_view written) {
  std::string number = Compact(written);
  const bool registered =
      number.size() == 14 && number.front() == 'T' && AllDigits(std::string_view(number).substr(1));
  return registered ? number.substr(1) : number;
}

DigitCheck CheckCorporateNumber(std::string_view written) {
  const std::string number = CorporateNumber(written);
  if (number.size() != 13 || !AllDigits(number)) return DigitCheck::kMalformed;
  int sum = 0;
  for (size_t n = 1; n <= 12; ++n) sum += (number[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
  return PassesIf(number[0] - '0' == 9 - sum % 9);
}

DigitCheck CheckSocialSecurityNumber(std::string_view written) {
  static constexpr std::array<std::string_view, 3> kAdvertised = {"078051120", "219099999",
                                                                  "457555462"};
  const std::string number = Compact(written);
  if (number.size() != 9 || !AllDigits(number)) return DigitCheck::kMalformed;
  const std::string_view text = number;
  const int area = NumberOf(text.substr(0, 3));
  const bool form = area != 0 && area != 666 && area < 900 && text.substr(3, 2) != "00" &&
                    text.substr(5) != "0000";
  const bool advertised =
      std::find(kAdvertised.begin(), kAdvertised.end(), text) != kAdvertised.end();
  return UncheckedIf(form && !advertised);
}

DigitCheck CheckLei(std::string_view written) {
  const std::string code = Compact(written);
  const bool form =
      code.size() == 20 && IsDigit(code[18]) && IsDigit(code[19]) &&
      std::all_of(code.begin(), code.end(), [](char c) { return IsDigit(c) || IsUpper(c); });
  if (!form) return DigitCheck::kMalformed;
  return PassesIf(Mod97(code) == 1);
}

DigitCheck CheckTaxpayerNumber(std::string_view written) {
  const std::string number = Compact(written);
  if (number.size() != 9 || !AllDigits(number) || number[0] != '9') return DigitCheck::kMalformed;
  const int group = NumberOf(std::string_view(number).substr(3, 2));
  return UncheckedIf((group >= 50 && group <= 65) || (group >= 70 && group != 89 && group != 93));
}

DigitCheck CheckKoreanResidentNumber(std::string_view written) {
  static constexpr std::array<int, 12> kWeights = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  const std::string number = Compact(written);
  if (number.size() != 13 || !AllDigits(number)) return DigitCheck::kMalformed;
  const std::string_view text = number;
  // The century stands in a digit that is not read; a leap day is one in some century.
  const bool day = IsDay(2000 + NumberOf(text.substr(0, 2)), NumberOf(text.substr(2, 2)),
                         NumberOf(text.substr(4, 2)));
  if (!day) return DigitCheck::kMalformed;
  const int digit = (11 - WeightedSum(text, kWeights) % 11) % 10;
  return number[12] - '0' == digit ? DigitCheck::kPasses : DigitCheck::kUnchecked;
}

DigitCheck CheckChineseResidentNumber(std::string_view written) {
  static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                   3, 7, 9,  10, 5, 8, 4, 2};
  static constexpr std::string_view kCharacters = "10X98765432";
  const std::string number = Compact(written);
  const std::string_view text = number;
  const bool form =
      text.size() == 18 && AllDigits(text.substr(0, 17)) && (IsDigit(text[17]) || text[17] == 'X');
  if (!form) return DigitCheck::kMalformed;
  const int year = NumberOf(text.substr(6, 4));
  const bool day =
      year >= 1800 && IsDay(year, NumberOf(text.substr(10, 2)), NumberOf(text.substr(12, 2)));
  if (!day) return DigitCheck::kMalformed;
  const auto rest = static_cast<size_t>(WeightedSum(text, kWeights) % 11);
  return PassesIf(text[17] == kCharacters[rest]);
}

}  // namespace sekisho
