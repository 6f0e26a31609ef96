// 128-bit keys of group-by values, identifiers and findings.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sekisho {

// A seeded hash that stands for a value wherever only equality matters. The seed belongs to a data
// directory (semantics.md 30): without it nobody can make two values collide on purpose.
struct Key {
  uint64_t high = 0;
  uint64_t low = 0;
  auto operator<=>(const Key&) const = default;
};

// XXH3, 128 bits (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md).
Key HashBytes(std::string_view bytes, uint64_t seed);

// 32 lower-case hex digits.
std::string KeyToHex(const Key& key);

// The key of a tuple: depends on the order of the parts. One part stands for itself, so a tuple of
// one field has the key of its value.
Key CombineKeys(std::span<const Key> parts, uint64_t seed);

// The key of two things whose order does not matter (the pair of two accounts).
Key PairKey(Key a, Key b, uint64_t seed);

}  // namespace sekisho
