// My Number, the individual number of Japan. It is recognised only to be refused: the law limits
// its use to tax, social security and disaster relief (Act on the Use of Numbers to Identify a
// Specific Individual), so Sekisho neither keeps nor compares it.
#pragma once

#include <cstddef>
#include <string_view>

namespace sekisho {

// True for 12 digits whose last one is the check digit: s = the first eleven times 6, 5, 4, 3, 2,
// 7, 6, 5, 4, 3, 2; r = s modulo 11; the digit is 0 for r of 0 or 1, else 11 - r (Ordinance 85 of
// 2014 of the Ministry of Internal Affairs, article 5). One of ten other numbers of 12 digits
// passes as well. Spaces, hyphens (also ー) and full-width digits are read over.
bool IsMyNumber(std::string_view written);

inline constexpr size_t kMyNumberDigits = 12;

// Whether a number that is delivered as that of a document has to be refused as a My Number. What
// counts are 12 digits, alone or among words ("No. 6214-9832-0257"):
//   of a My Number card         any;
//   of a Japanese licence       those that pass the check and fail that of licences: a valid
//   licence
//                               is never refused, one My Number in twenty or so is kept;
//   of licences of others and   none: they may have numbers of 12 digits themselves, and nothing
//   of business papers          here tells a right one from a wrong one;
//   of China's national_id      none within its 18 characters, in whatever groups they stand;
//   of other or unknown types   those that pass the check. Refusing a number in ten too many harms
//                               less than keeping one.
// `type` and `issuer` as in document.type and document.issuer, empty when they are not known.
bool IsRefusedAsMyNumber(std::string_view type, std::string_view issuer, std::string_view number);

}  // namespace sekisho
