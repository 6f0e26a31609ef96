#include "rules/encoding.h"

#include "rules/fold.h"

namespace sekisho {

std::string Base64(std::string_view bytes) {
  static constexpr char kAlphabet[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    const size_t count = std::min<size_t>(3, bytes.size() - i);
    for (size_t j = 0; j < 3; ++j) {
      group = (group << 8) | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    }
    for (size_t j = 0; j < 4; ++j) {
      text += j <= count ? kAlphabet[(group >> (18 - 6 * j)) & 0x3f] : '=';
    }
  }
  return text;
}

std::array<std::string, 3> Base64AtOffsets(std::string_view bytes) {
  // With `offset` bytes before, the first characters mix in those bytes; with an incomplete last
  // group, its last character mixes in what follows.
  static constexpr size_t kMixedAtStart[] = {0, 2, 3};
  static constexpr size_t kMixedAtEnd[] = {0, 3, 2};
  std::array<std::string, 3> forms;
  for (size_t offset = 0; offset < 3; ++offset) {
    const std::string text = Base64(std::string(offset, ' ') + std::string(bytes));
    const size_t start = kMixedAtStart[offset];
    const size_t end = text.size() - kMixedAtEnd[(bytes.size() + offset) % 3];
    if (end > start) forms[offset] = text.substr(start, end - start);
  }
  return forms;
}

std::string Utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  const auto append = [&](uint32_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xff);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (size_t at = 0; at < utf8.size();) {
    uint32_t c = NextCodePoint(utf8, &at);
    if (c >= kInvalidByte) c -= kInvalidByte;  // bytes of an earlier encoding
    if (c < 0x10000) {
      append(c);
    } else {
      append(0xd7c0 + (c >> 10));
      append(0xdc00 + (c & 0x3ff));
    }
  }
  return bytes;
}

}  // namespace sekisho
