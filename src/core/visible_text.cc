#include "core/visible_text.h"

#include <cstdio>

#include "core/utf8.h"

namespace sekisho {
namespace {

// Unicode 15: general categories Cc, Cf, Zl, Zp, and white space other than the space.
bool IsInvisible(char32_t code) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  static constexpr Range kRanges[] = {
      {0x00, 0x1f},       {0x7f, 0xa0},       {0xad, 0xad},       {0x34f, 0x34f},
      {0x600, 0x605},     {0x61c, 0x61c},     {0x6dd, 0x6dd},     {0x70f, 0x70f},
      {0x890, 0x891},     {0x8e2, 0x8e2},     {0x115f, 0x1160},   {0x1680, 0x1680},
      {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x2000, 0x200f},   {0x2028, 0x202f},
      {0x205f, 0x206f},   {0x3000, 0x3000},   {0x3164, 0x3164},   {0xfe00, 0xfe0f},
      {0xfeff, 0xfeff},   {0xffa0, 0xffa0},   {0xfff0, 0xfffb},   {0x110bd, 0x110bd},
      {0x110cd, 0x110cd}, {0x13430, 0x1343f}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a},
      {0xe0000, 0xe0fff},
  };
  for (const Range& range : kRanges) {
    if (code >= range.first && code <= range.last) return true;
  }
  return false;
}

// The ideographic space is a space between Japanese names.
bool IsShown(const Utf8Character& character) {
  return character.valid && (character.code == 0x3000 || !IsInvisible(character.code));
}

}  // namespace

std::string VisibleText(std::string_view text) {
  std::string visible;
  visible.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    if (IsShown(character)) {
      visible.append(text.substr(at, character.bytes));
    } else {
      char number[32];
      const unsigned code = character.valid ? static_cast<unsigned>(character.code)
                                            : static_cast<unsigned char>(text[at]);
      std::snprintf(number, sizeof number, character.valid ? "⟨U+%04X⟩" : "⟨0x%02X⟩", code);
      visible.append(number);
    }
    at += character.bytes;
  }
  return visible;
}

}  // namespace sekisho
