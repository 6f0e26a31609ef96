// My Number, the individual number of Japan. It is recognised only to be refused: the law limits
// its use to tax, social security and disaster relief (Act on the Use of Numbers to Identify a
// Specific Individual), so Sekisho neither keeps nor compares it.
#pragma once

#include <string_view>

namespace sekisho {

// True for 12 digits whose last one is the check digit: s = the first eleven times 6, 5, 4, 3, 2,
// 7, 6, 5, 4, 3, 2; r = s modulo 11; the digit is 0 for r of 0 or 1, else 11 - r (Ordinance 85 of
// 2014 of the Ministry of Internal Affairs, article 5). One of ten other numbers of 12 digits
// passes as well. Spaces, hyphens and full-width digits are read over.
bool IsMyNumber(std::string_view written);

}  // namespace sekisho
