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

// Whether a number that is delivered as that of a document has to be refused as a My Number: any 12
// digits of a My Number card, and 12 digits that pass the check for a type of document that has no
// number of 12 digits itself (driving licences and business papers have). `type` as in
// document.type, empty when it is not known. Refusing a number in ten too many harms less than
// keeping one.
bool IsRefusedAsMyNumber(std::string_view type, std::string_view number);

}  // namespace sekisho
