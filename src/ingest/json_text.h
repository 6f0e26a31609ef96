// Pieces of JSON text: numbers, escapes, and what is wrong with a broken line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

enum class NumberCheck { kInteger, kDecimal, kNotANumber, kTooLarge };

// Is `text` a number as RFC 8259 section 6 writes it? Numbers beyond the range of a double
// (1e400) are too large.
NumberCheck CheckNumber(std::string_view text);

// Writes `text`, the inside of a JSON string, to `out` with its escapes resolved; `out` needs
// text.size() bytes. Returns the bytes written, or -1 with the offset of the bad escape in
// `*error_at`: unknown letter, bad hex digits, half of a surrogate pair.
std::ptrdiff_t Unescape(std::string_view text, char* out, size_t* error_at);

struct TextError {
  size_t at;  // offset in the line
  std::string reason;
};

// The first reason why JsonTokens refused `line`: not UTF-8, a control character in a string, a
// string without end.
TextError FindTextError(std::string_view line);

// Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7), or
// text.size().
size_t FindBadUtf8(std::string_view text);

// `text` cut to at most `bytes` bytes, never inside a character.
std::string_view CutUtf8(std::string_view text, size_t bytes);

}  // namespace sekisho
