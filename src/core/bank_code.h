// Codes of banks and cards. `written` may hold spaces, hyphens and full-width characters.
#pragma once

#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// A routing number of the United States: nine digits, 3(d1+d4+d7) + 7(d2+d5+d8) + (d3+d6+d9)
// divisible by ten, first two digits 00 to 12, 21 to 32, 61 to 72 or 80 (American Bankers
// Association, Routing Number Policy). Catches every changed digit, and every swap of neighbours
// that do not differ by five. A number that passes may still be lent to a money service.
DigitCheck CheckRoutingNumber(std::string_view written);

// A business identifier code (ISO 9362:2022): four letters or digits, two letters of the country,
// two of the place, none or three of the branch. Has no check digit, so it is kUnchecked at best.
DigitCheck CheckBic(std::string_view written);

// A payment card: 12 to 19 digits (ISO/IEC 7812-1), Luhn.
DigitCheck CheckCard(std::string_view written);

}  // namespace sekisho
