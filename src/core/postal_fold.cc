#include "core/postal_fold.h"

#include <algorithm>

#include "core/text.h"

namespace sekisho {
namespace {

using icu::UnicodeString;

constexpr char16_t kSeparator = u' ';

bool IsDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

// A word that parts block numbers, when it stands behind a number.
struct BlockWord {
  const char16_t* word;
  // What may not follow it, because then both are a name: 一番町, 2号棟.
  const char16_t* not_before;
};
constexpr BlockWord kBlockWords[] = {
    {u"丁目", u""}, {u"番地", u""}, {u"番", u"町丁街館"}, {u"号室", u""}, {u"号", u"棟館線店"}};

// The length of the block word at `at`, 0 when there is none.
int32_t BlockWordAt(const UnicodeString& text, int32_t at) {
  for (const BlockWord& block : kBlockWords) {
    const UnicodeString word(block.word);
    if (text.compare(at, word.length(), word) != 0) continue;
    const UnicodeString names(block.not_before);
    const int32_t end = at + word.length();
    if (end < text.length() && names.indexOf(text[end]) >= 0) return 0;
    return word.length();
  }
  return 0;
}

int32_t KanjiDigit(char16_t c) {
  return UnicodeString(u"一二三四五六七八九").indexOf(c) + 1;  // 0 for others
}

// The number from 1 to 99 written in kanji at `*at`, moving `*at` behind it; 0 without one.
int32_t TakeKanjiNumber(const UnicodeString& text, int32_t* at) {
  const auto digit = [&](int32_t i) { return i < text.length() ? KanjiDigit(text[i]) : 0; };
  int32_t i = *at;
  int32_t number = digit(i);
  if (number > 0) ++i;
  if (i < text.length() && text[i] == u'十') {
    number = std::max(number, 1) * 10 + digit(i + 1);
    i += digit(i + 1) > 0 ? 2 : 1;
  }
  *at = i;
  return number;
}

// 四丁目 becomes 4丁目. Longer runs of kanji numerals are left alone.
UnicodeString WithDigits(const UnicodeString& text) {
  UnicodeString result;
  for (int32_t i = 0; i < text.length();) {
    int32_t end = i;
    const int32_t number = TakeKanjiNumber(text, &end);
    if (number > 0 && BlockWordAt(text, end) > 0) {
      for (const char c : std::to_string(number)) result.append(static_cast<char16_t>(c));
    } else {
      end = std::max(end, i + 1);
      result.append(text, i, end - i);
    }
    i = end;
  }
  return result;
}

// Every block word behind a number, and の or a long-vowel mark between numbers, becomes a space.
UnicodeString WithoutBlockWords(const UnicodeString& text) {
  UnicodeString result;
  for (int32_t i = 0; i < text.length();) {
    int32_t behind = result.length();
    while (behind > 0 && result[behind - 1] == kSeparator) --behind;
    const bool after_number = behind > 0 && IsDigit(result[behind - 1]);
    const int32_t word = after_number ? BlockWordAt(text, i) : 0;
    const bool dash = after_number && (text[i] == u'の' || text[i] == u'ー') &&
                      i + 1 < text.length() && IsDigit(text[i + 1]);
    if (word > 0 || dash) {
      result.append(kSeparator);
      i += std::max(word, 1);
    } else {
      result.append(text[i++]);
    }
  }
  return result;
}

// Takes "〒100-0001" out of the text; the mark alone where no number follows.
std::string TakePostalCode(UnicodeString* text) {
  int32_t i = text->indexOf(u'〒');
  if (i < 0) return "";
  const int32_t start = i++;
  std::string digits;
  while (i < text->length() && (*text)[i] == u' ') ++i;
  for (; i < text->length() && (IsDigit((*text)[i]) || (*text)[i] == u'-' || (*text)[i] == u'ー');
       ++i) {
    if (IsDigit((*text)[i])) digits += static_cast<char>((*text)[i]);
  }
  text->replaceBetween(start, i, UnicodeString(kSeparator));
  return digits;
}

}  // namespace

FoldedAddress FoldAddress(std::string_view utf8) {
  FoldedAddress folded;
  const std::string normal = NormalText(utf8, TextCase::kLower);
  UnicodeString text =
      UnicodeString::fromUTF8(icu::StringPiece(normal.data(), static_cast<int32_t>(normal.size())));
  folded.marked_code = TakePostalCode(&text);
  folded.text = WithoutBlockWords(WithDigits(text));
  return folded;
}

}  // namespace sekisho
