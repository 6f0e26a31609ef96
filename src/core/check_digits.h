// Check digits that several kinds of numbers share. The texts are ASCII, already compact.
#pragma once

#include <optional>
#include <string_view>

namespace sekisho {

// Luhn, modulus 10 (ISO/IEC 7812-1, annex B). Catches every changed digit and every swap of two
// neighbours but 09 and 90. False for anything but digits, and for none.
bool PassesLuhn(std::string_view digits);

// The remainder modulo 97 of the number that the text becomes when A to Z are read as 10 to 35
// (ISO/IEC 7064, MOD 97-10). Nothing for other characters. Catches every changed digit, every
// letter that became another letter, and every swap of two digits or two letters.
std::optional<int> Mod97(std::string_view text);

}  // namespace sekisho
