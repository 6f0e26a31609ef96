#include "state/name_shelf.h"

#include <algorithm>
#include <string>
#include <vector>

#include "names/packed_name.h"

namespace sekisho {
namespace {

// The most bytes that each name may have so that all of them fit.
size_t ShareOf(const std::vector<std::string>& names, size_t bytes) {
  size_t share = bytes;
  const auto used = [&] {
    size_t sum = 0;
    for (const std::string& name : names) sum += std::min(name.size(), share);
    return sum;
  };
  while (used() > bytes) --share;
  return share;
}

}  // namespace

NameScratch& ThreadNameScratch() {
  thread_local NameScratch scratch;
  return scratch;
}

void PutName(ShelfView shelf, size_t at, std::string_view packed) {
  std::vector<std::string> names;
  size_t begin = 0;
  for (const uint8_t size : shelf.sizes) {
    names.emplace_back(shelf.text.data() + begin, size);
    begin += size;
  }
  names[at] = packed;
  *shelf.cut &= static_cast<uint8_t>(~(1U << at));

  const size_t share = ShareOf(names, shelf.text.size());
  std::fill(shelf.text.begin(), shelf.text.end(), '\0');
  char* out = shelf.text.data();
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string_view kept = CutPackedName(names[i], share);
    if (kept.size() < names[i].size()) *shelf.cut |= static_cast<uint8_t>(1U << i);
    shelf.sizes[i] = static_cast<uint8_t>(kept.size());
    out = std::copy(kept.begin(), kept.end(), out);
  }
}

}  // namespace sekisho
