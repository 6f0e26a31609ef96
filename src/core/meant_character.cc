#include "core/meant_character.h"

#include <charconv>
#include <cstdint>

#include "core/utf8.h"

namespace sekisho {

MeantCharacter MeantCharacterAt(std::string_view text, size_t at) {
  constexpr size_t kEscapeBytes = 6;
  constexpr int kHexadecimal = 16;
  MeantCharacter character = {DecodeUtf8(text, at).code, DecodeUtf8(text, at).bytes};
  if (character.code == U'\\' && at + 1 < text.size()) {
    const char kind = text[at + 1];
    uint32_t code = 0;
    if (std::string_view("bfnrt").find(kind) != std::string_view::npos) return {U'\n', 2};
    if (kind == 'u' && at + kEscapeBytes <= text.size()) {
      const char* const end = text.data() + at + kEscapeBytes;
      const auto read = std::from_chars(text.data() + at + 2, end, code, kHexadecimal);
      if (read.ec == std::errc() && read.ptr == end) character = {code, kEscapeBytes};
    }
  }
  if (character.code >= U'！' && character.code <= U'～') character.code -= U'！' - U'!';
  return character;
}

}  // namespace sekisho
