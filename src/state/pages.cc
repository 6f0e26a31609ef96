#include "state/pages.h"

#include <sys/mman.h>

#include <new>

#include "core/cache_line.h"
#include "core/check.h"

namespace sekisho {

namespace {
// Less than this comes from the heap: a mapping of its own costs more than it saves.
constexpr size_t kMappedMin = 64 << 10;
constexpr std::align_val_t kAlignment{kCacheLineBytes};
}  // namespace

void FreePages::operator()(std::byte* memory) const {
  if (bytes < kMappedMin) {
    ::operator delete(memory, kAlignment);
  } else {
    munmap(memory, bytes);
  }
}

Pages AllocatePages(size_t bytes) {
  if (bytes < kMappedMin) {
    return Pages(static_cast<std::byte*>(::operator new(bytes, kAlignment)), FreePages{bytes});
  }
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  SEKISHO_CHECK(memory != MAP_FAILED);
  return Pages(static_cast<std::byte*>(memory), FreePages{bytes});
}

}  // namespace sekisho
