#include "names/word_likeness.h"

#include <algorithm>
#include <bit>

#include "names/sound.h"

namespace sekisho {
namespace {

constexpr double kSoundsEqual = 0.96;
constexpr double kKnown = 0.97;
constexpr double kInitialLikeness = 0.85;
constexpr double kShortLikeness = 0.92;

// Likeness from which two words of this many sounds are one word in two spellings.
double Least(size_t sounds) {
  if (sounds <= 3) return 0.86;
  return sounds == 4 ? 0.82 : 0.78;
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

}  // namespace

double SpellingLikeness(const LatinWord& a, const LatinWord& b) {
  const bool consonantal = a.consonants_only != b.consonants_only;
  const int unlike = std::popcount(a.consonants ^ b.consonants);
  const size_t shorter = std::min(a.sound_size, b.sound_size);
  const size_t longer = std::max(a.sound_size, b.sound_size);
  if (unlike > (consonantal ? 4 : 3) || (!consonantal && longer - shorter > 3)) return 0;
  const SoundScale scale = consonantal ? SoundScale::kConsonants : SoundScale::kSpelling;
  const double likeness = SoundLikeness(a.Sound(), b.Sound(), scale);
  const bool alike = consonantal || a.text[0] == b.text[0] || a.sound[0] == b.sound[0];
  const double least = Least(shorter) + (alike ? 0 : 0.05);
  return likeness >= least ? likeness * kKnown : 0;
}

double WordLikeness(const LatinWord& a, const LatinWord& b, NameReason* reason) {
  *reason = NameReason::kEqual;
  if (a.Text() == b.Text()) return 1;
  *reason = NameReason::kKnownSpelling;
  if (a.same != 0 && a.same == b.same) return kKnown;
  if (Counts(a) || Counts(b)) return 0;
  *reason = NameReason::kShortForm;
  if (HaveOneShortForm(a, b)) return kShortLikeness;
  if (a.initial() || b.initial()) {
    *reason = NameReason::kInitial;
    return a.text[0] == b.text[0] ? kInitialLikeness : 0;
  }
  *reason = NameReason::kSpelling;
  if (a.size < 3 && b.size < 3 && a.text[0] != b.text[0]) return 0;
  if (a.Sound() == b.Sound()) return kSoundsEqual;
  if (a.own && b.own && a.consonants_only == b.consonants_only) return 0;
  return SpellingLikeness(a, b);
}

}  // namespace sekisho
