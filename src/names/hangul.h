// Hangul and its spellings in Latin letters. Used inside of this layer.
//
// Sources: Revised Romanisation (Ministry of Culture and Tourism, notice 2000-8), McCune and
// Reischauer (Transactions of the Korea Branch of the RAS 29, 1939), the romanisation of the DPRK
// of 1992, and spellings that are usual on passports although no rule gives them (Lee, Park, Choi,
// Young). Initial ㄹ and ㄴ: Korean orthography, articles 10 to 12.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "names/spelling.h"

namespace sekisho {

struct HangulContext {
  bool first = false;  // at the beginning of a word: 이 may be 리
  bool kana = false;   // the text was written in kana: キム
};

// What one more syllable reaches in `text` (small letters).
Reach StepHangul(const Reach& from, char32_t character, const HangulContext& context,
                 std::string_view text);

// The same syllable, or the two ways in which North and South write it: 리 and 이, 녕 and 영.
bool IsSameSyllable(char32_t a, char32_t b);

// The syllable in Revised Romanisation, letter by letter.
std::string PlainRomanisation(char32_t character);

// A hangul spelling of `minimum` to `maximum` syllables exists that both texts (small letters,
// words parted by one space) are romanisations of, syllable by syllable and letter by letter:
// "myung bak" and "myongpak". No syllable is part of two words.
bool HaveOneHangul(std::string_view a, std::string_view b, size_t minimum, size_t maximum);

}  // namespace sekisho
