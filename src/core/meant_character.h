// Characters of texts that somebody else wrote, as they are meant.
#pragma once

#include <cstddef>
#include <string_view>

namespace sekisho {

struct MeantCharacter {
  char32_t code;
  size_t bytes;  // that it takes in the text
};

// The character at text[at], `at` below text.size(): JSON's "\\u003c" is <, its "\\n" and the like
// are line ends, full-width signs are the plain ones. Bytes that are no UTF-8 are U+FFFD, one each.
MeantCharacter MeantCharacterAt(std::string_view text, size_t at);

}  // namespace sekisho
