#include "lists/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "lists/bare_address.h"

namespace sekisho {
namespace {

constexpr int kMappedBits = 96;

std::optional<Address> ParseV4(std::string_view text) {
  uint32_t bits = 0;
  size_t i = 0;
  for (int octet = 0; octet < 4; ++octet) {
    if (octet > 0 && (i >= text.size() || text[i++] != '.')) return std::nullopt;
    const size_t start = i;
    uint32_t value = 0;
    for (; i < text.size() && i - start < 3 && text[i] >= '0' && text[i] <= '9'; ++i) {
      value = value * 10 + static_cast<uint32_t>(text[i] - '0');
    }
    const size_t digits = i - start;
    if (digits == 0 || value > 255 || (digits > 1 && text[start] == '0')) return std::nullopt;
    bits = bits << 8U | value;
  }
  if (i != text.size()) return std::nullopt;
  return Address{true, 0, bits};
}

std::optional<Address> ParseV6(std::string_view text) {
  std::array<char, INET6_ADDRSTRLEN> terminated = {};
  if (text.empty() || text.size() >= terminated.size()) return std::nullopt;
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  text.copy(terminated.data(), text.size());
  std::array<uint8_t, 16> bytes = {};
  if (inet_pton(AF_INET6, terminated.data(), bytes.data()) != 1) return std::nullopt;
  Address address;
  for (size_t i = 0; i < 8; ++i) address.high = address.high << 8U | bytes[i];
  for (size_t i = 8; i < 16; ++i) address.low = address.low << 8U | bytes[i];
  if (address.high == 0 && address.low >> 32U == 0xffff) {
    return Address{true, 0, address.low & 0xffffffff};
  }
  return address;
}

uint64_t HighBits(int count) { return count <= 0 ? 0 : ~uint64_t{0} << (64 - std::min(count, 64)); }

}  // namespace

std::optional<Address> ParseAddress(std::string_view text) {
  if (const std::optional<Address> plain = ParseV4(text)) return plain;
  text = BareAddress(text);
  if (text.ends_with("/64")) text.remove_suffix(3);
  if (const std::optional<Address> v4 = ParseV4(text)) return v4;
  return ParseV6(text.substr(0, text.find('%')));
}

Address AddressRange::Last() const {
  Address last = first;
  if (first.v4) {
    last.low |= prefix == 32 ? 0 : 0xffffffffU >> static_cast<unsigned>(prefix);
    return last;
  }
  last.high |= ~HighBits(prefix);
  last.low |= ~HighBits(prefix - 64);
  return last;
}

std::optional<AddressRange> ParseAddressRange(std::string_view text) {
  const size_t slash = text.find('/');
  const std::string_view spelled = text.substr(0, slash);
  const bool short_form = spelled.find(':') == std::string_view::npos;
  const std::optional<Address> address = short_form ? ParseV4(spelled) : ParseV6(spelled);
  if (!address) return std::nullopt;
  AddressRange range{*address, address->v4 ? 32 : 128};
  if (slash != std::string_view::npos) {
    const std::string_view digits = text.substr(slash + 1);
    int bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || bits < 0 || bits > (short_form ? 32 : 128)) return std::nullopt;
    // A mapped range must lie inside ::ffff:0:0/96.
    if (address->v4 && !short_form) bits -= kMappedBits;
    if (bits < 0) return std::nullopt;
    range.prefix = bits;
  }
  if (range.first.v4) {
    range.first.low &=
        range.prefix == 0 ? 0 : ~uint64_t{0} << (32U - static_cast<unsigned>(range.prefix));
  } else {
    range.first.high &= HighBits(range.prefix);
    range.first.low &= HighBits(range.prefix - 64);
  }
  return range;
}

std::string FormatAddressRange(const AddressRange& range) {
  std::array<uint8_t, 16> bytes = {};
  std::array<char, INET6_ADDRSTRLEN> written = {};
  for (size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<uint8_t>(range.first.high >> (56 - 8 * i));
    bytes[8 + i] = static_cast<uint8_t>(range.first.low >> (56 - 8 * i));
  }
  if (range.first.v4) {
    inet_ntop(AF_INET, bytes.data() + 12, written.data(), written.size());
  } else {
    inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
  }
  return std::string(written.data()) + "/" + std::to_string(range.prefix);
}

}  // namespace sekisho
