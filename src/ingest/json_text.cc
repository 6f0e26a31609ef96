#include "ingest/json_text.h"

#include <cmath>
#include <cstdint>
#include <cstdio>

#include "absl/strings/numbers.h"
#include "core/status.h"

namespace sekisho {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

size_t SkipDigits(std::string_view text, size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

// Value of the four hex digits at `at`, or -1.
int HexUnit(std::string_view text, size_t at) {
  if (at + 4 > text.size()) return -1;
  int unit = 0;
  for (size_t i = at; i < at + 4; ++i) {
    const char c = text[i];
    const char lower = static_cast<char>(c | 0x20);
    if (IsDigit(c)) {
      unit = unit * 16 + (c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit * 16 + (lower - 'a' + 10);
    } else {
      return -1;
    }
  }
  return unit;
}

char* AppendUtf8(uint32_t code, char* out) {
  if (code < 0x80) {
    *out++ = static_cast<char>(code);
  } else if (code < 0x800) {
    *out++ = static_cast<char>(0xc0 | (code >> 6));
    *out++ = static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    *out++ = static_cast<char>(0xe0 | (code >> 12));
    *out++ = static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    *out++ = static_cast<char>(0x80 | (code & 0x3f));
  } else {
    *out++ = static_cast<char>(0xf0 | (code >> 18));
    *out++ = static_cast<char>(0x80 | ((code >> 12) & 0x3f));
    *out++ = static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    *out++ = static_cast<char>(0x80 | (code & 0x3f));
  }
  return out;
}

// The character of the \u escape whose digits begin at `*at`, which moves behind it (and behind
// the second half of a surrogate pair); -1 when it is none.
int64_t TakeUnicodeEscape(std::string_view text, size_t* at) {
  const int unit = HexUnit(text, *at);
  if (unit < 0) return -1;
  *at += 4;
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  if (unit > 0xdbff || text.substr(*at, 2) != "\\u") return -1;
  const int low = HexUnit(text, *at + 2);
  if (low < 0xdc00 || low > 0xdfff) return -1;
  *at += 6;
  return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

char SimpleEscape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

// Length of the well-formed UTF-8 sequence at `at`, 0 when there is none.
size_t SequenceLength(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto is_tail = [&](size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return is_tail(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if (lead == 0xe0 && byte(1) < 0xa0) return 0;
    if (lead == 0xed && byte(1) > 0x9f) return 0;
    return is_tail(1) && is_tail(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if (lead == 0xf0 && byte(1) < 0x90) return 0;
    if (lead == 0xf4 && byte(1) > 0x8f) return 0;
    return is_tail(1) && is_tail(2) && is_tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

NumberCheck CheckNumber(std::string_view text) {
  size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const size_t whole = at;
  at = SkipDigits(text, at);
  if (at == whole || (text[whole] == '0' && at - whole > 1)) return NumberCheck::kNotANumber;
  bool is_integer = true;
  bool may_overflow = at - whole > 300;
  if (at < text.size() && text[at] == '.') {
    is_integer = false;
    const size_t fraction = at + 1;
    at = SkipDigits(text, fraction);
    if (at == fraction) return NumberCheck::kNotANumber;
  }
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    is_integer = false;
    may_overflow = true;
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const size_t exponent = at;
    at = SkipDigits(text, exponent);
    if (at == exponent) return NumberCheck::kNotANumber;
  }
  if (at != text.size()) return NumberCheck::kNotANumber;
  if (may_overflow) {
    double number = 0;
    if (!absl::SimpleAtod(ToAbsl(text), &number) || !std::isfinite(number)) {
      return NumberCheck::kTooLarge;
    }
  }
  return is_integer ? NumberCheck::kInteger : NumberCheck::kDecimal;
}

std::ptrdiff_t Unescape(std::string_view text, char* out, size_t* error_at) {
  char* const begin = out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      *out++ = text[at++];
      continue;
    }
    *error_at = at;
    if (at + 1 == text.size()) return -1;
    const char letter = text[at + 1];
    at += 2;
    if (letter == 'u') {
      const int64_t code = TakeUnicodeEscape(text, &at);
      if (code < 0) return -1;
      out = AppendUtf8(static_cast<uint32_t>(code), out);
    } else {
      const char plain = SimpleEscape(letter);
      if (plain == 0) return -1;
      *out++ = plain;
    }
  }
  return out - begin;
}

size_t FindBadUtf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t length = SequenceLength(text, at);
    if (length == 0) return at;
    at += length;
  }
  return at;
}

std::string_view CutUtf8(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

TextError FindTextError(std::string_view line) {
  const size_t bad = FindBadUtf8(line);
  if (bad < line.size()) {
    char reason[80];
    std::snprintf(reason, sizeof reason, "the byte 0x%02X is not UTF-8; save the file as UTF-8",
                  static_cast<unsigned char>(line[bad]));
    return {bad, reason};
  }
  bool in_string = false;
  size_t opened = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (in_string && static_cast<unsigned char>(c) < 0x20) {
      char reason[96];
      std::snprintf(reason, sizeof reason,
                    "a string holds the control character 0x%02X; write it as \\u%04x", c, c);
      return {at, reason};
    }
    if (c == '"') {
      in_string = !in_string;
      opened = at;
    } else if (c == '\\' && in_string) {
      ++at;
    }
  }
  return {opened, "the string that begins here is not closed on this line"};
}

}  // namespace sekisho
