// Identifiers of people's documents, kept as keyed hashes. A number of a document has few enough
// digits to try them all, so that a plain hash hides nothing; with a key that lives elsewhere, two
// numbers can still be compared and neither can be read back.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/status.h"

namespace sekisho {

// BLAKE2b with a key (RFC 7693) through libsodium. The same key gives the same hashes for ever:
// whoever loses it can compare old and new numbers no more, and whoever leaks it leaks the numbers.
// Thread-safe after it was made. The key is wiped from memory at the end; it is in no message.
class KeyedHash {
 public:
  static constexpr size_t kKeyBytes = 32;

  // The key as 64 hexadecimal digits, white space around them is read over. `where` names its place
  // in messages ("the file k.hex", "SEKISHO_KEY"). InvalidArgument for another form and for a key
  // that repeats one byte, which nobody has drawn by chance.
  static StatusOr<KeyedHash> Parse(std::string_view hex, std::string_view where);

  // A key that everybody can read here, for made-up data.
  static KeyedHash ForDemo();

  KeyedHash(const KeyedHash&) = default;
  KeyedHash& operator=(const KeyedHash&) = default;
  ~KeyedHash();

  // 32 lower-case hexadecimal digits. `purpose` parts the hashes of one key from each other
  // ("document"); at most 16 bytes.
  std::string Hash(std::string_view purpose, std::string_view value) const;

 private:
  explicit KeyedHash(const std::array<uint8_t, kKeyBytes>& key) : key_(key) {}

  std::array<uint8_t, kKeyBytes> key_;
};

}  // namespace sekisho
