// How memory reaches the processor.
#pragma once

#include <cstddef>

namespace sekisho {

inline constexpr size_t kCacheLineBytes = 64;

}  // namespace sekisho
