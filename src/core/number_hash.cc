#include "core/number_hash.h"

#include <algorithm>
#include <string>

#include "core/text.h"

namespace sekisho {

bool IsNumberHash(std::string_view written) {
  constexpr size_t kDigitsMin = 16;
  const std::string hash = LettersAndDigits(written, TextCase::kLower);
  return hash.size() >= kDigitsMin && !IsMasked(written) &&
         std::all_of(hash.begin(), hash.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace sekisho
