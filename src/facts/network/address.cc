#include "facts/network/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace sekisho {
namespace {

constexpr size_t kIpv4TextMax = 15;    // 255.255.255.255
constexpr size_t kInputTextMax = 100;  // the longest form with zone and port is far shorter

using Ipv6Bytes = std::array<unsigned char, 16>;

std::string_view Trim(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "[2001:db8::1]:443" -> "2001:db8::1", "192.0.2.1:443" -> "192.0.2.1".
std::string_view WithoutPort(std::string_view text) {
  if (!text.empty() && text.front() == '[') {
    const size_t end = text.find(']');
    if (end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && (rest[0] != ':' || !AllDigits(rest.substr(1)))) return {};
    return text.substr(1, end - 1);
  }
  const size_t colon = text.find(':');
  const bool one_colon = colon != std::string_view::npos && colon == text.rfind(':');
  if (one_colon && AllDigits(text.substr(colon + 1))) return text.substr(0, colon);
  return text;
}

bool ParseIpv6(std::string_view text, Ipv6Bytes* bytes) {
  if (text.ends_with("/64")) text.remove_suffix(3);
  text = text.substr(0, text.find('%'));
  std::array<char, INET6_ADDRSTRLEN> terminated = {};
  if (text.size() >= terminated.size()) return false;
  text.copy(terminated.data(), text.size());
  return inet_pton(AF_INET6, terminated.data(), bytes->data()) == 1;
}

bool IsMappedIpv4(const Ipv6Bytes& bytes) {
  static constexpr std::array<unsigned char, 12> kPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255};
  return std::equal(kPrefix.begin(), kPrefix.end(), bytes.begin());
}

// The first 64 bits as inet_ntop writes them with zeros behind, "2001:db8::": the run of zeros at
// the end is the longest there can be. (inet_ntop itself prints each group with sprintf, which was
// what most of the time of this fact went to.)
std::string NetworkText(const Ipv6Bytes& bytes) {
  std::array<unsigned, 4> groups;
  for (size_t i = 0; i < groups.size(); ++i) groups[i] = bytes[2 * i] * 256u + bytes[2 * i + 1];
  size_t count = groups.size();
  while (count > 0 && groups[count - 1] == 0) --count;
  std::array<char, INET6_ADDRSTRLEN> written;
  char* end = written.data();
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) *end++ = ':';
    end = std::to_chars(end, written.data() + written.size(), groups[i], 16).ptr;
  }
  return std::string(written.data(), end) + "::/64";
}

}  // namespace

bool IsNormalIpv4(std::string_view text) {
  if (text.size() > kIpv4TextMax) return false;
  int octets = 0;
  size_t i = 0;
  while (true) {
    const size_t start = i;
    unsigned value = 0;
    for (; i < text.size() && i - start < 3 && text[i] >= '0' && text[i] <= '9'; ++i) {
      value = value * 10 + static_cast<unsigned>(text[i] - '0');
    }
    const size_t digits = i - start;
    if (digits == 0 || value > 255 || (digits > 1 && text[start] == '0')) return false;
    if (++octets == 4) return i == text.size();
    if (i >= text.size() || text[i++] != '.') return false;
  }
}

std::optional<std::string> NormalAddress(std::string_view text) {
  if (text.size() > kInputTextMax) return std::nullopt;
  text = WithoutPort(Trim(text));
  if (IsNormalIpv4(text)) return std::string(text);

  Ipv6Bytes bytes;
  if (!ParseIpv6(text, &bytes)) return std::nullopt;
  if (IsMappedIpv4(bytes)) {
    std::array<char, INET_ADDRSTRLEN> written = {};
    inet_ntop(AF_INET, bytes.data() + 12, written.data(), written.size());
    return std::string(written.data());
  }
  return NetworkText(bytes);
}

void ComputeNetworkAddress(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& ip = event->Get(inputs[0]);
  if (ip.kind != ValueKind::kText) return;
  if (IsNormalIpv4(ip.text)) {
    event->Set(output, Value::Text(ip.text));
    return;
  }
  if (const auto address = NormalAddress(ip.text)) {
    event->Set(output, Value::Text(event->Store(*address)));
  }
}

}  // namespace sekisho
