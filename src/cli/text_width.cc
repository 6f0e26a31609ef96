#include "cli/text_width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";
constexpr std::string_view kEllipsis = "…";

UChar32 ToIcu(char32_t code) { return static_cast<UChar32>(code); }

bool IsWide(char32_t code) {
  const int width = u_getIntPropertyValue(ToIcu(code), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

size_t CodeWidth(char32_t code) {
  if (code < 0x7f) return 1;
  switch (u_charType(ToIcu(code))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      return IsWide(code) ? 2 : 1;
  }
}

bool IsControl(char32_t code) {
  const int8_t type = u_charType(ToIcu(code));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR;
}

// Characters that stay on the line of the character before them (closing brackets, full stops).
bool StaysBehind(char32_t code) {
  static constexpr char32_t kClosing[] = U"、。，．・：；？！）」』】〕〉》”’…ー々ゃゅょっャュョッ";
  for (const char32_t closing : kClosing) {
    if (closing == code && code != 0) return true;
  }
  return false;
}

bool IsOpening(char32_t code) {
  static constexpr char32_t kOpening[] = U"（「『【〔〈《“‘";
  for (const char32_t opening : kOpening) {
    if (opening == code && code != 0) return true;
  }
  return false;
}

// Korean is written with spaces between words and broken there.
bool IsHangul(char32_t code) { return code >= 0xac00 && code <= 0xd7a3; }

// A piece of text that is not broken, and whether a space stands before it.
struct Piece {
  std::string_view text;
  size_t columns = 0;
  bool space_before = false;
};

std::vector<Piece> SplitPieces(std::string_view text) {
  std::vector<Piece> pieces;
  bool space = false;
  bool joins = false;  // the next character belongs to the piece before it
  bool wide_before = false;
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    const size_t start = at;
    at += character.bytes;
    if (character.code == ' ' || character.code == '\n') {
      space = !pieces.empty();
      joins = false;
      continue;
    }
    const bool wide = IsWide(character.code) && !IsHangul(character.code);
    const bool breaks = (wide || wide_before) && !StaysBehind(character.code);
    if (pieces.empty() || space || (!joins && breaks)) {
      // Between two wide characters a space is only a line break of the source text.
      pieces.push_back({text.substr(start, 0), 0, space && !(wide && wide_before)});
    }
    Piece& piece = pieces.back();
    piece.text = std::string_view(piece.text.data(),
                                  at - static_cast<size_t>(piece.text.data() - text.data()));
    piece.columns += CodeWidth(character.code);
    space = false;
    joins = IsOpening(character.code);
    wide_before = wide;
  }
  return pieces;
}

// The longest beginning of `text` that fits into `columns`.
std::string_view Beginning(std::string_view text, size_t columns) {
  size_t used = 0;
  size_t at = 0;
  while (at < text.size()) {
    const Utf8Character character = DecodeUtf8(text, at);
    used += CodeWidth(character.code);
    if (used > columns) break;
    at += character.bytes;
  }
  return text.substr(0, at);
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    columns += CodeWidth(character.code);
    at += character.bytes;
  }
  return columns;
}

std::string Printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Utf8Character character = DecodeUtf8(text, at);
    const bool shown = character.valid && !IsControl(character.code);
    clean.append(shown ? text.substr(at, character.bytes) : kReplacement);
    at += character.bytes;
  }
  return clean;
}

std::string Fit(std::string_view text, size_t columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  if (columns == 0) return "";
  return std::string(Beginning(text, columns - 1)).append(kEllipsis);
}

std::string PadRight(std::string_view text, size_t columns) {
  const size_t width = DisplayWidth(text);
  return std::string(text).append(columns > width ? columns - width : 0, ' ');
}

std::string PadLeft(std::string_view text, size_t columns) {
  const size_t width = DisplayWidth(text);
  return std::string(columns > width ? columns - width : 0, ' ').append(text);
}

std::vector<std::string> Wrap(std::string_view text, size_t columns) {
  columns = std::max<size_t>(columns, 2);
  std::vector<std::string> lines;
  size_t used = 0;
  for (const Piece& piece : SplitPieces(text)) {
    const size_t space = piece.space_before ? 1 : 0;
    if (!lines.empty() && used + space + piece.columns <= columns) {
      lines.back().append(space, ' ').append(piece.text);
      used += space + piece.columns;
      continue;
    }
    std::string_view rest = piece.text;
    while (DisplayWidth(rest) > columns) {
      const std::string_view part = Beginning(rest, columns);
      lines.emplace_back(part);
      rest.remove_prefix(part.size());
    }
    lines.emplace_back(rest);
    used = DisplayWidth(rest);
  }
  return lines;
}

std::string WrapIndented(std::string_view text, size_t columns, size_t indent) {
  std::string wrapped;
  for (const std::string& line : Wrap(text, columns > indent ? columns - indent : 0)) {
    wrapped.append(indent, ' ').append(line).push_back('\n');
  }
  return wrapped;
}

}  // namespace sekisho
