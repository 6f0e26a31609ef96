#include "ingest/throwaway_cipher.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "core/check.h"

namespace sekisho {
namespace {

constexpr size_t kBlockBytes = 64;  // of the key stream; counted from 0
// One key encrypts one stream, so that no second nonce is needed.
constexpr unsigned char kNonce[crypto_stream_xchacha20_NONCEBYTES] = {};

}  // namespace

ThrowawayCipher::ThrowawayCipher() {
  static_assert(std::tuple_size_v<decltype(key_)> == crypto_stream_xchacha20_KEYBYTES);
  SEKISHO_CHECK(sodium_init() >= 0);
  randombytes_buf(key_.data(), key_.size());
}

ThrowawayCipher::~ThrowawayCipher() { sodium_memzero(key_.data(), key_.size()); }

void ThrowawayCipher::Apply(uint64_t offset, char* bytes, size_t count) const {
  const size_t skip = offset % kBlockBytes;
  if (skip > 0) {
    unsigned char block[kBlockBytes] = {};
    const size_t some = std::min(count, kBlockBytes - skip);
    std::memcpy(block + skip, bytes, some);
    crypto_stream_xchacha20_xor_ic(block, block, kBlockBytes, kNonce, offset / kBlockBytes,
                                   key_.data());
    std::memcpy(bytes, block + skip, some);
    offset += some;
    bytes += some;
    count -= some;
  }
  auto* const rest = reinterpret_cast<unsigned char*>(bytes);
  crypto_stream_xchacha20_xor_ic(rest, rest, count, kNonce, offset / kBlockBytes, key_.data());
}

}  // namespace sekisho
