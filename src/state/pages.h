// Memory for large tables, in pages as large as the system gives.
#pragma once

#include <cstddef>
#include <memory>

namespace sekisho {

struct FreePages {
  void operator()(std::byte* memory) const;
};
using Pages = std::unique_ptr<std::byte[], FreePages>;

inline constexpr size_t kHugePageBytes = 2 << 20;

// Memory with undefined contents, aligned to a cache line. `huge`: aligned to huge pages, and the
// system is asked for them: look-ups all over a large table then miss the address cache less often.
Pages AllocatePages(size_t bytes, bool huge);

}  // namespace sekisho
