#include "state/block_pool.h"

#include <algorithm>

#include "core/check.h"

namespace sekisho {
namespace {
constexpr size_t kChunkBytes = 256 << 10;
}

BlockHandle BlockPool::Allocate(size_t bytes) {
  uint32_t size_class = 0;
  while ((size_t{64} << size_class) < bytes) ++size_class;
  SEKISHO_CHECK(size_class < kClasses);

  Class& of = classes_[size_class];
  const size_t block_bytes = size_t{64} << size_class;
  bytes_used_ += block_bytes;
  if (!of.free.empty()) {
    const uint32_t number = of.free.back();
    of.free.pop_back();
    return number << 4 | size_class;
  }
  if (of.chunks.empty()) {
    while ((block_bytes << of.chunk_shift) < kChunkBytes) ++of.chunk_shift;
  }
  if (of.made >> of.chunk_shift == of.chunks.size()) {
    of.chunks.push_back(std::make_unique<std::byte[]>(block_bytes << of.chunk_shift));
  }
  ++of.made;
  return static_cast<BlockHandle>(of.made << 4 | size_class);
}

void BlockPool::Free(BlockHandle handle) {
  if (handle == 0) return;
  bytes_used_ -= BytesOf(handle);
  classes_[handle & 15].free.push_back(handle >> 4);
}

}  // namespace sekisho
