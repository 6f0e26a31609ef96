#include "facts/names/name_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

namespace sekisho {
namespace {

using icu::UnicodeString;

// Longer than any name; keeps the rotations cheap on hostile input.
constexpr size_t kNameBytesMax = 1024;

constexpr UChar32 kVoicedMark = 0x3099;
constexpr UChar32 kSemiVoicedMark = 0x309a;
constexpr UChar32 kProlongedSound = 0x30fc;
constexpr UChar32 kHiraganaFirst = 0x3041;
constexpr UChar32 kHiraganaLast = 0x3096;
constexpr UChar32 kHiraganaToKatakana = 0x60;

UScriptCode ScriptOf(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error);
}

// Marks that belong to no script of their own (accents, Arabic vowel points, variation selectors)
// and Hebrew points. Vowel signs of Indic scripts are part of the name and stay.
bool IsDroppedMark(UChar32 c) {
  if (u_charType(c) != U_NON_SPACING_MARK || c == kVoicedMark || c == kSemiVoicedMark) return false;
  const UScriptCode script = ScriptOf(c);
  return script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_HEBREW;
}

bool IsApostrophe(UChar32 c) {
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x02bb;
}

bool IsNamePart(UChar32 c) {
  const int8_t type = u_charType(c);
  return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

// What is left of İ, I and ı without a language is one letter: IŞIK, Işık and ışık are one name.
constexpr UChar32 kDotlessI = 0x0131;

// Katakana, large: ぁ -> ア, ョ -> ヨ. The letter i with its dot.
UChar32 FoldLetter(UChar32 c) {
  if (c == kDotlessI) return 'i';
  static constexpr char16_t kSmall[] = u"ァィゥェォッャュョヮヵヶ";
  static constexpr char16_t kLarge[] = u"アイウエオツヤユヨワカケ";
  if (c >= kHiraganaFirst && c <= kHiraganaLast) c += kHiraganaToKatakana;
  for (size_t i = 0; kSmall[i] != 0; ++i) {
    if (c == kSmall[i]) return kLarge[i];
  }
  return c;
}

UnicodeString FoldOnce(const UnicodeString& text, UErrorCode* error) {
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(*error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(*error);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(*error);
  const UnicodeString decomposed = decompose->normalize(fold->normalize(text, *error), *error);
  UnicodeString result;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (IsApostrophe(c) || IsDroppedMark(c)) continue;
    result.append(IsNamePart(c) ? FoldLetter(c) : UChar32{' '});
  }
  return compose->normalize(result, *error);
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// What Fold does to ASCII, four times as fast.
UnicodeString FoldAscii(std::string_view text) {
  UnicodeString folded;
  for (const char c : text) {
    if (!IsApostrophe(c)) folded.append(static_cast<char16_t>(u_isalnum(c) ? u_tolower(c) : ' '));
  }
  return folded;
}

// Dropping a character can let its neighbours compose or fold, so this runs to its fixed point.
UnicodeString Fold(std::string_view utf8) {
  if (IsAscii(utf8)) return FoldAscii(utf8);
  constexpr int kRoundsMax = 4;
  auto text =
      UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  UErrorCode error = U_ZERO_ERROR;
  for (int round = 0; round < kRoundsMax; ++round) {
    UnicodeString next = FoldOnce(text, &error);
    if (U_FAILURE(error) || next == text) break;
    text = std::move(next);
  }
  return text;
}

std::vector<UnicodeString> Parts(const UnicodeString& folded) {
  std::vector<UnicodeString> parts;
  int32_t start = 0;
  while (start < folded.length()) {
    int32_t end = folded.indexOf(u' ', start);
    if (end < 0) end = folded.length();
    if (end > start) parts.emplace_back(folded, start, end - start);
    start = end + 1;
  }
  return parts;
}

// Kanji, kana and hangul syllables: written without spaces, and free to be moved about without
// composing anew.
bool IsUnspacedScript(const UnicodeString& part) {
  for (int32_t i = 0; i < part.length(); i = part.moveIndex32(i, 1)) {
    const UChar32 c = part.char32At(i);
    const bool syllable = c >= 0xac00 && c <= 0xd7a3;
    const UScriptCode script = ScriptOf(c);
    const bool east_asian = script == USCRIPT_HAN || script == USCRIPT_KATAKANA || syllable;
    if ((!east_asian && c != kProlongedSound) || u_charType(c) == U_NON_SPACING_MARK) return false;
  }
  return true;
}

UnicodeString Join(const std::vector<UnicodeString>& parts, const UnicodeString& between) {
  UnicodeString joined;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined.append(between);
    joined.append(parts[i]);
  }
  return joined;
}

// Names are short, so trying every rotation is cheap.
UnicodeString LeastRotation(const UnicodeString& text) {
  const UnicodeString doubled = text + text;
  UnicodeString least = text;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UnicodeString rotated(doubled, i, text.length());
    if (rotated.compareCodePointOrder(least) < 0) least = rotated;
  }
  return least;
}

}  // namespace

std::optional<std::string> NameKey(std::string_view utf8) {
  if (utf8.size() > kNameBytesMax) return std::nullopt;
  std::vector<UnicodeString> parts = Parts(Fold(utf8));
  if (parts.empty()) return std::nullopt;

  std::sort(parts.begin(), parts.end(), [](const UnicodeString& a, const UnicodeString& b) {
    return a.compareCodePointOrder(b) < 0;
  });
  const bool unspaced = std::all_of(parts.begin(), parts.end(), IsUnspacedScript);
  std::string key;
  (unspaced ? LeastRotation(Join(parts, u"")) : Join(parts, u" ")).toUTF8String(key);
  if (key.size() > kNameBytesMax) return std::nullopt;
  return key;
}

void ComputeNameKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& name = event->Get(inputs[0]);
  if (name.kind != ValueKind::kText) return;
  if (const auto key = NameKey(name.text)) event->Set(output, Value::Text(event->Store(*key)));
}

void ComputeChangedNameKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (event->Get(inputs[0]).text == "name") ComputeNameKey(inputs.subspan(1), output, event);
}

}  // namespace sekisho
