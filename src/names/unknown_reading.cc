// May one of two names be a reading of the other that no table has?
#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/comparison.h"
#include "names/han.h"
#include "names/hangul.h"
#include "names/kana.h"
#include "names/name_form.h"
#include "names/sound.h"
#include "names/unit_spelling.h"

namespace sekisho {
namespace {

using Units = std::span<const Unit>;

constexpr size_t kReadingLettersMin = 2;  // a single letter is too often there by chance
constexpr size_t kVerbLettersMin = 3;
constexpr size_t kVerbEndingMax = 3;
constexpr size_t kSyllableLettersMax = 6;  // "cheung"
constexpr size_t kHanNameMin = 2;
constexpr size_t kHanNameMax = 4;
constexpr size_t kReadWordsMax = 4;
// Of names in letters without vowels against names with them: from here on something was found.
constexpr double kConsonantScore = 0.4;

struct SoundWord {
  std::string latin;
  bool kana;
};

bool HasHan(Units units) {
  return std::any_of(units.begin(), units.end(),
                     [](const Unit& unit) { return unit.kind == UnitKind::kHan; });
}

// The words of a name that is written by its sound: Latin letters, kana or hangul.
std::vector<SoundWord> SoundWords(const NameSection& section) {
  std::vector<SoundWord> words;
  for (const LatinWord& word : section.words) {
    words.push_back({"", false});
    ToHepburn(word.Text(), &words.back().latin);
  }
  const std::vector<Unit>& units = section.units;
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin + 1;
    while (end < units.size() && units[end].word == units[begin].word) ++end;
    const std::string latin = PlainSpelling(Units(units).subspan(begin, end - begin));
    words.push_back({latin, units[begin].kind == UnitKind::kKana});
    begin = end;
  }
  return words;
}

// Is `fits` true of a Japanese reading of the character? These are the ones that no table has all
// of: those in hangul and pinyin are few and fixed. A kana reads itself.
template <typename Fits>
bool AnyReading(const Unit& unit, const Fits& fits) {
  if (unit.kind == UnitKind::kKana) return fits(PlainSpelling({&unit, 1}));
  if (unit.han == nullptr) return unit.kind == UnitKind::kHan;
  return std::any_of(unit.han->japanese.begin(), unit.han->japanese.end(),
                     [&](const HanReading& reading) { return fits(reading.plain); });
}

// Given names are forms of verbs that dictionaries list otherwise: osamu, osameru.
bool BeginsLike(std::string_view text, std::string_view reading) {
  const auto [end, rest] = std::mismatch(reading.begin(), reading.end(), text.begin(), text.end());
  const auto common = static_cast<size_t>(end - reading.begin());
  return common >= kVerbLettersMin && reading.size() - common <= kVerbEndingMax;
}

bool Begins(const Unit& unit, const SoundWord& word) {
  return AnyReading(unit, [&](std::string_view reading) {
    return (reading.size() >= kReadingLettersMin && word.latin.starts_with(reading)) ||
           BeginsLike(word.latin, reading);
  });
}

bool Ends(const Unit& unit, const SoundWord& word) {
  return AnyReading(unit, [&](std::string_view reading) {
    return reading.size() >= kReadingLettersMin && word.latin.ends_with(reading);
  });
}

// All of the word, or its beginning or its end, is a known reading.
bool IsReadPartly(Units units, const SoundWord& word) {
  const UnitSpelling whole = SpellUnits(units, word.latin, word.kana);
  return (whole.cost != kNoSpelling && whole.reason == NameReason::kJapanese) ||
         Begins(units.front(), word) || Ends(units.back(), word);
}

SoundWord Join(std::span<const SoundWord> words) {
  SoundWord joined{"", !words.empty() && words[0].kana};
  for (const SoundWord& word : words) joined.latin += word.latin;
  return joined;
}

// Family and given name: both are read in part.
bool AreBothReadPartly(Units units, const std::vector<SoundWord>& words) {
  for (size_t part = 1; part < units.size(); ++part) {
    for (size_t split = 1; split < words.size(); ++split) {
      const SoundWord first = Join(std::span(words).first(split));
      const SoundWord second = Join(std::span(words).subspan(split));
      const Units family = units.first(part);
      const Units given = units.subspan(part);
      if ((IsReadPartly(family, first) && IsReadPartly(given, second)) ||
          (IsReadPartly(family, second) && IsReadPartly(given, first))) {
        return true;
      }
    }
  }
  return false;
}

bool IsSyllable(const SoundWord& word) {
  if (word.kana || word.latin.size() > kSyllableLettersMax) return false;
  const auto is_vowel = [](char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
  };
  size_t groups = 0;
  for (size_t i = 0; i < word.latin.size(); ++i) {
    groups += is_vowel(word.latin[i]) && (i == 0 || !is_vowel(word.latin[i - 1]));
  }
  return groups <= 1;
}

bool HasOnset(const Unit& unit, uint32_t onset) {
  return unit.han == nullptr || (unit.han->onsets & onset) != 0;
}

// Do all syllables begin as in other languages? The family name stands first or last.
bool AreOnsetsAlike(Units units, const std::vector<SoundWord>& words) {
  for (const size_t first : {size_t{0}, words.size() - 1}) {
    size_t alike = 0;
    for (size_t i = 0; i < units.size(); ++i) {
      alike += HasOnset(units[i], OnsetBit(words[(first + i) % words.size()].latin));
    }
    if (alike == units.size()) return true;
  }
  return false;
}

bool MayRead(Units units, const std::vector<SoundWord>& words) {
  if (words.empty() || words.size() > kReadWordsMax || units.size() < kHanNameMin) return false;
  // A syllable for each character, in a language that the tables do not know (Cantonese, Hokkien,
  // Vietnamese), but that begins them much as its neighbours do.
  if (units.size() == words.size() && units.size() <= kHanNameMax &&
      std::all_of(words.begin(), words.end(), IsSyllable) && AreOnsetsAlike(units, words)) {
    return true;
  }
  if (words.size() == 1) {
    return Begins(units.front(), words[0]) && Ends(units.back(), words[0]);
  }
  return AreBothReadPartly(units, words);
}

bool MayRead(const NameSection& han, const NameSection& sound) {
  return HasHan(han.units) && han.words.empty() && !HasHan(sound.units) &&
         MayRead(han.units, SoundWords(sound));
}

bool LeavesVowelsOut(const NameSection& section) {
  return std::any_of(section.words.begin(), section.words.end(),
                     [](const LatinWord& word) { return word.consonants_only; });
}

bool IsReadByWord(const NameSection& section) {
  return !section.words.empty() && std::all_of(section.words.begin(), section.words.end(),
                                               [](const LatinWord& word) { return word.by_word; });
}

// Thai and its neighbours: how a word begins is all that its letters tell for certain.
bool MayReadByWord(const NameSection& letters, const NameSection& other) {
  if (!IsReadByWord(letters) || IsReadByWord(other)) return false;
  if (letters.words.size() != other.words.size()) return false;
  const auto onsets = [](const NameSection& section) {
    std::vector<uint32_t> bits;
    for (const LatinWord& word : section.words) bits.push_back(OnsetBit(word.Text()));
    std::sort(bits.begin(), bits.end());
    return bits;
  };
  return onsets(letters) == onsets(other);
}

}  // namespace

bool MayHaveUnknownReading(const NameForm& a, const NameForm& b, double score) {
  for (size_t i = 0; i < a.section_count(); ++i) {
    for (size_t j = 0; j < b.section_count(); ++j) {
      const NameSection& one = a.section(i);
      const NameSection& other = b.section(j);
      if (MayRead(one, other) || MayRead(other, one)) return true;
      if (MayReadByWord(one, other) || MayReadByWord(other, one)) return true;
      if (LeavesVowelsOut(one) != LeavesVowelsOut(other) && score >= kConsonantScore) return true;
    }
  }
  return false;
}

}  // namespace sekisho
