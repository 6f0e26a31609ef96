// How letters of alphabets are written in Latin (tables/letters.txt). Used inside of this layer.
#pragma once

#include <cstdint>
#include <string_view>

namespace sekisho {

struct LetterSpelling {
  std::string_view latin;        // small ASCII letters and digits; may be empty
  bool inherent_a = false;       // an "a" follows unless a vowel sign does (scripts of India)
  bool vowel_sign = false;       // … such a sign
  bool silent = false;           // … the sign that takes the "a" away
  bool consonants_only = false;  // of a script that leaves vowels out (Arabic, Hebrew)
  bool by_word = false;          // of one whose letters are read as the word is (Thai, Khmer)
};

// Null for characters that are no letters of an alphabet: punctuation, kanji, kana, hangul.
// The tables are read on the first call; thread-safe.
const LetterSpelling* FindLetter(char32_t character);

}  // namespace sekisho
