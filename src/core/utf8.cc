#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr Utf8Character kBad{0xfffd, 1, false};

bool IsContinuation(unsigned char byte) { return (byte & 0xc0) == 0x80; }

}  // namespace

Utf8Character DecodeUtf8(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const size_t left = text.size() - at;
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  if (first < 0xc2 || first > 0xf4) return kBad;
  if (left < 2 || !IsContinuation(byte(1))) return kBad;
  if (first < 0xe0) {
    return {static_cast<char32_t>((first & 0x1f) << 6 | (byte(1) & 0x3f)), 2, true};
  }
  if (left < 3 || !IsContinuation(byte(2))) return kBad;
  if (first < 0xf0) {
    const char32_t code = (first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < 0x800 || surrogate) return kBad;
    return {code, 3, true};
  }
  if (left < 4 || !IsContinuation(byte(3))) return kBad;
  const char32_t code =
      (first & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
  if (code < 0x10000 || code > 0x10ffff) return kBad;
  return {code, 4, true};
}

size_t CountCharacters(std::string_view text) {
  size_t characters = 0;
  for (size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).bytes) ++characters;
  return characters;
}

std::string_view LastCharacters(std::string_view text, size_t count) {
  size_t characters = CountCharacters(text);
  size_t begin = 0;
  for (; characters > count; --characters) begin += DecodeUtf8(text, begin).bytes;
  return text.substr(begin);
}

}  // namespace sekisho
