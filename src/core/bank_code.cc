#include "core/bank_code.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/check_digits.h"
#include "core/text.h"

namespace sekisho {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsEither(char c) { return IsDigit(c) || IsUpper(c); }

bool AllOf(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

std::string Compact(std::string_view written) {
  return LettersAndDigits(written, TextCase::kUpper);
}

}  // namespace

DigitCheck CheckRoutingNumber(std::string_view written) {
  const std::string number = Compact(written);
  if (number.size() != 9 || !AllOf(number, IsDigit)) return DigitCheck::kMalformed;
  const int first_two = (number[0] - '0') * 10 + (number[1] - '0');
  const bool in_range = first_two <= 12 || (first_two >= 21 && first_two <= 32) ||
                        (first_two >= 61 && first_two <= 72) || first_two == 80;
  if (!in_range) return DigitCheck::kMalformed;
  static constexpr std::array<int, 3> kWeights = {3, 7, 1};
  int sum = 0;
  for (size_t i = 0; i < number.size(); ++i) sum += kWeights[i % 3] * (number[i] - '0');
  return sum % 10 == 0 ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

DigitCheck CheckBic(std::string_view written) {
  const std::string code = Compact(written);
  const bool length = code.size() == 8 || code.size() == 11;
  if (!length || !AllOf(code, IsEither)) return DigitCheck::kMalformed;
  const bool country = AllOf(std::string_view(code).substr(4, 2), IsUpper);
  return country ? DigitCheck::kUnchecked : DigitCheck::kMalformed;
}

DigitCheck CheckCard(std::string_view written) {
  const std::string number = Compact(written);
  const bool form = number.size() >= 12 && number.size() <= 19 && AllOf(number, IsDigit);
  if (!form) return DigitCheck::kMalformed;
  return PassesLuhn(number) ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

}  // namespace sekisho
