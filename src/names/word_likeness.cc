#include "names/word_likeness.h"

#include <algorithm>

#include "names/sound.h"

namespace sekisho {
namespace {

constexpr double kSoundsEqual = 0.96;
constexpr double kKnown = 0.97;
constexpr double kInitialLikeness = 0.85;
constexpr double kShortLikeness = 0.92;

constexpr double kUnlikeLettersMax = 1.6;  // of one word, however long
constexpr double kConsonantsLeast = 0.84;
constexpr double kFewConsonantsLeast = 0.86;  // of up to four sounds

// Likeness from which two words of this many sounds are one word in two spellings.
double Least(size_t sounds) {
  if (sounds <= 3) return 0.86;
  return sounds == 4 ? 0.82 : 0.78;
}

// Hardly anybody slips in the first letter, but romanisations exchange some.
double OtherFirst(const LatinWord& a, const LatinWord& b) {
  constexpr double kExchanged = 0.05;
  constexpr double kAnother = 0.1;
  if (a.text[0] == b.text[0] || a.sound[0] == b.sound[0]) return 0;
  return AreExchanged(a.sound[0], b.sound[0]) ? kExchanged : kAnother;
}

bool HaveOneShortForm(const LatinWord& a, const LatinWord& b) {
  if (a.short_forms[0] == 0 || b.short_forms[0] == 0) return false;
  for (const uint16_t group : a.short_forms) {
    if (group != 0 && std::count(b.short_forms.begin(), b.short_forms.end(), group) != 0) {
      return true;
    }
  }
  return false;
}

// Numbers and generations: those that are like each other are others.
bool Counts(const LatinWord& word) {
  return word.number || word.kind == WordKind::kNumber || word.kind == WordKind::kSuffix;
}

// A vowel at the end is written: نادر is Nadir, and not Nadira. A silent e is none.
bool HasUnwrittenEnd(std::string_view letters, std::string_view word) {
  const char last = word.back();
  const char written = letters.back();
  return (last == 'a' || last == 'i' || last == 'o' || last == 'u') && written != 'a' &&
         written != 'i' && written != 'w' && written != 'y' && written != 'h';
}

bool IsSlavicFamilyName(std::string_view word) {
  return word.ends_with("ov") || word.ends_with("ev") || word.ends_with("in") ||
         word.ends_with("yn");
}

// Fabio and Fabia, Ruslan and Ruslana: an a or o at the end of a person's name that the other has
// not, or otherwise, makes another name; of a short one an i too, Paul and Pauli. Family names of
// Slavs have an a for women, and -enko is -enka in Belarusian.
bool EndsTellApart(std::string_view a, std::string_view b) {
  if (a[0] != b[0] || a.size() > b.size() + 1 || b.size() > a.size() + 1) return false;
  constexpr size_t kShortStem = 4;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  const char last = longer.back();
  const std::string_view stem = longer.substr(0, longer.size() - 1);
  if (!shorter.starts_with(stem) || stem.ends_with("enk")) return false;
  if (shorter == stem) {
    return last == 'o' || (last == 'a' && !IsSlavicFamilyName(stem)) ||
           (last == 'i' && stem.size() <= kShortStem && stem.back() != 'i' && stem.back() != 'y');
  }
  const bool changed =
      (last == 'a' && shorter.back() == 'o') || (last == 'o' && shorter.back() == 'a');
  return shorter.size() == longer.size() && changed;
}

// Aleksandr and Alexandra, Aziz and Azizah: the same heard, where the letters before the a differ.
bool AddsFemaleEnd(std::string_view a, std::string_view b) {
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  return longer.size() == shorter.size() + 1 && longer.back() == 'a' &&
         longer.starts_with(shorter) && !IsSlavicFamilyName(shorter);
}

double ConsonantsLikeness(const LatinWord& letters, const LatinWord& word) {
  if (HasMoreBits(letters.consonants ^ word.consonants, 4)) return 0;
  if (HasUnwrittenEnd(letters.Text(), word.Text())) return 0;
  const bool few = std::min(letters.sound_size, word.sound_size) <= 4;
  const double least = few ? kFewConsonantsLeast : kConsonantsLeast;
  return SoundLikeness(letters.Sound(), word.Sound(), SoundScale::kConsonants, least) * kKnown;
}

}  // namespace

double SpellingLikeness(const LatinWord& a, const LatinWord& b) {
  if (a.consonants_only != b.consonants_only) {
    return a.consonants_only ? ConsonantsLikeness(a, b) : ConsonantsLikeness(b, a);
  }
  const size_t shorter = std::min(a.sound_size, b.sound_size);
  const size_t longer = std::max(a.sound_size, b.sound_size);
  if (HasMoreBits(a.consonants ^ b.consonants, 3) || longer - shorter > 3) return 0;
  const double least = std::max(Least(shorter) + OtherFirst(a, b),
                                1 - kUnlikeLettersMax / static_cast<double>(longer));
  return SoundLikeness(a.Sound(), b.Sound(), SoundScale::kSpelling, least) * kKnown;
}

double WordLikeness(const LatinWord& a, const LatinWord& b, bool organisation, NameReason* reason) {
  *reason = NameReason::kEqual;
  if (a.text[0] == b.text[0] && a.Text() == b.Text()) return 1;
  *reason = NameReason::kKnownSpelling;
  if (a.same != 0 && a.same == b.same) return kKnown;
  if (Counts(a) || Counts(b)) return 0;
  if (a.kind == WordKind::kPlace && b.kind == WordKind::kPlace) return 0;
  *reason = NameReason::kShortForm;
  if (HaveOneShortForm(a, b)) return kShortLikeness;
  if (a.initial() || b.initial()) {
    *reason = NameReason::kInitial;
    return a.text[0] == b.text[0] ? kInitialLikeness : 0;
  }
  *reason = NameReason::kSpelling;
  if (a.size < 3 && b.size < 3 && a.text[0] != b.text[0]) return 0;
  if (a.consonants == b.consonants && a.Sound() == b.Sound()) return kSoundsEqual;
  if (a.own && b.own && a.consonants_only == b.consonants_only) return 0;
  if (!organisation && (EndsTellApart(a.Text(), b.Text()) || AddsFemaleEnd(a.Sound(), b.Sound()))) {
    return 0;
  }
  return SpellingLikeness(a, b);
}

}  // namespace sekisho
