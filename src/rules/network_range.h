// Network ranges of the cidr modifier (RFC 4632, RFC 4291).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sekisho {

// IPv4 stands as IPv4-mapped IPv6 (::ffff:a.b.c.d), so both have 128 bits; the two families never
// contain each other.
struct NetworkRange {
  std::array<uint8_t, 16> address{};
  int prefix = 128;  // bits that count, of 128
  bool is_v4 = false;
  bool host_bits = false;  // bits beyond the prefix were set; they are cleared

  // Does it hold the address or range that `text` spells? False for anything else. No allocation.
  bool Contains(std::string_view text) const;
};

// "192.0.2.0/24", "2001:db8::/32"; an address alone is the range of itself.
std::optional<NetworkRange> ParseNetworkRange(std::string_view text);

}  // namespace sekisho
