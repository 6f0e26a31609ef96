#include "core/my_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text.h"

namespace sekisho {

bool IsMyNumber(std::string_view written) {
  static constexpr std::array<int, 11> kWeights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  const std::string digits = LettersAndDigits(written, TextCase::kKept);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.size() != 12 || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (digits[i] - '0');
  const int rest = sum % 11;
  return digits[11] - '0' == (rest <= 1 ? 0 : 11 - rest);
}

}  // namespace sekisho
