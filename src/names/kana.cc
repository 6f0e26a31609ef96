#include "names/kana.h"

#include <array>
#include <deque>
#include <utility>

#include "absl/container/fixed_array.h"
#include "names/fold.h"

namespace sekisho {
namespace {

constexpr char32_t kKanaFirst = 0x30a0;
constexpr char32_t kProlonged = 0x30fc;
constexpr size_t kKanaCount = 0x60;
constexpr size_t kPairCount = kKanaCount * kKanaCount;
constexpr size_t kKanaMax = 48;

struct Row {
  std::u32string_view kana;
  std::string_view vowels;  // of each
  std::string_view consonant;
};
constexpr Row kRows[] = {
    {U"アイウエオ", "aiueo", ""},
    {U"カキクケコ", "aiueo", "k"},
    {U"ガギグゲゴ", "aiueo", "g"},
    {U"サスセソ", "aueo", "s"},
    {U"ザズゼゾ", "aueo", "z"},
    {U"タテト", "aeo", "t"},
    {U"ダデド", "aeo", "d"},
    {U"ナニヌネノ", "aiueo", "n"},
    {U"ハヒヘホ", "aieo", "h"},
    {U"バビブベボ", "aiueo", "b"},
    {U"パピプペポ", "aiueo", "p"},
    {U"マミムメモ", "aiueo", "m"},
    {U"ヤユヨ", "auo", "y"},
    {U"ラリルレロ", "aiueo", "r"},
    {U"ワ", "a", "w"},
    {U"シ", "i", "sh"},
    {U"チ", "i", "ch"},
    {U"ツ", "u", "ts"},
    {U"フ", "u", "f"},
    {U"ジヂ", "ii", "j"},
    {U"ヅ", "u", "z"},
    {U"ヲ", "o", ""},
    {U"ヴ", "u", "v"},
    {U"ヱ", "e", ""},
    {U"ヰ", "i", ""},
};
// Behind the rows: further spellings, and pairs of kana. The first spelling is the plain one.
constexpr std::pair<std::u32string_view, std::string_view> kMore[] = {
    {U"シ", "shi si1"},   {U"フ", "fu hu1"},    {U"ヅ", "zu du dzu"}, {U"ヂ", "ji di"},
    {U"ヲ", "o wo"},      {U"ヴ", "vu bu"},     {U"ン", "n nn1"},     {U"シェ", "she"},
    {U"ジェ", "je"},      {U"チェ", "che"},     {U"ファ", "fa"},      {U"フィ", "fi"},
    {U"フェ", "fe"},      {U"フォ", "fo"},      {U"ティ", "ti chi"},  {U"ディ", "di"},
    {U"トゥ", "tu tsu"},  {U"ドゥ", "du"},      {U"ウィ", "wi"},      {U"ウェ", "we"},
    {U"ウォ", "wo"},      {U"ヴァ", "va ba"},   {U"ヴィ", "vi bi"},   {U"ヴェ", "ve be"},
    {U"ヴォ", "vo bo"},   {U"ツァ", "tsa"},     {U"ツェ", "tse ze"},  {U"クァ", "kwa qua"},
    {U"クィ", "kwi qui"}, {U"グァ", "gua gwa"}, {U"イェ", "ye"},      {U"スィ", "si shi"},
    {U"デュ", "du dyu"},
};
// The kana before ャュョ, and what stands before the vowel then.
constexpr std::pair<char32_t, std::string_view> kGlides[] = {
    {U'キ', "ky"}, {U'ギ', "gy"}, {U'シ', "sh"}, {U'ジ', "j"},  {U'チ', "ch"}, {U'ヂ', "j"},
    {U'ニ', "ny"}, {U'ヒ', "hy"}, {U'ビ', "by"}, {U'ピ', "py"}, {U'ミ', "my"}, {U'リ', "ry"},
};

class Table {
 public:
  Table() {
    for (const Row& row : kRows) {
      for (size_t i = 0; i < row.kana.size(); ++i) {
        Add(row.kana.substr(i, 1), {{Keep(std::string(row.consonant) + row.vowels[i])}});
      }
    }
    for (const auto& [head, consonant] : kGlides) {
      for (const auto& [tail, vowel] : {std::pair(U'ヤ', 'a'), {U'ユ', 'u'}, {U'ヨ', 'o'}}) {
        const char32_t kana[] = {head, tail};
        Add({kana, 2}, {{Keep(std::string(consonant) + vowel)}});
      }
    }
    for (const auto& [kana, list] : kMore) Add(kana, ReadSpellings(list));
  }

  // Of a large kana, or of two; empty when no spelling is known.
  Spellings Find(char32_t kana) const {
    const size_t at = kana - kKanaFirst;
    return at < kKanaCount ? Spellings(singles_[at]) : Spellings();
  }
  Spellings Find(char32_t first, char32_t second) const {
    const size_t at = first - kKanaFirst;
    const size_t next = second - kKanaFirst;
    if (at >= kKanaCount || next >= kKanaCount) return {};
    const uint8_t pair = pair_numbers_[at * kKanaCount + next];
    return pair == 0 ? Spellings() : Spellings(pairs_[pair - 1]);
  }

 private:
  void Add(std::u32string_view kana, std::vector<Spelling> spellings) {
    const size_t at = kana[0] - kKanaFirst;
    if (kana.size() == 1) {
      singles_[at] = std::move(spellings);
      return;
    }
    uint8_t& number = pair_numbers_[at * kKanaCount + (LargeKana(kana[1]) - kKanaFirst)];
    if (number == 0) {
      pairs_.emplace_back();
      number = static_cast<uint8_t>(pairs_.size());
    }
    pairs_[number - 1] = std::move(spellings);
  }

  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::deque<std::string> texts_;  // some spellings are views of these
  std::array<std::vector<Spelling>, kKanaCount> singles_;
  std::vector<std::vector<Spelling>> pairs_;
  std::array<uint8_t, kPairCount> pair_numbers_ = {};  // from 1; 0: none
};

const Table& Moras() {
  static const Table& table = *new Table();
  return table;
}

constexpr Spelling kLongO[] = {{"u", 0}, {"", 0}, {"h", 0}, {"o", 0}};
constexpr Spelling kLongU[] = {{"u", 0}, {"", 0}, {"h", 0}};
constexpr Spelling kLongA[] = {{"a", 0}, {"", 0}, {"h", 1}};
constexpr Spelling kLongI[] = {{"i", 0}, {"", 0}, {"e", 1}};
constexpr Spelling kLongE[] = {{"e", 0}, {"i", 0}, {"", 1}};
constexpr Spelling kLongMark[] = {{"", 0},  {"h", 0}, {"u", 0}, {"o", 0},
                                  {"a", 0}, {"i", 0}, {"e", 0}, {"r", 0}};
constexpr Spelling kDoubled[] = {{"k", 0}, {"s", 0}, {"t", 0}, {"p", 0}, {"c", 0},
                                 {"d", 1}, {"g", 1}, {"b", 1}, {"", 1}};

// The vowel that a kana ends in; 0 for ン and what is no kana.
char VowelOf(char32_t kana) {
  const Spellings spellings = Moras().Find(kana);
  if (spellings.empty()) return 0;
  const char last = spellings.front().text.back();
  return last == 'n' ? '\0' : last;
}

// Spellings of a kana that may prolong the vowel before it; empty when it does not.
Spellings Prolonging(char32_t kana, char before) {
  if (kana == kProlonged) return kLongMark;
  if (kana == U'ウ' && before == 'o') return kLongO;
  if (kana == U'オ' && before == 'o') return kLongO;
  if (kana == U'ウ' && before == 'u') return kLongU;
  if (kana == U'ア' && before == 'a') return kLongA;
  if (kana == U'イ' && before == 'i') return kLongI;
  if (kana == U'エ' && before == 'e') return kLongE;
  return {};
}

Reach StepOne(const Reach& from, std::u32string_view kana, size_t at, std::string_view text) {
  const char32_t large = LargeKana(kana[at]);
  const char before = at > 0 ? VowelOf(LargeKana(kana[at - 1])) : '\0';
  if (const Spellings longer = Prolonging(large, before); !longer.empty()) {
    return from.Step(longer, text);
  }
  Reach reach;
  const bool small = kana[at] != large;
  if (!small || large != U'ツ') reach = from.Step(Moras().Find(large), text);
  if (large == U'ツ' && at > 0 && at + 1 < kana.size()) reach.Add(from.Step(kDoubled, text), 0);
  return reach;
}

}  // namespace

Reach StepKana(const Reach& from, std::u32string_view kana, std::string_view text) {
  if (kana.empty() || kana.size() > kKanaMax) return {};
  absl::FixedArray<Reach, kKanaMax + 2> reached(kana.size() + 2);
  reached[0] = from;
  for (size_t at = 0; at < kana.size(); ++at) {
    if (reached[at].empty()) continue;
    reached[at + 1].Add(StepOne(reached[at], kana, at, text), 0);
    if (at + 1 == kana.size()) break;
    const Spellings pair = Moras().Find(LargeKana(kana[at]), LargeKana(kana[at + 1]));
    if (!pair.empty()) reached[at + 2].Add(reached[at].Step(pair, text), 0);
  }
  return reached[kana.size()];
}

uint32_t FirstLettersOfKana(std::u32string_view kana) {
  if (kana.empty()) return 0;
  const char32_t first = LargeKana(kana[0]);
  if (first == kProlonged) return FirstLetters(kLongMark);
  const uint32_t letters = FirstLetters(Moras().Find(first));
  return kana.size() == 1 ? letters
                          : letters | FirstLetters(Moras().Find(first, LargeKana(kana[1])));
}

void ToHepburn(std::string_view latin, std::string* out) {
  static constexpr std::pair<std::string_view, std::string_view> kRules[] = {
      {"sy", "sh"},  {"ty", "ch"},  {"cy", "ch"}, {"zy", "j"},  {"jy", "j"},  {"si", "shi"},
      {"ti", "chi"}, {"tu", "tsu"}, {"zi", "ji"}, {"mb", "nb"}, {"mp", "np"}, {"mm", "nm"},
  };
  static constexpr uint32_t kChanging = LetterBit('s') | LetterBit('t') | LetterBit('c') |
                                        LetterBit('z') | LetterBit('j') | LetterBit('m') |
                                        LetterBit('h');  // how the rules begin …
  static constexpr uint32_t kChanged = LetterBit('y') | LetterBit('i') | LetterBit('u') |
                                       LetterBit('b') | LetterBit('p') |
                                       LetterBit('m');  // … and go on
  out->clear();
  for (size_t at = 0; at < latin.size();) {
    const std::string_view rest = latin.substr(at);
    if ((LetterBit(rest[0]) & kChanging) == 0 || rest.size() < 2 ||
        (LetterBit(rest[1]) & kChanged) == 0) {
      out->push_back(rest[0]);
      ++at;
      continue;
    }
    const std::pair<std::string_view, std::string_view>* found = nullptr;
    for (const auto& rule : kRules) {
      if (rest.starts_with(rule.first)) found = &rule;
    }
    if (found != nullptr && found->second[0] == 'n') {
      out->push_back('n');
      ++at;
    } else if (found != nullptr) {
      *out += found->second;
      at += found->first.size();
    } else if (rest.starts_with("hu") &&
               (at == 0 || (latin[at - 1] != 's' && latin[at - 1] != 'c'))) {
      *out += "fu";
      at += 2;
    } else {
      out->push_back(rest[0]);
      ++at;
    }
  }
}

std::string KanaBytes(std::u32string_view kana) {
  std::string bytes;
  char32_t before = 0;
  for (const char32_t each : kana) {
    char32_t c = LargeKana(each);
    if (c == kProlonged) {
      switch (VowelOf(before)) {
        case 'a':
          c = U'ア';
          break;
        case 'i':
        case 'e':
          c = U'イ';
          break;
        case 'u':
        case 'o':
          c = U'ウ';
          break;
        default:
          break;
      }
    }
    bytes.push_back(static_cast<char>(c - kKanaFirst));
    before = c;
  }
  return bytes;
}

std::string ShortKanaBytes(std::string_view bytes) {
  std::string result;
  char before = 0;
  for (const char byte : bytes) {
    const char32_t c = kKanaFirst + static_cast<unsigned char>(byte);
    const char vowel = VowelOf(c);
    const bool longer = ((c == U'ウ' || c == U'オ') && before == 'o') ||
                        (c == U'ウ' && before == 'u') ||
                        (c == U'イ' && (before == 'e' || before == 'i')) ||
                        (c == U'エ' && before == 'e') || (c == U'ア' && before == 'a');
    if (!longer) result.push_back(byte);
    if (!longer) before = vowel;
  }
  return result;
}

std::string PlainHepburn(std::u32string_view kana) {
  std::string text;
  for (size_t at = 0; at < kana.size(); ++at) {
    const char32_t large = LargeKana(kana[at]);
    const char32_t next = at + 1 < kana.size() ? kana[at + 1] : 0;
    const bool small_next = LargeKana(next) != next;
    const Spellings two = small_next ? Moras().Find(large, LargeKana(next)) : Spellings();
    if (!two.empty()) {
      text += two.front().text;
      ++at;
    } else if (kana[at] != U'ッ') {
      if (const Spellings one = Moras().Find(large); !one.empty()) text += one.front().text;
    }
  }
  return text;
}

}  // namespace sekisho
