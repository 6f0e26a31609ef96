// UTF-8, one character at a time (Unicode 15, table 3-7: well-formed byte sequences).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sekisho {

struct Utf8Character {
  char32_t code;  // U+FFFD when not well-formed
  uint8_t bytes;  // 1 when not well-formed, so that reading goes on behind the bad byte
  bool valid;
};

// The character that begins at text[at]; `at` is below text.size().
Utf8Character DecodeUtf8(std::string_view text, size_t at);

// How many characters the text has.
size_t CountCharacters(std::string_view text);

// The last `count` characters of `text`; all of it when it has no more.
std::string_view LastCharacters(std::string_view text, size_t count);

}  // namespace sekisho
