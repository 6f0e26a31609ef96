// International bank account numbers (ISO 13616).
#pragma once

#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// `written` with any spaces, hyphens and width. Two letters of a country that has IBANs, two check
// digits, then what the registry says of that country: length and which places are digits, letters
// or either. A country that is not in our copy of the registry gets the general form (15 to 34
// characters) and the check digits only. The check digits catch every single changed digit.
DigitCheck CheckIban(std::string_view written);

// True for text in compact upper case that has the general form, whatever its digits say.
bool HasIbanForm(std::string_view compact);

}  // namespace sekisho
