// Numbers of documents and companies whose form an authority has published. `written` may hold
// spaces, hyphens and full-width characters.
//
// Some of these numbers encode a place, a sex or a day of birth. Such digits enter the arithmetic
// and go nowhere else: they are not returned, compared or kept.
#pragma once

#include <string>
#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// A residence card: two letters, eight digits, two letters; no published check digit.
DigitCheck CheckResidenceCard(std::string_view written);

// A Japanese corporate number: 13 digits, the first is 9 - (sum of Pn Qn modulo 9), n from the
// right of the other twelve, Q = 1 for odd n and 2 for even n (National Tax Agency; Ordinance 70 of
// 2014 of the Ministry of Finance). Catches every changed digit but 0 for 9. A T before it makes it
// the number of a registered issuer of invoices, which companies write in its place
// (https://www.invoice-kohyo.nta.go.jp/).
DigitCheck CheckCorporateNumber(std::string_view written);
// Its letters and digits without that T.
std::string CorporateNumber(std::string_view written);

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
