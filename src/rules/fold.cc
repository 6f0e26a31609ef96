#include "rules/fold.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr std::array<unsigned char, 128> MakeLower() {
  std::array<unsigned char, 128> table{};
  for (unsigned i = 0; i < 128; ++i) {
    table[i] = static_cast<unsigned char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
  }
  return table;
}
constexpr std::array<unsigned char, 128> kLower = MakeLower();

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

enum class PrefixResult : uint8_t { kNo, kYes, kUnknown };

// ASCII against ASCII; kUnknown at the first byte of either side that is not.
PrefixResult AsciiPrefix(std::string_view text, std::string_view folded) {
  const size_t count = std::min(text.size(), folded.size());
  for (size_t i = 0; i < count; ++i) {
    const unsigned char a = static_cast<unsigned char>(text[i]);
    const unsigned char b = static_cast<unsigned char>(folded[i]);
    if ((a | b) >= 0x80) return PrefixResult::kUnknown;
    if (kLower[a] != b) return PrefixResult::kNo;
  }
  return folded.size() <= text.size() ? PrefixResult::kYes : PrefixResult::kNo;
}

uint64_t LoadWord(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// The same for texts of one length, eight bytes at a time: letters of ASCII differ from their
// folded form in bit 5 only, so a difference elsewhere settles it.
PrefixResult AsciiEqual(std::string_view text, std::string_view folded) {
  constexpr uint64_t kHighBits = 0x8080808080808080u;
  constexpr uint64_t kCaseBits = 0x2020202020202020u;
  bool identical = true;
  size_t at = 0;
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    const uint64_t a = LoadWord(text.data() + at);
    const uint64_t b = LoadWord(folded.data() + at);
    if (((a | b) & kHighBits) != 0) return PrefixResult::kUnknown;
    if (((a ^ b) & ~kCaseBits) != 0) return PrefixResult::kNo;
    identical = identical && a == b;
  }
  return identical ? AsciiPrefix(text.substr(at), folded.substr(at)) : AsciiPrefix(text, folded);
}

// The bytes of `text` that the prefix takes, npos when it is none. `fold_other` for a right side
// that is not folded yet.
size_t PrefixBytes(std::string_view text, std::string_view other, bool fold_other) {
  size_t at = 0;
  for (size_t i = 0; i < other.size();) {
    if (at >= text.size()) return std::string_view::npos;
    const uint32_t wanted = fold_other ? NextFolded(other, &i) : NextCodePoint(other, &i);
    if (NextFolded(text, &at) != wanted) return std::string_view::npos;
  }
  return at;
}

size_t CodePointCount(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) NextCodePoint(text, &at);
  return count;
}

// The last `count` characters of `text`, npos when it has fewer.
size_t TailStart(std::string_view text, size_t count) {
  size_t at = text.size();
  for (; count > 0; --count) {
    if (at == 0) return std::string_view::npos;
    at = PreviousCodePoint(text, at);
  }
  return at;
}

bool EndsWithSlowly(std::string_view text, std::string_view other, bool fold_other) {
  const size_t start = TailStart(text, CodePointCount(other));
  if (start == std::string_view::npos) return false;
  return PrefixBytes(text.substr(start), other, fold_other) == text.size() - start;
}

bool ContainsSlowly(std::string_view text, std::string_view other, bool fold_other) {
  for (size_t at = 0;;) {
    if (PrefixBytes(text.substr(at), other, fold_other) != std::string_view::npos) return true;
    if (at >= text.size()) return false;
    NextCodePoint(text, &at);
  }
}

}  // namespace

uint32_t NextCodePoint(std::string_view text, size_t* at) {
  const unsigned char lead = static_cast<unsigned char>(text[*at]);
  if (lead < 0x80) {
    ++*at;
    return lead;
  }
  const Utf8Character character = DecodeUtf8(text, *at);
  *at += character.bytes;
  return character.valid ? character.code : kInvalidByte + lead;
}

uint32_t FoldCodePoint(uint32_t code_point) {
  if (code_point < 0x80) return kLower[code_point];
  if (code_point > 0x10ffff) return code_point;
  return static_cast<uint32_t>(u_foldCase(static_cast<UChar32>(code_point), U_FOLD_CASE_DEFAULT));
}

uint32_t NextFolded(std::string_view text, size_t* at) {
  return FoldCodePoint(NextCodePoint(text, at));
}

size_t PreviousCodePoint(std::string_view text, size_t end) {
  // The start of the longest valid character that ends here; else the last byte alone.
  for (size_t back = 1; back <= 4 && back <= end; ++back) {
    const size_t start = end - back;
    if (IsContinuation(text[start])) continue;
    size_t at = start;
    NextCodePoint(text.substr(0, end), &at);
    if (at == end) return start;
    break;
  }
  return end - 1;
}

void AppendUtf8(uint32_t code_point, std::string* text) {
  const auto tail = [&](int shift) {
    text->push_back(static_cast<char>(0x80 | ((code_point >> shift) & 0x3f)));
  };
  if (code_point >= kInvalidByte) {
    text->push_back(static_cast<char>(code_point - kInvalidByte));
  } else if (code_point < 0x80) {
    text->push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    text->push_back(static_cast<char>(0xc0 | (code_point >> 6)));
    tail(0);
  } else if (code_point < 0x10000) {
    text->push_back(static_cast<char>(0xe0 | (code_point >> 12)));
    tail(6);
    tail(0);
  } else {
    text->push_back(static_cast<char>(0xf0 | (code_point >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::string Folded(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (size_t at = 0; at < text.size();) AppendUtf8(NextFolded(text, &at), &folded);
  return folded;
}

bool IsAscii(std::string_view text) {
  size_t at = 0;
  for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
    if ((LoadWord(text.data() + at) & 0x8080808080808080u) != 0) return false;
  }
  for (; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  }
  return true;
}

bool EqualsFolded(std::string_view text, std::string_view folded) {
  if (text.size() == folded.size()) {
    const PrefixResult fast = AsciiEqual(text, folded);
    if (fast != PrefixResult::kUnknown) return fast == PrefixResult::kYes;
  } else if (IsAscii(text)) {
    return false;  // ASCII folds byte by byte, and to nothing else
  }
  return PrefixBytes(text, folded, false) == text.size();
}

bool StartsWithFolded(std::string_view text, std::string_view folded) {
  const PrefixResult fast = AsciiPrefix(text, folded);
  if (fast != PrefixResult::kUnknown) return fast == PrefixResult::kYes;
  return PrefixBytes(text, folded, false) != std::string_view::npos;
}

bool EndsWithFolded(std::string_view text, std::string_view folded) {
  if (text.size() >= folded.size()) {
    const std::string_view tail = text.substr(text.size() - folded.size());
    const PrefixResult fast = AsciiPrefix(tail, folded);
    // Equal ASCII tails need no look at the rest; an unequal one may still match when the text
    // holds a longer character that folds to ASCII (K, the Kelvin sign).
    if (fast == PrefixResult::kYes) return true;
    if (fast == PrefixResult::kNo && IsAscii(tail)) return false;
  }
  return EndsWithSlowly(text, folded, false);
}

bool ContainsFolded(std::string_view text, std::string_view folded) {
  if (!IsAscii(text) || !IsAscii(folded)) return ContainsSlowly(text, folded, false);
  if (folded.empty()) return true;
  if (text.size() < folded.size()) return false;
  const unsigned char first = static_cast<unsigned char>(folded[0]);
  const size_t last = text.size() - folded.size();
  for (size_t at = 0; at <= last; ++at) {
    if (kLower[static_cast<unsigned char>(text[at])] != first) continue;
    if (AsciiPrefix(text.substr(at, folded.size()), folded) == PrefixResult::kYes) return true;
  }
  return false;
}

bool MatchesIgnoringCase(std::string_view text, std::string_view other, Anchor anchor) {
  switch (anchor) {
    case Anchor::kWhole:
      return PrefixBytes(text, other, true) == text.size();
    case Anchor::kStart:
      return PrefixBytes(text, other, true) != std::string_view::npos;
    case Anchor::kEnd:
      return EndsWithSlowly(text, other, true);
    case Anchor::kAnywhere:
      return ContainsSlowly(text, other, true);
  }
  return false;
}

bool MatchesBytes(std::string_view text, std::string_view other, Anchor anchor) {
  switch (anchor) {
    case Anchor::kWhole:
      return text == other;
    case Anchor::kStart:
      return text.substr(0, other.size()) == other;
    case Anchor::kEnd:
      return text.size() >= other.size() && text.substr(text.size() - other.size()) == other;
    case Anchor::kAnywhere:
      return text.find(other) != std::string_view::npos;
  }
  return false;
}

}  // namespace sekisho
