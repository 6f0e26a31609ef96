#include "names/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr char32_t kHiraganaFirst = 0x3041;
constexpr char32_t kHiraganaLast = 0x3096;
constexpr char32_t kHiraganaToKatakana = 0x60;

// Characters that NFKC joins with their neighbours or writes as others. Others are left alone:
// the tables of letters know precomposed letters.
bool NeedsNormalisation(char32_t c) {
  if (c < 0x0300 || (c >= 0x0370 && c < 0x1100)) return false;
  if (c < 0x1200) return true;                                 // marks, jamo
  if (c >= 0x2070 && c < 0x3000) return true;                  // signs made of letters
  if (c == 0x3099 || c == 0x309a || c == 0x30ff) return true;  // voicing marks
  if ((c >= 0x3131 && c < 0x3400) || (c >= 0xa960 && c < 0xa980)) return true;
  return (c >= 0xd7b0 && c < 0xd800) || (c >= 0xfb00 && c < 0x10000);  // width, presentation
}

bool IsHiragana(char32_t c) { return c >= kHiraganaFirst && c <= kHiraganaLast; }

// Katakana for hiragana, and one space for all.
char32_t PlainKana(char32_t c) {
  if (IsHiragana(c)) return c + kHiraganaToKatakana;
  return c == U'\u3000' || c == U'\u00a0' ? U' ' : c;
}

void Normalise(std::u32string* text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(error);
  icu::UnicodeString written;
  for (const char32_t c : *text) written.append(static_cast<UChar32>(c));
  const icu::UnicodeString normal = nfkc->normalize(written, error);
  if (U_FAILURE(error)) return;
  text->clear();
  for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    text->push_back(static_cast<char32_t>(normal.char32At(i)));
  }
}

}  // namespace

char32_t LargeKana(char32_t character) {
  switch (character) {
    case U'ァ':
    case U'ィ':
    case U'ゥ':
    case U'ェ':
    case U'ォ':
    case U'ッ':
    case U'ャ':
    case U'ュ':
    case U'ョ':
    case U'ヮ':
      return character + 1;
    case U'ヵ':
      return U'カ';
    case U'ヶ':
      return U'ケ';
    default:
      return character;
  }
}

bool IsHan(char32_t c) {
  return (c >= 0x4e00 && c < 0xa000) || (c >= 0x3400 && c < 0x4dc0) || c == U'々' ||
         (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x32400);
}

bool IsKatakana(char32_t c) { return (c >= 0x30a1 && c < 0x30fb) || c == 0x30fc; }

bool IsHangulSyllable(char32_t c) { return c >= 0xac00 && c < 0xd7a4; }

void FoldCharacters(std::string_view utf8, std::u32string* out) {
  out->resize(utf8.size());
  char32_t* end = out->data();
  bool needs = false;
  for (size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      *end++ = byte;
      ++at;
      continue;
    }
    // Greek, Cyrillic, Hebrew, Arabic and their neighbours: two bytes, and as they are.
    const auto next = at + 1 < utf8.size() ? static_cast<unsigned char>(utf8[at + 1]) : 0;
    if (byte >= 0xce && byte < 0xe0 && (next & 0xc0U) == 0x80) {
      *end++ = static_cast<char32_t>((byte & 0x1fU) << 6U | (next & 0x3fU));
      at += 2;
      continue;
    }
    const Utf8Character character = DecodeUtf8(utf8, at);
    needs = needs || NeedsNormalisation(character.code);
    // Before composing: わ with a voicing mark is one character in katakana only.
    *end++ = PlainKana(character.code);
    at += character.bytes;
  }
  out->resize(static_cast<size_t>(end - out->data()));
  if (needs) {
    Normalise(out);
    std::transform(out->begin(), out->end(), out->begin(), PlainKana);
  }
  while (!out->empty() && out->back() == U' ') out->pop_back();
  out->erase(0, std::min(out->find_first_not_of(U' '), out->size()));
}

std::u32string FoldCharacters(std::string_view utf8) {
  std::u32string text;
  FoldCharacters(utf8, &text);
  return text;
}

}  // namespace sekisho
