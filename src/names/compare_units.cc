#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "names/comparison.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/hangul.h"
#include "names/kana.h"
#include "names/sound.h"
#include "names/unit_spelling.h"

namespace sekisho {
namespace {

using Units = std::vector<Unit>;

constexpr double kOldFormScore = 0.97;
constexpr double kOrderScore = 0.99;
constexpr double kLongVowelScore = 0.95;
constexpr double kReadingScore = 0.92;
constexpr double kCutScore = 0.9;
constexpr size_t kCutKanaMin = 8;
constexpr double kSpellingScores[] = {0.93, 0.9, 0.86, 0.8};
constexpr double kOneUnitFactor = 0.75;  // a single character is no whole name
constexpr double kSoundsLeast = 0.85;
constexpr double kShortSoundsLeast = 0.92;
constexpr size_t kShortLetters = 6;
constexpr double kSoundsFactor = 0.93;
constexpr double kLeftOutFactor = 0.9;
constexpr double kEditsLeast = 0.8;
constexpr size_t kEditsUnitsMin = 5;
constexpr size_t kEditsKanaMin = 8;  // one kana makes another name

bool AllKana(const Units& units) {
  return std::all_of(units.begin(), units.end(),
                     [](const Unit& unit) { return unit.kind == UnitKind::kKana; });
}

bool HasHan(const Units& units) {
  return std::any_of(units.begin(), units.end(),
                     [](const Unit& unit) { return unit.kind == UnitKind::kHan; });
}

// The units with the words from `first` on in front. False when no word begins there.
bool Rotate(const Units& units, size_t first, Units* out) {
  if (first > 0 && units[first].word == units[first - 1].word) return false;
  const auto middle = units.begin() + static_cast<std::ptrdiff_t>(first);
  out->assign(middle, units.end());
  out->insert(out->end(), units.begin(), middle);
  return true;
}

std::u32string Characters(const Units& units) {
  std::u32string text;
  for (const Unit& unit : units) text.push_back(LargeKana(unit.character));
  return text;
}

std::u32string KanaText(const Units& units) {
  std::u32string text;
  for (const Unit& unit : units) text.push_back(unit.character);
  return text;
}

// 斉藤 and 斎藤: of a family name, so at the beginning and never the last.
bool AreExchanged(const Units& a, const Units& b, size_t at) {
  constexpr size_t kPlacesMax = 2;
  const HanCharacter* const x = a[at].han;
  const HanCharacter* const y = b[at].han;
  return x != nullptr && y != nullptr && x->exchanged != 0 && x->exchanged == y->exchanged &&
         at < kPlacesMax && at + 1 < a.size();
}

bool AreSameForms(const Units& a, const Units& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (LargeKana(a[i].Form()) != LargeKana(b[i].Form()) && !AreExchanged(a, b, i)) return false;
  }
  return true;
}

bool MatchHanja(const Unit& hanja, const Unit& syllable) {
  return hanja.han != nullptr &&
         std::any_of(hanja.han->hangul.begin(), hanja.han->hangul.end(),
                     [&](char32_t each) { return IsSameSyllable(each, syllable.character); });
}

// Unit by unit: forms, hanja and hangul, North and South.
bool AreSameUnits(const Units& a, const Units& b, NameReason* reason) {
  if (a.size() != b.size()) return false;
  *reason = NameReason::kOldForm;
  for (size_t i = 0; i < a.size(); ++i) {
    const Unit& x = a[i];
    const Unit& y = b[i];
    if (LargeKana(x.Form()) == LargeKana(y.Form())) continue;
    if (x.kind == UnitKind::kHangul && y.kind == UnitKind::kHangul) {
      if (!IsSameSyllable(x.character, y.character)) return false;
      if (*reason == NameReason::kOldForm) *reason = NameReason::kNorthSouth;
    } else if (x.kind == UnitKind::kHan && y.kind == UnitKind::kHangul) {
      if (!MatchHanja(x, y)) return false;
      *reason = NameReason::kHanja;
    } else if (x.kind == UnitKind::kHangul && y.kind == UnitKind::kHan) {
      if (!MatchHanja(y, x)) return false;
      *reason = NameReason::kHanja;
    } else {
      return false;
    }
  }
  return true;
}

void Take(double score, NameReason reason, const Units& a, const Units& b, Comparison* result) {
  if (score <= result->score) return;
  result->Reset();
  result->score = score;
  result->Remark(reason, UnitsText(a), UnitsText(b));
}

void CompareKana(const Units& a, const Units& b, double factor, Comparison* result) {
  const std::string left = KanaBytes(KanaText(a));
  const std::string right = KanaBytes(KanaText(b));
  if (left == right) return Take(kOldFormScore * factor, NameReason::kLongVowel, a, b, result);
  if (ShortKanaBytes(left) == ShortKanaBytes(right)) {
    return Take(kLongVowelScore * factor, NameReason::kLongVowel, a, b, result);
  }
  const bool left_shorter = left.size() < right.size();
  const std::string& shorter = left_shorter ? left : right;
  const std::string& longer = left_shorter ? right : left;
  if (shorter.size() >= kCutKanaMin && longer.starts_with(shorter)) {
    Take(kCutScore * factor, NameReason::kCut, a, b, result);
  }
}

// Kana against hangul or characters.
void CompareReading(const Units& kana, const Units& other, double factor, bool swapped,
                    Comparison* result) {
  const Units& left = swapped ? other : kana;
  const Units& right = swapped ? kana : other;
  const double one = other.size() == 1 ? kOneUnitFactor : 1;
  if (HasHan(other) && AreReadAs(other, KanaBytes(KanaText(kana)))) {
    return Take(kReadingScore * factor * one, NameReason::kJapanese, left, right, result);
  }
  const std::string text = PlainHepburn(KanaText(kana));
  const UnitSpelling spelling = SpellUnits(other, text, true);
  if (spelling.cost == kNoSpelling) return;
  Take(kSpellingScores[spelling.cost] * factor * one, spelling.reason, left, right, result);
}

void CompareEdits(const Units& a, const Units& b, Comparison* result) {
  const size_t longer = std::max(a.size(), b.size());
  if (longer < (AllKana(a) && AllKana(b) ? kEditsKanaMin : kEditsUnitsMin)) return;
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const bool equal = a[i].Form() == b[j].Form();
      const size_t best = std::min({row[j] + 1, row[j + 1] + 1, diagonal + (equal ? 0 : 1)});
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  const double likeness = 1.0 - static_cast<double>(row[b.size()]) / static_cast<double>(longer);
  if (likeness >= kEditsLeast) Take(likeness * 0.95, NameReason::kSpelling, a, b, result);
}

void CompareRotated(const Units& a, const Units& b, bool moved, Comparison* result) {
  const double factor = moved ? kOrderScore : 1;
  if (AreSameForms(a, b)) {
    const bool equal = Characters(a) == Characters(b);
    if (equal && !moved) {
      result->Reset();
      result->score = 1;
      result->same = true;
      result->Remark(NameReason::kEqual, "", "");
      return;
    }
    const NameReason reason = equal ? NameReason::kOrder : NameReason::kOldForm;
    return Take((equal ? 1 : kOldFormScore) * factor, reason, a, b, result);
  }
  NameReason reason{};
  if (AreSameUnits(a, b, &reason)) return Take(kReadingScore * factor, reason, a, b, result);
  const bool a_kana = AllKana(a);
  const bool b_kana = AllKana(b);
  if (a_kana && b_kana) return CompareKana(a, b, factor, result);
  if (a_kana) CompareReading(a, b, factor, false, result);
  if (b_kana) CompareReading(b, a, factor, true, result);
}

// Every order of the words that is worth trying: all of up to three, the rotations of more.
template <typename Use>
void ForEachOrder(size_t count, const Use& use) {
  std::array<uint8_t, kNameWordsMax> order;
  std::iota(order.begin(), order.begin() + count, uint8_t{0});
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(count);
  if (count <= 3) {
    do {
      if (use(std::span<const uint8_t>(order.data(), count))) return;
    } while (std::next_permutation(order.begin(), end));
    return;
  }
  for (size_t i = 0; i < count; ++i) {
    if (use(std::span<const uint8_t>(order.data(), count))) return;
    std::rotate(order.begin(), order.begin() + 1, end);
  }
}

std::string JoinWords(const std::vector<LatinWord>& words, std::span<const uint8_t> order) {
  std::string text;
  for (const uint8_t index : order) text += words[index].Text();
  return text;
}

// The best spelling over all orders of the words; the text that spells it.
UnitSpelling BestSpelling(const Units& units, const std::vector<LatinWord>& words,
                          std::string* text) {
  UnitSpelling best;
  ForEachOrder(words.size(), [&](std::span<const uint8_t> order) {
    const std::string joined = JoinWords(words, order);
    const UnitSpelling found = SpellUnits(units, joined, false);
    if (found.cost < best.cost) {
      best = found;
      *text = joined;
    }
    return best.cost == 0;
  });
  return best;
}

void TakeSpelling(const Units& units, const UnitSpelling& spelling, std::string_view text,
                  double factor, bool swapped, Comparison* result) {
  const double score =
      kSpellingScores[spelling.cost] * factor * (units.size() == 1 ? kOneUnitFactor : 1);
  if (score <= result->score) return;
  result->Reset();
  result->score = score;
  const std::string written = UnitsText(units);
  result->Remark(spelling.reason, swapped ? text : written, swapped ? written : text);
}

double SoundsLikeness(std::string_view plain, std::string_view latin) {
  if (plain.size() > Reach::kTextMax || latin.size() > Reach::kTextMax) return 0;
  std::array<char, Reach::kTextMax + 1> left;
  std::array<char, Reach::kTextMax + 1> right;
  const std::string_view one(left.data(), SoundOf(plain, left));
  const std::string_view other(right.data(), SoundOf(latin, right));
  return SoundLikeness(one, other, SoundScale::kKana);
}

// The plain spelling of each word; empty when a unit has none.
std::vector<std::string> PlainWords(const Units& units) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < units.size();) {
    size_t end = begin + 1;
    while (end < units.size() && units[end].word == units[begin].word) ++end;
    words.push_back(PlainSpelling(std::span(units).subspan(begin, end - begin)));
    if (words.back().empty()) return {};
    begin = end;
  }
  return words;
}

// Foreign names, word by word: ジョン・スミス. The score of the best order; 0 when a word is
// unlike.
double WordsSoundAlike(const std::vector<std::string>& plain, bool hangul,
                       const std::vector<LatinWord>& words, std::string* text) {
  double best = 0;
  ForEachOrder(words.size(), [&](std::span<const uint8_t> order) {
    double sum = 0;
    for (size_t i = 0; i < plain.size(); ++i) {
      const double likeness = SoundsLikeness(plain[i], words[order[i]].Text());
      const size_t letters = std::max(plain[i].size(), size_t{words[order[i]].size});
      const bool is_short = hangul || letters < kShortLetters;
      if (likeness < (is_short ? kShortSoundsLeast : kSoundsLeast)) return false;
      sum += likeness;
    }
    const double mean = sum / static_cast<double>(plain.size());
    if (mean > best) {
      best = mean;
      *text = JoinWords(words, order);
    }
    return false;
  });
  return best;
}

void TakeSounds(const Units& units, const std::vector<std::string>& plain,
                const std::vector<LatinWord>& words, bool swapped, Comparison* result) {
  std::string text;
  const double score = WordsSoundAlike(plain, !AllKana(units), words, &text) * kSoundsFactor;
  if (score <= result->score) return;
  result->Reset();
  result->score = score;
  const std::string written = UnitsText(units);
  result->Remark(NameReason::kSounds, swapped ? text : written, swapped ? written : text);
}

// The word at `at` and the next one as one.
std::vector<LatinWord> WithJoined(const std::vector<LatinWord>& words, size_t at) {
  std::vector<LatinWord> joined = words;
  LatinWord& word = joined[at];
  for (const char c : words[at + 1].Text()) {
    if (word.size < kWordLettersMax) word.text[word.size++] = c;
  }
  joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  return joined;
}

// キム・ミンス is "Kim Minsu", and "Kim Min-su".
void CompareSounds(const Units& units, const std::vector<LatinWord>& words, bool swapped,
                   Comparison* result) {
  const std::vector<std::string> plain = PlainWords(units);
  if (plain.size() == words.size()) return TakeSounds(units, plain, words, swapped, result);
  if (plain.empty() || plain.size() + 1 != words.size() || !AllKana(units)) return;
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    TakeSounds(units, plain, WithJoined(words, at), swapped, result);
  }
}

}  // namespace

std::string UnitsText(const Units& units) {
  icu::UnicodeString text;
  for (size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && units[i].word != units[i - 1].word) text.append(u' ');
    text.append(static_cast<UChar32>(units[i].character));
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

void CompareUnits(const Units& a, const Units& b, Comparison* result) {
  if (a.empty() || b.empty()) return;
  Units rotated;
  for (size_t first = 0; first < a.size(); ++first) {
    if (Rotate(a, first, &rotated)) CompareRotated(rotated, b, first > 0, result);
    if (result->same) return;
  }
  for (size_t first = 1; first < b.size(); ++first) {
    if (Rotate(b, first, &rotated)) CompareRotated(a, rotated, true, result);
  }
  if (result->score < kNameVariantScore) CompareEdits(a, b, result);
}

void CompareUnitsWithWords(const Units& units, const std::vector<LatinWord>& words, bool swapped,
                           Comparison* result) {
  constexpr size_t kWordsMax = 5;
  if (units.empty() || words.empty() || words.size() > kWordsMax) return;
  std::string text;
  const UnitSpelling whole = BestSpelling(units, words, &text);
  if (whole.cost != kNoSpelling) {
    return TakeSpelling(units, whole, text, 1, swapped, result);
  }
  if (words.size() >= 3 && units.size() >= 2) {
    for (size_t left_out = 0; left_out < words.size(); ++left_out) {
      std::vector<LatinWord> rest = words;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
      const UnitSpelling part = BestSpelling(units, rest, &text);
      if (part.cost != kNoSpelling) {
        TakeSpelling(units, part, text, kLeftOutFactor, swapped, result);
      }
    }
    if (result->score > 0) return;
  }
  CompareSounds(units, words, swapped, result);
}

}  // namespace sekisho
