// Numbers of documents and companies whose form an authority has published. `written` may hold
// spaces, hyphens and full-width characters.
//
// Some of these numbers encode a place, a sex or a day of birth. Such digits enter the arithmetic
// and go nowhere else: they are not returned, compared or kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// A Japanese driving licence: 12 digits, the eleventh is a check digit. s = 5a + 4b + 3c + 2d + 7e
// + 6f + 5g + 4h + 3i + 2j of the first ten, the digit is the last one of 11 - s modulo 11. No
// authority publishes the rule, so a wrong digit is a weak sign (soft check). Catches a changed
// digit unless the remainders are 0 and 10, which give the same digit.
DigitCheck CheckJapaneseLicence(std::string_view written);
// The number without its twelfth digit, which counts how often the licence was issued again: two
// numbers that differ only there are one licence. Nothing when it has not 12 digits.
std::optional<std::string> JapaneseLicenceRoot(std::string_view written);

// A residence card: two letters, eight digits, two letters; no published check digit.
DigitCheck CheckResidenceCard(std::string_view written);

// A Japanese corporate number: 13 digits, the first is 9 - (sum of Pn Qn modulo 9), n from the
// right of the other twelve, Q = 1 for odd n and 2 for even n (National Tax Agency; Ordinance 70 of
// 2014 of the Ministry of Finance). Catches every changed digit but 0 for 9.
DigitCheck CheckCorporateNumber(std::string_view written);

// A legal entity identifier (ISO 17442): 18 letters or digits and two check digits, MOD 97-10.
DigitCheck CheckLei(std::string_view written);

// A social security number of the United States: AAA-GG-SSSS without AAA of 000, 666 and 900 up,
// GG of 00, SSSS of 0000, and three numbers that stood in advertisements. No check digit.
DigitCheck CheckSocialSecurityNumber(std::string_view written);

// An individual taxpayer number of the United States: 9XX-GG-XXXX with GG of 50 to 65, 70 to 88, 90
// to 92, 94 to 99 (Internal Revenue Service). No check digit.
DigitCheck CheckTaxpayerNumber(std::string_view written);

// A Korean resident registration number: 13 digits that begin with a day. Numbers issued since
// October 2020 are random behind the seventh digit, so a wrong digit proves nothing: kUnchecked.
DigitCheck CheckKoreanResidentNumber(std::string_view written);

// A Chinese resident identity number: 17 digits with a day at 7 to 14, and a check character (ISO
// 7064, MOD 11-2). Catches every changed digit and every swap of neighbours.
DigitCheck CheckChineseResidentNumber(std::string_view written);

}  // namespace sekisho
