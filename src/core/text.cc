#include "core/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace sekisho {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

char ToCase(char c, TextCase text_case) {
  if (text_case == TextCase::kLower && c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  if (text_case == TextCase::kUpper && c >= 'a' && c <= 'z') return c - ('a' - 'A');
  return c;
}

// The same as u_isWhitespace, so that a text is trimmed alike in both ways.
bool IsAsciiSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

std::string NormalAscii(std::string_view text, TextCase text_case) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  std::string result(text);
  for (char& c : result) c = ToCase(c, text_case);
  return result;
}

// The whole mapping has no fixed point after one step for a few characters (a changed case can
// undo NFKC), so it is repeated; two or three rounds settle all of Unicode.
icu::UnicodeString NormalUnicode(std::string_view utf8, TextCase text_case) {
  constexpr int kRoundsMax = 4;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  for (int round = 0; round < kRoundsMax; ++round) {
    icu::UnicodeString next = nfkc->normalize(text, error);
    if (text_case == TextCase::kLower) next.toLower(icu::Locale::getRoot());
    if (text_case == TextCase::kUpper) next.toUpper(icu::Locale::getRoot());
    next = nfkc->normalize(next, error).trim();
    if (U_FAILURE(error) || next == text) break;
    text = std::move(next);
  }
  return text;
}

constexpr UChar32 kLongVowel = 0x30fc;

// Which the mark of a long vowel may follow.
bool IsKana(UChar32 c) {
  return c != kLongVowel && ((c >= 0x3041 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff));
}

}  // namespace

std::string NormalText(std::string_view utf8, TextCase text_case) {
  if (IsAscii(utf8)) return NormalAscii(utf8, text_case);
  std::string result;
  NormalUnicode(utf8, text_case).toUTF8String(result);
  return result;
}

void TrimEnd(char also, std::string* utf8) {
  const char* bytes = utf8->data();
  auto end = static_cast<int32_t>(utf8->size());
  while (end > 0) {
    int32_t next = end;
    UChar32 c = 0;
    U8_PREV(bytes, 0, next, c);
    if (c != also && (c < 0 || !u_isWhitespace(c))) break;
    end = next;
  }
  utf8->resize(static_cast<size_t>(end));
}

std::string LettersAndDigits(std::string_view utf8, TextCase text_case) {
  std::string result;
  if (IsAscii(utf8)) {
    for (const char c : utf8) {
      const bool digit = c >= '0' && c <= '9';
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (digit || letter) result += ToCase(c, text_case);
    }
    return result;
  }
  const icu::UnicodeString text = NormalUnicode(utf8, text_case);
  icu::UnicodeString kept;
  bool after_kana = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool is_hyphen = c == kLongVowel && !after_kana;
    if (u_isalnum(c) && !is_hyphen) kept.append(c);
    after_kana = IsKana(c) || (c == kLongVowel && after_kana);
  }
  // What stood between two letters is gone, so they may compose now.
  std::string joined;
  kept.toUTF8String(joined);
  return NormalText(joined, text_case);
}

bool IsMasked(std::string_view utf8) {
  // Asterisks and bullets as written by forms, in the forms that NFKC leaves: * • ● ○ ■ …
  static constexpr std::array<std::string_view, 6> kMasks = {"*",      "\u2022", "\u25cf",
                                                             "\u25cb", "\u25a0", "\u2026"};
  const auto has_mask = [](std::string_view text) {
    return std::any_of(kMasks.begin(), kMasks.end(), [text](std::string_view mask) {
      return text.find(mask) != std::string_view::npos;
    });
  };
  return has_mask(utf8) || (!IsAscii(utf8) && has_mask(NormalText(utf8, TextCase::kKept)));
}

bool IsMaskedNumber(std::string_view utf8) {
  return IsMasked(utf8) ||
         LettersAndDigits(utf8, TextCase::kLower).find("xxxx") != std::string::npos;
}

}  // namespace sekisho
