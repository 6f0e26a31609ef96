// What a word in Latin letters sounds like, one sign for each sound, and how far two such words are
// apart. Used inside of this layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sekisho {

constexpr bool IsVowel(char c) {
  constexpr uint32_t kVowels = 1U << 1U | 1U << 5U | 1U << 9U | 1U << 15U | 1U << 21U | 1U << 25U;
  return c >= 'a' && c <= 'y' && (kVowels >> (static_cast<unsigned>(c) & 31U) & 1U) != 0;
}

// Are more than `most` bits set?
constexpr bool HasMoreBits(uint32_t bits, int most) {
  for (; bits != 0 && most > 0; --most) bits &= bits - 1;
  return bits != 0;
}

// Writes the sounds of `word` (small letters and digits) to `out`, as many as there is room for (an
// x is two); returns how many. Small letters stand for themselves; C: ch, S: sh, T: ts, X: kh.
// Doubled letters are one.
size_t SoundOf(std::string_view word, std::span<char> out);

enum class SoundScale {
  kSpelling,    // two spellings of one name
  kConsonants,  // the first leaves short vowels out, as Arabic and Hebrew do
  kKana,        // one of them is in Japanese or Korean syllables: smith, sumisu
};

// Likeness in [0, 1] of two words given as sounds: 1 - (weighted edit distance) / (length of the
// longer one). Letters that stand for each other in romanisations cost little (i and y, o and u),
// vowels cost less than consonants. Damerau (1964), Levenshtein (1965), with own weights.
// 0 for what is less than `least`.
double SoundLikeness(std::string_view a, std::string_view b, SoundScale scale, double least = 0);

// Do two spellings of one name have either of these sounds in one place?
bool AreExchanged(char a, char b);

// One letter for all consonants that spellings exchange: k for k, g, q; 0 for vowels, h and y.
char ConsonantClass(char sound);

// How a syllable begins: a bit for all consonants that languages exchange, bit 0 for vowels, h, ng,
// v, w and y, which come and go.
uint32_t OnsetBit(std::string_view syllable);

// A bit for each consonant.
unsigned ConsonantsOf(std::string_view sounds);

}  // namespace sekisho
