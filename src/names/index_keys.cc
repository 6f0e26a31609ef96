#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.h"
#include "names/han.h"
#include "names/kana.h"
#include "names/match.h"
#include "names/name_form.h"
#include "names/sound.h"
#include "names/unit_spelling.h"

namespace sekisho {
namespace {

constexpr size_t kKeysMax = 160;     // of one name
constexpr size_t kReadingsMax = 6;   // of one character
constexpr uint8_t kHeavyWeight = 5;  // words below tell little
constexpr size_t kPrefixLetters = 5;
constexpr size_t kPrefixWordLetters = 7;  // words that are long enough for a key of their beginning

// Different kinds of keys never meet.
enum KeyKind : uint64_t { kSkeleton = 1, kPrefix = 2, kCharacters = 3, kSameName = 4, kWord = 5 };

class KeyWriter {
 public:
  explicit KeyWriter(std::vector<uint64_t>* keys) : keys_(*keys) {}

  void Add(KeyKind kind, std::string_view text) {
    if (added_++ < kKeysMax) keys_.push_back(HashBytes(text, kind).low);
  }

 private:
  std::vector<uint64_t>& keys_;
  size_t added_ = 0;
};

// "yamada" and "jamada" have one skeleton; a name without consonants stands for itself.
std::string Skeleton(std::string_view text) {
  std::string sounds(text.size() + 1, '\0');
  sounds.resize(SoundOf(text, sounds));
  std::string skeleton;
  for (const char sound : sounds) {
    const char c = ConsonantClass(sound);
    if (c != 0 && (skeleton.empty() || skeleton.back() != c)) skeleton.push_back(c);
  }
  return skeleton.empty() ? std::string(text) : skeleton;
}

void AddWords(const std::vector<LatinWord>& words, KeyWriter* keys) {
  const bool any_heavy = std::any_of(words.begin(), words.end(), [](const LatinWord& word) {
    return word.weight >= kHeavyWeight && !word.initial();
  });
  std::string_view before;
  for (const LatinWord& word : words) {
    if (!word.initial()) keys->Add(kWord, word.Text());
    if (any_heavy && (word.weight < kHeavyWeight || word.initial())) continue;
    keys->Add(kSkeleton, Skeleton(word.Text()));
    if (word.same != 0) keys->Add(kSameName, std::to_string(word.same));
    for (const uint16_t group : word.short_forms) {
      if (group != 0) keys->Add(kSameName, std::to_string(group));
    }
    if (word.size >= kPrefixWordLetters) {
      keys->Add(kPrefix, word.Text().substr(0, kPrefixLetters));
    }
    if (!before.empty()) {
      keys->Add(kSkeleton, Skeleton(std::string(before) + std::string(word.Text())));
    }
    before = word.Text();
  }
}

// How a unit may sound in Latin letters.
std::vector<std::string> SpellingsOf(const Unit& unit) {
  std::vector<std::string> spellings;
  const auto add = [&](std::string text) {
    if (spellings.size() < kReadingsMax &&
        std::find(spellings.begin(), spellings.end(), text) == spellings.end()) {
      spellings.push_back(std::move(text));
    }
  };
  if (unit.kind != UnitKind::kHan) {
    add(PlainSpelling({&unit, 1}));
    return spellings;
  }
  if (unit.han == nullptr) return spellings;
  for (const char32_t syllable : unit.han->hangul) {
    const Unit hangul = {syllable, UnitKind::kHangul, 0};
    add(Skeleton(PlainSpelling({&hangul, 1})));
  }
  if (!unit.han->pinyin.empty()) add(Skeleton(unit.han->pinyin.front().text));
  for (const HanReading& reading : unit.han->japanese) add(Skeleton(reading.plain));
  return spellings;
}

void AddUnits(const std::vector<Unit>& units, KeyWriter* keys) {
  std::vector<std::string> before;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::kKana) continue;  // a syllable of kana tells nothing
    const std::vector<std::string> now = SpellingsOf(units[i]);
    for (const std::string& text : now) keys->Add(kSkeleton, Skeleton(text));
    for (const std::string& first : before) {
      for (const std::string& second : now) keys->Add(kSkeleton, Skeleton(first + second));
    }
    before = now;
  }
  std::string word;
  for (size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == UnitKind::kKana) word += PlainSpelling({&units[i], 1});
    const bool ends = i + 1 == units.size() || units[i + 1].word != units[i].word ||
                      units[i + 1].kind != UnitKind::kKana;
    if (!ends || word.empty()) continue;
    keys->Add(kSkeleton, Skeleton(word));
    word.clear();
  }
  for (size_t i = 0; i + 1 < units.size(); ++i) {
    const char32_t pair[] = {units[i].Form(), units[i + 1].Form()};
    keys->Add(kCharacters, {reinterpret_cast<const char*>(pair), sizeof pair});
  }
}

}  // namespace

void Name::AppendIndexKeys(std::vector<uint64_t>* keys) const {
  KeyWriter writer(keys);
  for (size_t i = 0; i < form_->section_count(); ++i) {
    AddWords(form_->section(i).words, &writer);
    AddUnits(form_->section(i).units, &writer);
  }
}

}  // namespace sekisho
