#include "core/hash.h"

// Inlined: the keys are short, and a call into the library costs as much as their hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cinttypes>
#include <cstdio>
#include <utility>

namespace sekisho {

Key HashBytes(std::string_view bytes, uint64_t seed) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), seed);
  return {hash.high64, hash.low64};
}

std::string KeyToHex(const Key& key) {
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016" PRIx64 "%016" PRIx64, key.high, key.low);
  return hex;
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
