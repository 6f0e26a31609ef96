// Encryption by a key that nobody ever knows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sekisho {

// XChaCha20 (draft-irtf-cfrg-xchacha) by a random key that is wiped with this object: what it has
// encrypted on a disk is noise from then on. For bytes that are written once, each at an offset of
// its own, and read in any order; it does not tell whether they were changed. Immutable.
class ThrowawayCipher {
 public:
  ThrowawayCipher();
  ~ThrowawayCipher();
  ThrowawayCipher(const ThrowawayCipher&) = delete;
  ThrowawayCipher& operator=(const ThrowawayCipher&) = delete;

  // Encrypts the bytes that stand at `offset`, in place; decrypts them when called again.
  void Apply(uint64_t offset, char* bytes, size_t count) const;

 private:
  std::array<unsigned char, 32> key_;
};

}  // namespace sekisho
