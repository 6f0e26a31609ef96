// Addresses as logs and people write them.
#pragma once

#include <string_view>

namespace sekisho {

// Without spaces around, brackets and port: "[2001:db8::1]:443" -> "2001:db8::1", "192.0.2.1:443"
// -> "192.0.2.1". Empty when brackets or port are not whole; what is left need not be an address.
std::string_view BareAddress(std::string_view text);

}  // namespace sekisho
