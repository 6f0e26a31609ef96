#include "names/one_han.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "names/han.h"

namespace sekisho {
namespace {

using Words = std::vector<LatinWord>;

enum Language : uint8_t { kPinyin, kMandarin, kCantonese, kHokkien };  // kMandarin: also Wade-Giles
constexpr size_t kLanguageCount = 4;
// Spellings of one language are for the comparison by letters.
constexpr std::pair<Language, Language> kPairs[] = {
    {kPinyin, kMandarin},  {kMandarin, kPinyin},  {kMandarin, kCantonese}, {kCantonese, kMandarin},
    {kMandarin, kHokkien}, {kHokkien, kMandarin}, {kCantonese, kHokkien},  {kHokkien, kCantonese},
};

// The characters, by their order in HanOfNames, that a syllable can be in each language; sorted.
using Syllable = std::array<std::vector<uint16_t>, kLanguageCount>;
using Syllables = absl::flat_hash_map<std::string_view, Syllable>;

struct Tables {
  Syllables families;
  Syllables given;
};

void Add(std::string_view text, Language language, size_t character, Syllables* syllables) {
  std::vector<uint16_t>& list = (*syllables)[text][language];
  const auto number = static_cast<uint16_t>(character);
  if (list.empty() || list.back() != number) list.push_back(number);
}

void AddCharacter(const HanCharacter& han, size_t number, Syllables* syllables) {
  for (const Spelling& each : han.pinyin) {
    if (each.cost == 0) Add(each.text, kPinyin, number, syllables);
    Add(each.text, kMandarin, number, syllables);
  }
  for (const Spellings reading : han.cantonese) {
    for (const Spelling& each : reading) Add(each.text, kCantonese, number, syllables);
  }
  for (const Spelling& each : han.hokkien) Add(each.text, kHokkien, number, syllables);
}

const Tables& AllTables() {
  static const Tables& tables = *new Tables([] {
    Tables made;
    const auto characters = HanOfNames();
    for (size_t i = 0; i < characters.size(); ++i) {
      if (characters[i]->family) AddCharacter(*characters[i], i, &made.families);
      if (characters[i]->common) AddCharacter(*characters[i], i, &made.given);
    }
    return made;
  }());
  return tables;
}

const Syllable* Find(const Syllables& syllables, std::string_view text) {
  const auto found = syllables.find(text);
  return found == syllables.end() ? nullptr : &found->second;
}

// A name in syllables: one way of parting it.
struct Reading {
  const Syllable* family;
  std::array<const Syllable*, 2> given;  // the second may be null
};

// All ways: at most one for each letter, with the family name first and last.
class Readings {
 public:
  explicit Readings(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return;
    if (const Syllable* const first = Find(tables_.families, words.front().Text())) {
      AddGiven(*first, words[1], words.size() == 3 ? &words[2] : nullptr);
    }
    if (const Syllable* const last = Find(tables_.families, words.back().Text())) {
      AddGiven(*last, words[0], words.size() == 3 ? &words[1] : nullptr);
    }
  }

  bool empty() const { return count_ == 0; }
  const Reading* begin() const { return list_.data(); }
  const Reading* end() const { return list_.data() + count_; }

 private:
  void AddGiven(const Syllable& family, const LatinWord& one, const LatinWord* two) {
    const std::string_view text = one.Text();
    const Syllable* const whole = Find(tables_.given, text);
    if (two != nullptr) {
      const Syllable* const second = Find(tables_.given, two->Text());
      if (whole != nullptr && second != nullptr) list_[count_++] = {&family, {whole, second}};
      return;
    }
    if (whole != nullptr) list_[count_++] = {&family, {whole, nullptr}};
    for (size_t at = 1; at < text.size(); ++at) {
      const Syllable* const first = Find(tables_.given, text.substr(0, at));
      if (first == nullptr) continue;
      const Syllable* const second = Find(tables_.given, text.substr(at));
      if (second != nullptr) list_[count_++] = {&family, {first, second}};
    }
  }

  const Tables& tables_ = AllTables();
  std::array<Reading, 2 * kWordLettersMax> list_;
  size_t count_ = 0;
};

bool Meet(const std::vector<uint16_t>& a, const std::vector<uint16_t>& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) return true;
    if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return false;
}

bool AreOne(const Reading& a, const Reading& b) {
  if ((a.given[1] == nullptr) != (b.given[1] == nullptr)) return false;
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const auto& pair) {
    const auto [one, other] = pair;
    if (!Meet((*a.family)[one], (*b.family)[other])) return false;
    for (size_t i = 0; i < a.given.size() && a.given[i] != nullptr; ++i) {
      if (!Meet((*a.given[i])[one], (*b.given[i])[other])) return false;
    }
    return true;
  });
}

}  // namespace

bool HaveOneHanName(const Words& a, const Words& b) {
  const Readings left(a);
  if (left.empty()) return false;
  const Readings right(b);
  return std::any_of(left.begin(), left.end(), [&](const Reading& one) {
    return std::any_of(right.begin(), right.end(),
                       [&](const Reading& other) { return AreOne(one, other); });
  });
}

}  // namespace sekisho
