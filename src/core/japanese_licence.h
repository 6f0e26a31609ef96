// The number of a Japanese driving licence. `written` may hold spaces, hyphens and full-width
// characters. Its first two digits name a commission; they are looked at here and kept nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// 12 digits. The first two are a commission that has issued licences: 10 to 14, 20 to 25, 30, 40 to
// 49, 50 to 55, 60 to 65, 70 to 74, 80 to 83, 90 to 97, and rarely 00; anything else is kMalformed.
// The eleventh is a check digit: s = 5a + 4b + 3c + 2d + 7e + 6f + 5g + 4h + 3i + 2j of the first
// ten, the digit is the last one of 11 - s modulo 11. No authority publishes the rule
// (http://jiko0.com/bangou.html describes it), so a wrong digit is a weak sign (soft check).
// Catches a changed digit unless the remainders are 0 and 10, which give the same digit.
DigitCheck CheckJapaneseLicence(std::string_view written);

// The number without its twelfth digit, which counts how often the licence was issued again: two
// numbers that differ only there are one licence. Nothing when it has not 12 digits.
std::optional<std::string> JapaneseLicenceRoot(std::string_view written);

}  // namespace sekisho
