// gzip and Zstandard, as streams.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "core/status.h"

namespace sekisho {

// Reads up to `bytes` bytes of the packed text; 0 at its end.
using ByteReader = std::function<StatusOr<size_t>(char* out, size_t bytes)>;

// Unpacks one stream. Not thread-safe.
class Decompressor {
 public:
  virtual ~Decompressor() = default;

  // Up to `bytes` bytes of text; 0 at the end. After an error the text handed out before stays
  // good, and every further call fails.
  virtual StatusOr<size_t> Read(char* out, size_t bytes) = 0;
};

// Any number of gzip members one after another (RFC 1952).
std::unique_ptr<Decompressor> NewGzipDecompressor(ByteReader reader);
// Any number of frames one after another (RFC 8878).
std::unique_ptr<Decompressor> NewZstdDecompressor(ByteReader reader);

}  // namespace sekisho
