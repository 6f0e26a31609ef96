// A few names of a record, packed (names/packed_name.h) and one behind the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "names/match.h"

namespace sekisho {

// Two names that are compared. Taking a name apart in the memory of the one before takes a third of
// the time.
struct NameScratch {
  Name known;
  Name asked;
  NameMatch match;
};
// That of this thread. What it holds ends with the next use.
NameScratch& ThreadNameScratch();

// What the places of a shelf hold; `text` belongs to the shelf.
struct ShelfView {
  std::span<uint8_t> sizes;
  std::span<char> text;
  uint8_t* cut;
};

// Puts `packed` into place `at`; empty: clears it. When there is no room for all, the longest are
// cut until there is.
void PutName(ShelfView shelf, size_t at, std::string_view packed);

// At most 8 names in kBytes (at most 255) bytes. All zeros is an empty shelf. Trivially copyable.
template <size_t kCount, size_t kBytes>
struct NameShelf {
  static_assert(kCount <= 8 && kBytes <= UINT8_MAX);

  uint8_t sizes[kCount];  // bytes of each name; 0: nothing there
  uint8_t cut;            // bit i: of name i only the beginning is there, if anything
  char text[kBytes];

  bool Has(size_t at) const { return sizes[at] != 0; }
  bool IsWhole(size_t at) const { return (cut >> at & 1) == 0; }
  std::string_view Get(size_t at) const {
    size_t begin = 0;
    for (size_t i = 0; i < at; ++i) begin += sizes[i];
    return {text + begin, sizes[at]};
  }
  void Put(size_t at, std::string_view packed) { PutName({sizes, text, &cut}, at, packed); }
};

}  // namespace sekisho
