// Memory for tables that may grow large, then straight from the system.
#pragma once

#include <cstddef>
#include <memory>

namespace sekisho {

struct FreePages {
  size_t bytes = 0;
  void operator()(std::byte* memory) const;
};
using Pages = std::unique_ptr<std::byte[], FreePages>;

// Aligned to a cache line; contents undefined. Only pages that are used take memory; whoever uses
// them writes first, because a page that is read first is mapped twice. Huge pages are not asked
// for: small tables would take one each, and on a virtual machine the host has to find them first,
// which takes longer than they save.
Pages AllocatePages(size_t bytes);

}  // namespace sekisho
