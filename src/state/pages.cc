#include "state/pages.h"

#include <sys/mman.h>

#include <cstdlib>

#include "core/cache_line.h"
#include "core/check.h"

namespace sekisho {

void FreePages::operator()(std::byte* memory) const { std::free(memory); }

Pages AllocatePages(size_t bytes, bool huge) {
  const size_t unit = huge ? kHugePageBytes : kCacheLineBytes;
  const size_t rounded = (bytes + unit - 1) / unit * unit;
  void* memory = std::aligned_alloc(unit, rounded);
  SEKISHO_CHECK(memory != nullptr);
  // Advice only: without huge pages everything works, a little slower.
  if (huge) madvise(memory, rounded, MADV_HUGEPAGE);
  return Pages(static_cast<std::byte*>(memory));
}

}  // namespace sekisho
