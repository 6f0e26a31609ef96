#include "core/base58.h"

#include <sodium/crypto_hash_sha256.h>

#include <algorithm>
#include <array>

namespace sekisho {
namespace {

constexpr size_t kTextMax = 128;  // the work grows with the square of the length
constexpr size_t kChecksumBytes = 4;
constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

}  // namespace

std::optional<std::vector<uint8_t>> DecodeBase58(std::string_view text) {
  if (text.size() > kTextMax) return std::nullopt;
  std::vector<uint8_t> number;  // little-endian
  for (const char c : text) {
    const size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    auto carry = static_cast<uint32_t>(digit);
    for (uint8_t& byte : number) {
      carry += uint32_t{byte} * 58;
      byte = static_cast<uint8_t>(carry & 0xff);
      carry >>= 8;
    }
    if (carry > 0) number.push_back(static_cast<uint8_t>(carry));
  }
  const size_t zeros = std::min(text.find_first_not_of('1'), text.size());
  number.insert(number.end(), zeros, 0);
  std::reverse(number.begin(), number.end());
  return number;
}

bool PassesBase58Check(const std::vector<uint8_t>& bytes) {
  if (bytes.size() <= kChecksumBytes) return false;
  const size_t payload = bytes.size() - kChecksumBytes;
  std::array<uint8_t, crypto_hash_sha256_BYTES> hash = {};
  crypto_hash_sha256(hash.data(), bytes.data(), payload);
  crypto_hash_sha256(hash.data(), hash.data(), hash.size());
  return std::equal(hash.begin(), hash.begin() + kChecksumBytes, bytes.begin() + payload);
}

}  // namespace sekisho
