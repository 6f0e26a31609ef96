#include "rules/network_range.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>

namespace sekisho {
namespace {

constexpr int kMappedBits = 96;

// `text` to 16 bytes; inet_pton wants a terminated string.
bool ParseAddress(std::string_view text, NetworkRange* range) {
  char terminated[INET6_ADDRSTRLEN];
  if (text.empty() || text.size() >= sizeof terminated) return false;
  std::memcpy(terminated, text.data(), text.size());
  terminated[text.size()] = '\0';
  if (std::memchr(terminated, '\0', text.size()) != nullptr) return false;
  if (text.find(':') == std::string_view::npos) {
    range->address.fill(0);
    range->address[10] = range->address[11] = 0xff;
    range->is_v4 = true;
    return inet_pton(AF_INET, terminated, range->address.data() + 12) == 1;
  }
  if (inet_pton(AF_INET6, terminated, range->address.data()) != 1) return false;
  static constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  range->is_v4 = std::memcmp(range->address.data(), kMapped, sizeof kMapped) == 0;
  return true;
}

void ClearHostBits(NetworkRange* range) {
  for (int bit = range->prefix; bit < 128; ++bit) {
    uint8_t& byte = range->address[static_cast<size_t>(bit / 8)];
    const uint8_t mask = static_cast<uint8_t>(0x80 >> (bit % 8));
    if ((byte & mask) != 0) range->host_bits = true;
    byte = static_cast<uint8_t>(byte & ~mask);
  }
}

}  // namespace

std::optional<NetworkRange> ParseNetworkRange(std::string_view text) {
  NetworkRange range;
  const size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  if (!ParseAddress(address, &range)) return std::nullopt;
  const bool short_form = address.find(':') == std::string_view::npos;
  if (slash != std::string_view::npos) {
    const std::string_view digits = text.substr(slash + 1);
    int bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || bits < 0 || bits > (short_form ? 32 : 128)) return std::nullopt;
    range.prefix = short_form ? bits + kMappedBits : bits;
    if (range.prefix < kMappedBits) range.is_v4 = false;
  }
  ClearHostBits(&range);
  return range;
}

bool NetworkRange::Contains(std::string_view text) const {
  const std::optional<NetworkRange> other = ParseNetworkRange(text);
  if (!other || other->is_v4 != is_v4 || other->prefix < prefix) return false;
  const size_t whole = static_cast<size_t>(prefix / 8);
  if (std::memcmp(address.data(), other->address.data(), whole) != 0) return false;
  if (prefix % 8 == 0) return true;
  const int shift = 8 - prefix % 8;
  return (address[whole] >> shift) == (other->address[whole] >> shift);
}

}  // namespace sekisho
