#include "core/postal_address.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "core/text.h"

namespace sekisho {
namespace {

using icu::UnicodeString;

constexpr size_t kAddressBytesMax = 1024;
constexpr char16_t kSeparator = u' ';

bool IsDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

UnicodeString FromUtf8(std::string_view utf8) {
  return UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

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

// "〒100-0001 …" without its first word; the mark alone where no number follows.
UnicodeString WithoutPostalCode(const UnicodeString& text) {
  int32_t i = text.indexOf(u'〒');
  if (i < 0) return text;
  const int32_t start = i++;
  while (i < text.length() && text[i] == u' ') ++i;
  while (i < text.length() && (IsDigit(text[i]) || text[i] == u'-' || text[i] == u'ー')) ++i;
  UnicodeString result(text);
  return result.replaceBetween(start, i, UnicodeString(kSeparator));
}

// Letters, digits and marks; between two digits that something parted, a hyphen.
UnicodeString Joined(const UnicodeString& text) {
  UnicodeString result;
  bool parted = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (!u_isalnum(c) && !mark) {
      parted = true;
      continue;
    }
    const int32_t length = result.length();
    if (parted && length > 0 && u_isdigit(c) && u_isdigit(result[length - 1])) result.append(u'-');
    parted = false;
    result.append(c);
  }
  return result;
}

// Words of streets and buildings as the postal services shorten them (United States Postal Service,
// Publication 28, appendixes B and C). A saint and a street become one "st", which parts nothing.
struct ShortWord {
  std::string_view word;
  std::string_view shortened;
};
constexpr ShortWord kShortWords[] = {
    {"apartment", "apt"}, {"avenue", "ave"}, {"av", "ave"},       {"boulevard", "blvd"},
    {"building", "bldg"}, {"court", "ct"},   {"drive", "dr"},     {"east", "e"},
    {"floor", "fl"},      {"fort", "ft"},    {"highway", "hwy"},  {"lane", "ln"},
    {"mount", "mt"},      {"north", "n"},    {"parkway", "pkwy"}, {"place", "pl"},
    {"road", "rd"},       {"room", "rm"},    {"saint", "st"},     {"south", "s"},
    {"square", "sq"},     {"street", "st"},  {"suite", "ste"},    {"terrace", "ter"},
    {"west", "w"},
};

bool IsAsciiLetter(char16_t c) { return c >= u'a' && c <= u'z'; }

// Every run of letters a to z that is such a word, in its short form.
UnicodeString WithShortWords(const UnicodeString& text) {
  UnicodeString result;
  for (int32_t i = 0; i < text.length();) {
    std::string word;
    int32_t end = i;
    while (end < text.length() && IsAsciiLetter(text[end])) {
      word += static_cast<char>(text[end++]);
    }
    const auto* const found = std::find_if(std::begin(kShortWords), std::end(kShortWords),
                                           [&](const ShortWord& s) { return s.word == word; });
    if (found != std::end(kShortWords)) {
      for (const char c : found->shortened) result.append(static_cast<char16_t>(c));
    } else {
      end = std::max(end, i + 1);
      result.append(text, i, end - i);
    }
    i = end;
  }
  return result;
}

UnicodeString Fold(const UnicodeString& text) {
  return Joined(WithShortWords(WithoutBlockWords(WithDigits(WithoutPostalCode(text)))));
}

bool NamesAPlace(const UnicodeString& key) {
  bool letter = false;
  bool digit = false;
  for (int32_t i = 0; i < key.length(); i = key.moveIndex32(i, 1)) {
    letter = letter || u_isalpha(key.char32At(i));
    digit = digit || u_isdigit(key.char32At(i));
  }
  return letter && digit;
}

}  // namespace

std::optional<std::string> AddressKey(std::string_view utf8) {
  if (utf8.size() > kAddressBytesMax || IsMasked(utf8)) return std::nullopt;
  // What stood between two characters is gone after a round, so they may compose or part numbers
  // now; a few rounds settle it.
  constexpr int kRoundsMax = 8;
  std::string key(utf8);
  for (int round = 0; round < kRoundsMax; ++round) {
    std::string next;
    Fold(FromUtf8(NormalText(key, TextCase::kLower))).toUTF8String(next);
    if (next == key) break;
    key = std::move(next);
  }
  if (key.size() > kAddressBytesMax || !NamesAPlace(FromUtf8(key))) return std::nullopt;
  return key;
}

}  // namespace sekisho
