// How much of two texts is the same, word for word, whatever the script.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sekisho {

// A sample of the pieces of 12 letters or digits of a text (its case, width and punctuation left
// out): those whose hash is divisible by 8, sorted, without duplicates. The same piece is in the
// sample of every text or of none, so that samples can be compared in place of texts (modulo
// sampling of shingles; Broder, "On the resemblance and containment of documents", 1997).
// About one number for each eight characters.
std::vector<uint64_t> SketchText(std::string_view utf8);

// Numbers that both have; both sorted.
size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

}  // namespace sekisho
