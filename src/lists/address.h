// Network addresses as numbers, and ranges of them (RFC 4632, RFC 4291).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

// 128 bits. IPv4 stands in the low 32 bits with `v4` set; IPv4 inside IPv6 (::ffff:0:0/96) is IPv4.
struct Address {
  bool v4 = false;
  uint64_t high = 0;
  uint64_t low = 0;
  auto operator<=>(const Address&) const = default;
};

// "192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1", "2001:db8:1:2::/64"; a zone ("%eth0"), brackets,
// a port and spaces around are dropped. None for anything else; octets with leading zeros are
// refused because some systems read them as octal (RFC 6943, 3.1.1). No allocation; IPv4 costs a
// few nanoseconds.
std::optional<Address> ParseAddress(std::string_view text);

struct AddressRange {
  Address first;
  int prefix = 0;  // bits that count: of 32 for IPv4, of 128 for IPv6

  Address Last() const;
};

// "192.0.2.0/24", "2001:db8::/32", "::ffff:192.0.2.0/120"; an address alone is the range of itself.
// Bits beyond the prefix are cleared.
std::optional<AddressRange> ParseAddressRange(std::string_view text);

// As ParseAddressRange reads it: "192.0.2.0/24".
std::string FormatAddressRange(const AddressRange& range);

}  // namespace sekisho
