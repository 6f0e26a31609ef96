#include "core/keyed_hash.h"

#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/utils.h>

#include <algorithm>
#include <string>

#include "core/check.h"

namespace sekisho {
namespace {

constexpr size_t kHashBytes = 16;
using Personal = std::array<uint8_t, crypto_generichash_blake2b_PERSONALBYTES>;

std::string_view Trimmed(std::string_view text) {
  static constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

Status WrongKey(std::string_view where, std::string_view what) {
  return InvalidInput("the key in " + std::string(where) + " " + std::string(what) +
                      "; it is 64 hexadecimal digits drawn at random, for example by "
                      "`openssl rand -hex 32`");
}

}  // namespace

StatusOr<KeyedHash> KeyedHash::Parse(std::string_view hex, std::string_view where) {
  const std::string_view digits = Trimmed(hex);
  std::array<uint8_t, kKeyBytes> key = {};
  size_t bytes = 0;
  const char* end = nullptr;
  const int failed =
      sodium_hex2bin(key.data(), key.size(), digits.data(), digits.size(), nullptr, &bytes, &end);
  if (failed != 0 || bytes != key.size() || end != digits.data() + digits.size()) {
    return WrongKey(where, "has another form");
  }
  const bool repeats = std::all_of(key.begin(), key.end(), [&](uint8_t b) { return b == key[0]; });
  if (repeats) return WrongKey(where, "repeats one byte");
  KeyedHash hash(key);
  sodium_memzero(key.data(), key.size());
  return hash;
}

KeyedHash KeyedHash::ForDemo() {
  std::array<uint8_t, kKeyBytes> key = {};
  for (size_t i = 0; i < key.size(); ++i) key[i] = static_cast<uint8_t>(i);
  return KeyedHash(key);
}

KeyedHash::~KeyedHash() { sodium_memzero(key_.data(), key_.size()); }

std::string KeyedHash::Hash(std::string_view purpose, std::string_view value) const {
  Personal personal = {};
  SEKISHO_CHECK(purpose.size() <= personal.size());
  std::copy(purpose.begin(), purpose.end(), personal.begin());
  std::array<uint8_t, kHashBytes> hash = {};
  const int failed = crypto_generichash_blake2b_salt_personal(
      hash.data(), hash.size(), reinterpret_cast<const uint8_t*>(value.data()), value.size(),
      key_.data(), key_.size(), nullptr, personal.data());
  SEKISHO_CHECK(failed == 0);
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace sekisho
