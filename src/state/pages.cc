#include "state/pages.h"

#include <sys/mman.h>

#include "core/check.h"

namespace sekisho {

void FreePages::operator()(std::byte* memory) const { munmap(memory, bytes); }

Pages AllocatePages(size_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  SEKISHO_CHECK(memory != MAP_FAILED);
  return Pages(static_cast<std::byte*>(memory), FreePages{bytes});
}

}  // namespace sekisho
