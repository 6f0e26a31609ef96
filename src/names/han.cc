#include "names/han.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "names/cantonese.h"
#include "names/fold.h"
#include "names/hangul.h"
#include "names/kana.h"
#include "names/sound.h"
#include "names/tables.h"

namespace sekisho {
namespace {

// Initials and finals of pinyin as Wade and Giles wrote them, and as names are often spelled.
constexpr std::pair<std::string_view, std::string_view> kInitials[] = {
    {"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"},  {"p", "p"},  {"m", "m"},
    {"f", "f"},   {"d", "t"},   {"t", "t"},   {"n", "n"},  {"l", "l"},  {"g", "k"},
    {"k", "k"},   {"h", "h"},   {"j", "ch"},  {"q", "ch"}, {"x", "hs"}, {"r", "j"},
    {"z", "ts"},  {"c", "ts"},  {"s", "s"},   {"y", "y"},  {"w", "w"},
};
constexpr std::pair<std::string_view, std::string_view> kFinals[] = {
    {"ong", "ung"}, {"iong", "iung"}, {"ian", "ien"}, {"e", "eh"},   {"e", "o"},     {"uo", "o"},
    {"ie", "ieh"},  {"ue", "ueh"},    {"ve", "ueh"},  {"v", "u"},    {"v", "yu"},    {"i", "ih"},
    {"i", "u"},     {"ui", "uei"},    {"er", "erh"},  {"you", "yu"}, {"yan", "yen"}, {"i", "y"},
    {"zi", "tzu"},  {"ci", "tzu"},    {"si", "szu"},  {"si", "ssu"}, {"yi", "i"},
};

// How often characters change their first sound behind another one.
constexpr std::u32string_view kPlain = U"カキクケコサシスセソタチツテトハヒフヘホ";
constexpr std::u32string_view kVoiced = U"ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
constexpr std::u32string_view kHalf = U"パピプペポ";
constexpr size_t kHalfAt = 15;  // of ハ

constexpr size_t kCellsMin = 6;  // of a line of tables/han.txt

struct HanTable {
  absl::flat_hash_map<char32_t, char32_t> forms;
  absl::flat_hash_map<char32_t, HanCharacter> characters;  // by form
  absl::flat_hash_map<std::u32string, std::vector<HanReading>> words;
  absl::flat_hash_map<std::string, std::vector<Spelling>> cantonese;  // by syllable
  std::deque<std::string> texts;  // spellings are views of these
};

void AddReading(std::u32string kana, bool changed, std::vector<HanReading>* readings) {
  for (const HanReading& each : *readings) {
    if (each.kana == kana) return;
  }
  readings->emplace_back(std::move(kana), changed);
}

void AddJapanese(std::u32string kana, std::vector<HanReading>* readings) {
  const size_t at = kPlain.find(kana.front());
  AddReading(kana, false, readings);
  // Behind another character チ of 一, 千 or 智 stays as it is; else 一郎 were Jiro as well.
  if (kana == U"チ") return;
  if (at != std::u32string_view::npos) {
    AddReading(std::u32string(1, kVoiced[at]) + kana.substr(1), true, readings);
    if (kana.front() == U'チ') AddReading(U"ジ" + kana.substr(1), true, readings);
    if (kana.front() == U'ツ') AddReading(U"ズ" + kana.substr(1), true, readings);
    if (at >= kHalfAt) {
      AddReading(std::u32string(1, kHalf[at - kHalfAt]) + kana.substr(1), true, readings);
    }
  }
}

class Loader {
 public:
  explicit Loader(HanTable* table) : table_(*table) {}

  void ReadCharacter(std::string_view line) {
    std::vector<std::string_view> cells;
    ForEachPiece(line, '\t', [&](std::string_view cell) { cells.push_back(cell); });
    if (cells.size() < kCellsMin) return;
    const char32_t form = FoldedForm(cells[1]);
    table_.forms[FirstCharacter(cells[0])] = form;
    HanCharacter& entry = table_.characters[form];
    entry.form = form;
    ForEachPiece(cells[2], ',', [&](std::string_view pinyin) {
      if (pinyin != "-") AddPinyin(pinyin, &entry.pinyin);
    });
    for (const Spelling& each : entry.pinyin) entry.onsets |= OnsetBit(each.text);
    ForEachPiece(cells[3], ',', [&](std::string_view hangul) {
      if (hangul == "-") return;
      const char32_t syllable = FirstCharacter(hangul);
      if (std::find(entry.hangul.begin(), entry.hangul.end(), syllable) == entry.hangul.end()) {
        entry.hangul.push_back(syllable);
        entry.onsets |= OnsetBit(PlainRomanisation(syllable));
      }
    });
    ForEachPiece(cells[4], ',', [&](std::string_view kana) {
      if (kana != "-") AddJapanese(FoldCharacters(kana), &entry.japanese);
    });
    ForEachPiece(cells[5], ',', [&](std::string_view jyutping) {
      if (jyutping != "-") AddCantonese(jyutping, &entry.cantonese);
    });
    entry.common = entry.common || cells.size() > kCellsMin;
  }

  void ReadWord(std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return;
    std::u32string word = FoldCharacters(line.substr(0, tab));
    for (char32_t& c : word) {
      const auto found = table_.forms.find(c);
      if (found != table_.forms.end()) c = found->second;
    }
    AddReading(FoldCharacters(line.substr(tab + 1)), false, &table_.words[word]);
  }

  // "exchanged 斉斎", "family 王李", "cantonese 王 vong", "hokkien 王 ong".
  void ReadChinese(std::string_view line) {
    const size_t space = line.find(' ');
    const std::string_view kind = line.substr(0, space);
    std::string_view rest = line.substr(space + 1);
    if (kind == "exchanged") {
      for (const char32_t c : FoldCharacters(rest)) Character(c).exchanged = FirstCharacter(rest);
      return;
    }
    if (kind == "family") {
      for (const char32_t c : FoldCharacters(rest)) Character(c).family = true;
      return;
    }
    HanCharacter& entry = Character(FirstCharacter(rest));
    rest.remove_prefix(rest.find(' ') + 1);
    if (kind == "hokkien") {
      entry.common = true;
      ForEachPiece(rest, ' ', [&](std::string_view text) { AddText(text, 0, &entry.hokkien); });
    } else {
      std::vector<Spelling>& spellings = table_.cantonese[std::string(line)];
      ForEachPiece(rest, ' ', [&](std::string_view text) { AddText(text, 0, &spellings); });
      entry.cantonese.emplace_back(spellings);
    }
  }

 private:
  // Compatibility characters stay as they are written here, unlike in FoldCharacters.
  static char32_t FirstCharacter(std::string_view text) { return FoldCharacters(text).front(); }
  static char32_t FoldedForm(std::string_view text) { return FirstCharacter(text); }

  HanCharacter& Character(char32_t character) {
    const auto form = table_.forms.find(character);
    return table_.characters[form == table_.forms.end() ? character : form->second];
  }

  void AddCantonese(std::string_view jyutping, std::vector<Spellings>* readings) {
    const auto [found, is_new] = table_.cantonese.try_emplace(std::string(jyutping));
    if (is_new) {
      for (const std::string& text : CantoneseSpellings(jyutping)) Add(text, 0, &found->second);
    }
    if (found->second.empty()) return;
    for (const Spellings each : *readings) {
      if (each.data() == found->second.data()) return;
    }
    readings->emplace_back(found->second);
  }

  void AddText(std::string_view text, uint8_t cost, std::vector<Spelling>* spellings) {
    Add(std::string(text), cost, spellings);
  }

  void Add(std::string text, uint8_t cost, std::vector<Spelling>* spellings) {
    for (const Spelling& each : *spellings) {
      if (each.text == text) return;
    }
    table_.texts.push_back(std::move(text));
    spellings->push_back({table_.texts.back(), cost});
  }

  void AddPinyin(std::string_view pinyin, std::vector<Spelling>* spellings) {
    Add(std::string(pinyin), 0, spellings);
    for (const auto& [initial, giles] : kInitials) {
      if (!pinyin.starts_with(initial)) continue;
      const std::string_view rest = pinyin.substr(initial.size());
      Add(std::string(giles) + std::string(rest), 1, spellings);
      for (const auto& [last, other] : kFinals) {
        if (rest != last) continue;
        Add(std::string(initial) + std::string(other), 1, spellings);
        Add(std::string(giles) + std::string(other), 1, spellings);
      }
      break;
    }
    for (const auto& [last, other] : kFinals) {
      if (pinyin == last) Add(std::string(other), 1, spellings);
    }
  }

  HanTable& table_;
};

const HanTable& AllHan() {
  static const HanTable& table = *new HanTable([] {
    HanTable made;
    Loader loader(&made);
    ForEachLine(NameHanText(), [&](std::string_view line) { loader.ReadCharacter(line); });
    ForEachLine(NameJapaneseWordsText(), [&](std::string_view line) { loader.ReadWord(line); });
    ForEachLine(NameChineseText(), [&](std::string_view line) { loader.ReadChinese(line); });
    for (const auto& [word, readings] : made.words) {
      const auto first = made.characters.find(word.front());
      if (first != made.characters.end()) first->second.begins_word = true;
    }
    for (auto& [form, entry] : made.characters) {
      entry.chinese_letters = FirstLetters(entry.pinyin) | FirstLetters(entry.hokkien);
      for (const Spellings each : entry.cantonese) entry.chinese_letters |= FirstLetters(each);
    }
    return made;
  }());
  return table;
}

}  // namespace

HanReading::HanReading(std::u32string kana_text, bool is_changed)
    : kana(std::move(kana_text)),
      bytes(KanaBytes(kana)),
      plain(PlainHepburn(kana)),
      first_letters(FirstLettersOfKana(kana)),
      changed(is_changed) {}

const HanCharacter* FindHan(char32_t character) {
  const HanTable& table = AllHan();
  const auto form = table.forms.find(character);
  const auto found = table.characters.find(form == table.forms.end() ? character : form->second);
  return found == table.characters.end() ? nullptr : &found->second;
}

std::span<const HanCharacter* const> HanOfNames() {
  static const auto& names = *new std::vector<const HanCharacter*>([] {
    std::vector<const HanCharacter*> found;
    for (const auto& [form, entry] : AllHan().characters) {
      if (entry.common || entry.family) found.push_back(&entry);
    }
    return found;
  }());
  return names;
}

const std::vector<HanReading>* FindJapaneseWord(std::u32string_view forms) {
  const auto& words = AllHan().words;
  const auto found = words.find(std::u32string(forms));
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace sekisho
