// Blocks of memory in powers of two, for windows that outgrow their record.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sekisho {

// A handle of a block: its size class in the low 4 bits, its number above. 0 is "no block".
using BlockHandle = uint32_t;

// Hands out blocks of 64 << class bytes (class 0..11: 64 bytes to 128 KiB). Contents of a new block
// are undefined. Not thread-safe: one pool per shard.
class BlockPool {
 public:
  static constexpr int kClasses = 12;
  static constexpr size_t BytesOf(BlockHandle handle) { return size_t{64} << (handle & 15); }

  // The smallest block with room for `bytes`, at most 128 KiB.
  BlockHandle Allocate(size_t bytes);
  void Free(BlockHandle handle);
  std::byte* At(BlockHandle handle) {
    const size_t index = (handle >> 4) - 1;
    const Class& of = classes_[handle & 15];
    return of.chunks[index >> of.chunk_shift].get() +
           (index & ((size_t{1} << of.chunk_shift) - 1)) * BytesOf(handle);
  }

  // Bytes in blocks that are in use.
  size_t bytes_used() const { return bytes_used_; }

 private:
  struct Class {
    std::vector<std::unique_ptr<std::byte[]>> chunks;
    std::vector<uint32_t> free;
    size_t made = 0;
    int chunk_shift = 0;  // log2 of the blocks in one chunk
  };
  std::array<Class, kClasses> classes_;
  size_t bytes_used_ = 0;
};

}  // namespace sekisho
