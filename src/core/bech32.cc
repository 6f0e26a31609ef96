#include "core/bech32.h"

#include <algorithm>
#include <array>

namespace sekisho {
namespace {

constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr size_t kTextMax = 90;
constexpr size_t kChecksumValues = 6;
constexpr uint32_t kBech32Constant = 1;
constexpr uint32_t kBech32mConstant = 0x2bc830a3;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsPrintable(char c) { return c > ' ' && c < 0x7f; }

// One step of the checksum: the polynomial of BIP 173 over the field of 32 elements.
uint32_t Step(uint32_t checksum, uint8_t value) {
  static constexpr std::array<uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                         0x3d4233dd, 0x2a1462b3};
  const uint32_t top = checksum >> 25;
  checksum = (checksum & 0x1ffffff) << 5 ^ value;
  for (size_t i = 0; i < kGenerator.size(); ++i) {
    if ((top >> i & 1) != 0) checksum ^= kGenerator[i];
  }
  return checksum;
}

uint32_t ChecksumOf(std::string_view prefix, const std::vector<uint8_t>& values) {
  uint32_t checksum = 1;
  for (const char c : prefix) checksum = Step(checksum, static_cast<uint8_t>(c) >> 5);
  checksum = Step(checksum, 0);
  for (const char c : prefix) checksum = Step(checksum, static_cast<uint8_t>(c) & 31);
  for (const uint8_t value : values) checksum = Step(checksum, value);
  return checksum;
}

std::optional<std::string> InOneCase(std::string_view text) {
  const bool upper = std::any_of(text.begin(), text.end(), IsUpper);
  if (upper && std::any_of(text.begin(), text.end(), IsLower)) return std::nullopt;
  std::string lower(text);
  for (char& c : lower) {
    if (IsUpper(c)) c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

}  // namespace

std::optional<Bech32> ParseBech32(std::string_view text) {
  const auto lower = InOneCase(text);
  if (!lower || text.size() > kTextMax) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), IsPrintable)) return std::nullopt;
  const size_t separator = lower->rfind('1');
  if (separator == std::string::npos || separator == 0) return std::nullopt;
  if (lower->size() - separator - 1 < kChecksumValues) return std::nullopt;

  Bech32 result;
  result.prefix = lower->substr(0, separator);
  for (const char c : std::string_view(*lower).substr(separator + 1)) {
    const size_t value = kAlphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    result.values.push_back(static_cast<uint8_t>(value));
  }
  const uint32_t checksum = ChecksumOf(result.prefix, result.values);
  if (checksum == kBech32Constant) result.checksum = Bech32::Checksum::kBech32;
  if (checksum == kBech32mConstant) result.checksum = Bech32::Checksum::kBech32m;
  result.values.resize(result.values.size() - kChecksumValues);
  return result;
}

bool IsWitnessProgram(const Bech32& address) {
  if (address.values.empty()) return false;
  const uint8_t version = address.values.front();
  const size_t bits = (address.values.size() - 1) * 5;
  const size_t bytes = bits / 8;
  const size_t padding = bits % 8;
  if (padding > 4 || (address.values.back() & ((1u << padding) - 1)) != 0) return false;
  if (version == 0) {
    return (bytes == 20 || bytes == 32) && address.checksum == Bech32::Checksum::kBech32;
  }
  return version <= 16 && bytes >= 2 && bytes <= 40 &&
         address.checksum == Bech32::Checksum::kBech32m;
}

}  // namespace sekisho
