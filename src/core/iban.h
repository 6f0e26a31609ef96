// International bank account numbers (ISO 13616).
#pragma once

#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// `written` with any spaces, hyphens and width. Two letters of a country that has IBANs, two check
// digits, then what the registry says of that country: length and which places are digits, letters
// or either. A country that is not in our copy of the registry gets the general form (15 to 34
// characters) and the check digits only; Japan, Korea and the United States have no IBAN, so a
// number that begins as one of theirs is kMalformed. The check digits catch every single changed
// digit.
DigitCheck CheckIban(std::string_view written);

// Whether a text in compact upper case can be the country of an IBAN and the code of a bank of it,
// as the account number behind the check digits begins: "GBBUKB", "DE37040044".
bool IsIbanBankCode(std::string_view compact);

// True for text in compact upper case that has the general form, whatever its digits say.
bool HasIbanForm(std::string_view compact);

}  // namespace sekisho
