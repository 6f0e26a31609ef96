// A postal address in one comparable form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

// Removes what two writers of one address do differently, and nothing that tells addresses apart:
//   width, composition, case   NFKC and lower case
//   postal code                a Japanese one with its mark (〒100-0001)
//   block numbers              丁目, 番地, 番, 号 and の between digits part them like a hyphen,
//                              and so do the dashes that people type; kanji numerals up to 99
//                              before them become digits (四丁目 = 4丁目)
//   usual words                of streets and buildings in English take their short form
//                              (Street = St.)
//   punctuation and spaces     vanish; between two digits stays one hyphen
// The number of the flat and the name of the building stay: two flats are two addresses. Nothing is
// translated, and words of other languages are not shortened. None without both a letter and a
// digit (a town alone is nobody's address), for masked ones and for more than 1024 bytes.
// Idempotent.
std::optional<std::string> AddressKey(std::string_view utf8);

}  // namespace sekisho
