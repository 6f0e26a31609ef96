// Limits of candidate files. What is over them is refused, with a message that names the limit.
#pragma once

#include <cstddef>

namespace sekisho {

// Bytes of one candidate file. A full one with a year of answers has about 60 kB.
inline constexpr size_t kCandidateBytesMax = size_t{4} << 20;
// Entries of one list of a candidate file.
inline constexpr size_t kCandidateItemsMax = 1000;
// Problems that are named of one file; what follows is usually the same mistake again.
inline constexpr size_t kCandidateProblemsMax = 50;

}  // namespace sekisho
