// Kana and its spellings in Latin letters. Used inside of this layer.
//
// Sources: the romanisations of Hepburn (ISO 3602 strict for Kunrei; passports: Enforcement
// Regulations of the Passport Act, article 9), and the kana of Japanese bank transfers, in which
// small kana are large.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/spelling.h"

namespace sekisho {

// Every spelling of a reading in katakana, as Reach wants it.
//   context.text must be Latin in Hepburn's spelling (ToHepburn).
Reach StepKana(const Reach& from, std::u32string_view kana, std::string_view text);

// What those spellings may begin with: a text that has no such letter there need not be tried.
uint32_t FirstLettersOfKana(std::u32string_view kana);

// A text in small letters with Kunrei spellings turned into Hepburn's: si → shi, tya → cha, and m
// before b, m and p made n. May be longer than before.
void ToHepburn(std::string_view latin, std::string* out);

// One byte for each kana, large, with ー as the vowel that it prolongs: comparable with each other.
std::string KanaBytes(std::u32string_view kana);

// … without long vowels: オオノ, オウノ and オノ are one.
std::string ShortKanaBytes(std::string_view bytes);

// The plain Hepburn spelling, for likeness: スミス → sumisu.
std::string PlainHepburn(std::u32string_view kana);

}  // namespace sekisho
