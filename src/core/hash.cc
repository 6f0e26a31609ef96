#include "core/hash.h"

#include <xxhash.h>

#include <utility>

namespace sekisho {

Key HashBytes(std::string_view bytes, uint64_t seed) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return {hash.high64, hash.low64};
}

Key CombineKeys(std::span<const Key> parts, uint64_t seed) {
  if (parts.size() == 1) return parts[0];
  return HashBytes({reinterpret_cast<const char*>(parts.data()), parts.size_bytes()}, seed);
}

Key PairKey(Key a, Key b, uint64_t seed) {
  if (b < a) std::swap(a, b);
  const Key parts[] = {a, b};
  return CombineKeys(parts, seed);
}

}  // namespace sekisho
