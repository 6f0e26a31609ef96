#include "core/japanese_licence.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kDigits = 12;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits of a number of the right length; nothing for others.
std::optional<std::string> TwelveDigits(std::string_view written) {
  std::string number = LettersAndDigits(written, TextCase::kKept);
  const bool form = number.size() == kDigits && std::all_of(number.begin(), number.end(), IsDigit);
  return form ? std::optional(std::move(number)) : std::nullopt;
}

// How many commissions there are of each tens digit, counted from its zero.
bool IsCommission(char tens, char ones) {
  static constexpr std::array<int, 10> kCommissions = {1, 5, 6, 1, 10, 6, 6, 5, 4, 8};
  return ones - '0' < kCommissions[static_cast<size_t>(tens - '0')];
}

}  // namespace

DigitCheck CheckJapaneseLicence(std::string_view written) {
  static constexpr std::array<int, 10> kWeights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  const std::optional<std::string> number = TwelveDigits(written);
  if (!number || !IsCommission((*number)[0], (*number)[1])) return DigitCheck::kMalformed;
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * ((*number)[i] - '0');
  const int digit = (11 - sum % 11) % 10;
  return (*number)[10] - '0' == digit ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

std::optional<std::string> JapaneseLicenceRoot(std::string_view written) {
  std::optional<std::string> number = TwelveDigits(written);
  if (number) number->pop_back();
  return number;
}

}  // namespace sekisho
