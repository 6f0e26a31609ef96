// Invariants of our own code, kept in the release build.
//
// SEKISHO_CHECK(condition) ends the process with the place and the condition when it does not hold:
// going on would give wrong findings without anybody knowing. It is never for input, however
// broken; that is what Status is for.
#pragma once

#include <cstdio>
#include <cstdlib>

#define SEKISHO_CHECK(condition)                                  \
  do {                                                            \
    if (!(condition)) [[unlikely]] {                              \
      ::sekisho::InvariantBroken(#condition, __FILE__, __LINE__); \
    }                                                             \
  } while (false)

namespace sekisho {

[[noreturn]] inline void InvariantBroken(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: broken invariant: %s\n", file, line, condition);
  std::abort();
}

}  // namespace sekisho
