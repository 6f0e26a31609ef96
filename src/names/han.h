// Forms and readings of Chinese characters (tables/han.txt, tables/chinese.txt). Used inside of
// this layer.
//
// Sources: Unihan database of Unicode 15 (UAX 38): kHangul, kMandarin, kHanyuPinlu, kCantonese,
// kJapaneseOn, kJapaneseKun, kTGH, variants; IPA dictionary: readings that characters have in
// names. The Wade-Giles spelling follows H. A. Giles, A Chinese-English Dictionary, 1912, without
// its marks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/spelling.h"

namespace sekisho {

struct HanReading {
  // `changed`: the form that it has behind another character: かわ → がわ.
  explicit HanReading(std::u32string kana_text, bool is_changed = false);

  std::u32string kana;  // as a dictionary writes it
  std::string bytes;    // KanaBytes of it
  std::string plain;    // PlainHepburn of it
  uint32_t first_letters;
  bool changed;
};

struct HanCharacter {
  char32_t form = 0;                 // equal for old and new, traditional and simplified forms
  char32_t exchanged = 0;            // equal for two that family names exchange; else 0
  std::vector<char32_t> hangul;      // syllables
  std::vector<Spelling> pinyin;      // those of cost 0; the others are Wade-Giles
  std::vector<Spellings> cantonese;  // of each reading
  std::vector<Spelling> hokkien;
  std::vector<HanReading> japanese;
  uint32_t chinese_letters = 0;  // what the last three begin with
  bool begins_word = false;      // of FindJapaneseWord
  bool common = false;           // used in given names, as far as tables say
  bool family = false;           // a family name of tables/chinese.txt
  uint32_t onsets = 0;           // how `hangul` and `pinyin` begin: bits of OnsetBit
};

// Null for characters without a reading. Thread-safe.
const HanCharacter* FindHan(char32_t character);

// All that are common or family names. Thread-safe.
std::span<const HanCharacter* const> HanOfNames();

// Readings in kana of a whole word whose reading does not follow from its characters (服部). The
// characters are forms.
const std::vector<HanReading>* FindJapaneseWord(std::u32string_view forms);
inline constexpr size_t kJapaneseWordMax = 4;

}  // namespace sekisho
