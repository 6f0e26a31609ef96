#include "names/letters.h"

#include <charconv>
#include <vector>

#include "names/tables.h"

namespace sekisho {
namespace {

constexpr char32_t kTableEnd = 0x10000;
constexpr char32_t kHebrewFirst = 0x0590;
constexpr char32_t kArabicEnd = 0x0800;

struct Letters {
  std::vector<uint16_t> index = std::vector<uint16_t>(kTableEnd, 0);
  std::vector<LetterSpelling> spellings = {LetterSpelling{}};  // 0 stands for none
};

bool IsConsonantal(char32_t c) {
  return (c >= kHebrewFirst && c < kArabicEnd) || (c >= 0xfb1d && c < 0xff00);
}

// Thai, Lao, Burmese and Khmer: many vowels are not written, and many letters are silent.
bool IsReadByWord(char32_t c) {
  return (c >= 0x0e00 && c < 0x0f00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800);
}

Letters ReadLetters() {
  Letters letters;
  ForEachLine(NameLettersText(), [&](std::string_view line) {
    uint32_t code = 0;
    const char* const end = line.data() + line.size();
    const auto [rest, error] = std::from_chars(line.data(), end, code, 16);
    if (error != std::errc() || code >= kTableEnd) return;
    LetterSpelling spelling;
    spelling.latin = line.substr(static_cast<size_t>(rest - line.data()));
    if (spelling.latin.starts_with(' ')) spelling.latin.remove_prefix(1);
    spelling.inherent_a = spelling.latin.ends_with('+');
    spelling.vowel_sign = spelling.latin.ends_with('=');
    spelling.silent = spelling.latin.ends_with('-');
    if (spelling.inherent_a || spelling.vowel_sign || spelling.silent) {
      spelling.latin.remove_suffix(1);
    }
    spelling.consonants_only = IsConsonantal(code);
    spelling.by_word = IsReadByWord(code);
    letters.index[code] = static_cast<uint16_t>(letters.spellings.size());
    letters.spellings.push_back(spelling);
  });
  return letters;
}

}  // namespace

const LetterSpelling* FindLetter(char32_t character) {
  static const Letters& letters = *new Letters(ReadLetters());
  if (character >= kTableEnd) return nullptr;
  const uint16_t at = letters.index[character];
  return at == 0 ? nullptr : &letters.spellings[at];
}

}  // namespace sekisho
