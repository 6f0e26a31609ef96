// Are two addresses one, as far as a list lets one tell?
#pragma once

#include <string_view>

namespace sekisho {

// True when both have a number, share all numbers of the one that has fewer, and most of their
// words; or when their letters and digits are equal. Countries and towns alone are never enough.
bool AreSameAddress(std::string_view a, std::string_view b);

}  // namespace sekisho
