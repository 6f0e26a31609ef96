#include "names/hangul.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sekisho {
namespace {

constexpr char32_t kHangulFirst = 0xac00;
constexpr size_t kOnsetCount = 19;
constexpr size_t kVowelCount = 21;
constexpr size_t kCodaCount = 28;
constexpr size_t kOnsetNieun = 2;   // ㄴ
constexpr size_t kOnsetRieul = 5;   // ㄹ
constexpr size_t kOnsetIeung = 11;  // ㅇ, silent

// ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
constexpr std::array<std::string_view, kOnsetCount> kOnsets = {"g k c1 q2",
                                                               "kk gg k g1",
                                                               "n l1",
                                                               "d t",
                                                               "tt dd t d1",
                                                               "r l n1 rh1",
                                                               "m",
                                                               "b p v2",
                                                               "pp bb p b1",
                                                               "s sh",
                                                               "ss s sh1",
                                                               "- w1 y1",
                                                               "j ch z1 dj1",
                                                               "jj tch tj j1 ch1",
                                                               "ch tch1 c1 j2",
                                                               "k kh1 c1",
                                                               "t th1",
                                                               "p ph1 f1",
                                                               "h"};
// ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ
constexpr std::array<std::string_view, kVowelCount> kVowels = {
    "a ah1 ar2",
    "ae ai e1 ay1 eh1",
    "ya yah1 ia2",
    "yae ye1",
    "eo o u uh ou1 e1 ur1 er1 oh2 or2",
    "e ae1 eh1 ay1",
    "yeo yo you yu yeu1 ye1 yuh1 yoh1 eo1 youh2",
    "ye yae1 e1 yeh1",
    "o oh oe2",
    "wa oa1 ua1",
    "wae oae1 wai1",
    "oe oi oy1 we1 wae1",
    "yo yoh1",
    "u oo ou1 woo wu1 uh2",
    "wo weo uo1 woe2 weon2",
    "we wae1",
    "wi ui1 wee1 uy1",
    "yu yoo you yew1 u1 iu1",
    "eu u ue2 o2 oo2",
    "ui eui i1 ee1 yi1 ei1 uy1",
    "i ee ih1 y1 ie1 yi"};
// none ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ
constexpr std::array<std::string_view, kCodaCount> kCodas = {"-",
                                                             "k g rk ck1 c1 ng1",
                                                             "k kk1",
                                                             "k",
                                                             "n l1 nn2 hn1 m2",
                                                             "n nj1",
                                                             "n nh1",
                                                             "t d n1",
                                                             "l r ll1 n1 hl1",
                                                             "k lk1 g1",
                                                             "m lm",
                                                             "l lb1 p1",
                                                             "l",
                                                             "l",
                                                             "p",
                                                             "l",
                                                             "m hm2",
                                                             "p b m1 pp2",
                                                             "p",
                                                             "t s1 n1 ss2",
                                                             "t s1 ss1",
                                                             "ng n1 g2 nk2",
                                                             "t j1",
                                                             "t ch1",
                                                             "k",
                                                             "t",
                                                             "p",
                                                             "- h t1"};
// Katakana writes consonants at the end as syllables and knows no ng.
constexpr std::array<std::string_view, kCodaCount> kKanaCodas = {
    "-",  "ku k tsu g",   "ku",    "ku", "n nu", "n",  "n",  "tto to t tsu", "ru l r",
    "ku", "mu",           "ru pu", "ru", "ru",   "pu", "ru", "mu n m",       "pu p",
    "pu", "t to tto tsu", "t tsu", "n",  "t",    "t",  "ku", "to t",         "pu p",
    "-"};
constexpr std::string_view kKanaVowel[] = {"e2"};  // ㅚ and ㅐ in katakana

struct Tables {
  std::array<std::vector<Spelling>, kOnsetCount> onsets;
  std::array<std::vector<Spelling>, kVowelCount> vowels;
  std::array<std::vector<Spelling>, kCodaCount> codas;
  std::array<std::vector<Spelling>, kCodaCount> kana_codas;
  std::vector<Spelling> kana_vowel;
};

const Tables& AllTables() {
  static const Tables& tables = *new Tables([] {
    Tables made;
    for (size_t i = 0; i < kOnsetCount; ++i) made.onsets[i] = ReadSpellings(kOnsets[i]);
    for (size_t i = 0; i < kVowelCount; ++i) made.vowels[i] = ReadSpellings(kVowels[i]);
    for (size_t i = 0; i < kCodaCount; ++i) {
      made.codas[i] = ReadSpellings(kCodas[i]);
      made.kana_codas[i] = ReadSpellings(kKanaCodas[i]);
    }
    made.kana_vowel = ReadSpellings(kKanaVowel[0]);
    return made;
  }());
  return tables;
}

struct Syllable {
  size_t onset;
  size_t vowel;
  size_t coda;
};

Syllable Parts(char32_t character) {
  const size_t code = character - kHangulFirst;
  return {code / (kVowelCount * kCodaCount), code / kCodaCount % kVowelCount, code % kCodaCount};
}

// ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ: before these an initial ㄹ and ㄴ fall silent in the South.
bool IsPalatal(size_t vowel) {
  return vowel == 2 || vowel == 3 || vowel == 6 || vowel == 7 || vowel == 12 || vowel == 17 ||
         vowel == 20;
}

// The onset as the South writes it at the beginning of a word.
size_t SouthernOnset(const Syllable& syllable) {
  if (syllable.onset == kOnsetRieul) {
    return IsPalatal(syllable.vowel) ? kOnsetIeung : kOnsetNieun;
  }
  return syllable.onset == kOnsetNieun && IsPalatal(syllable.vowel) ? kOnsetIeung : syllable.onset;
}

// For every position and length of a text, the letters of hangul that it may spell there.
constexpr size_t kPieceMax = 4;
constexpr size_t kLatinMax = 40;
using Pieces = std::array<std::array<uint32_t, kPieceMax + 1>, kLatinMax + 1>;

// The spellings of the letters of one kind, by their first byte; those of silence under 0.
class PieceIndex {
 public:
  template <size_t kCount>
  PieceIndex(const std::array<std::vector<Spelling>, kCount>& letters, size_t most_cost) {
    for (size_t letter = 0; letter < kCount; ++letter) {
      for (const Spelling& each : letters[letter]) {
        if (each.cost > most_cost || each.text.size() > kPieceMax) continue;
        by_first_[each.text.empty() ? 0 : Slot(each.text[0])].push_back({each.text, 1U << letter});
      }
    }
  }

  void Find(std::string_view text, Pieces* pieces) const {
    for (size_t at = 0; at <= text.size(); ++at) {
      auto& found = (*pieces)[at];
      found = {};
      for (const Piece& piece : by_first_[0]) found[0] |= piece.letter;
      if (at == text.size()) break;
      for (const Piece& piece : by_first_[Slot(text[at])]) {
        if (text.substr(at).starts_with(piece.text)) found[piece.text.size()] |= piece.letter;
      }
    }
  }

 private:
  static constexpr size_t kSlots = 32;
  struct Piece {
    std::string_view text;
    uint32_t letter;
  };
  static size_t Slot(char c) { return static_cast<size_t>(c) % kSlots; }
  std::array<std::vector<Piece>, kSlots> by_first_;
};

struct PieceIndexes {
  PieceIndex onsets{AllTables().onsets, 1};
  PieceIndex vowels{AllTables().vowels, 1};
  PieceIndex codas{AllTables().codas, 0};  // else n is ng, and Min-jun is Min-jung
};

struct LatinPieces {
  explicit LatinPieces(std::string_view text) {
    static const PieceIndexes& indexes = *new PieceIndexes();
    indexes.onsets.Find(text, &onsets);
    indexes.vowels.Find(text, &vowels);
    indexes.codas.Find(text, &codas);
    // Lee and Yi: a silent onset may be an r or l in the North.
    for (size_t at = 0; at <= text.size(); ++at) {
      for (uint32_t& letters : onsets[at]) {
        if ((letters & (1U << kOnsetRieul)) != 0) letters |= 1U << kOnsetIeung;
      }
    }
  }
  Pieces onsets;
  Pieces vowels;
  Pieces codas;
};

// Positions (in a, in b) that letters spelled so far can end at: a bit of b for each of a.
using Product = std::array<uint64_t, kLatinMax + 1>;

Product Advance(const Product& from, const Pieces& a, size_t a_size, const Pieces& b,
                size_t b_size) {
  Product to{};
  for (size_t p = 0; p <= a_size; ++p) {
    for (uint64_t left = from[p]; left != 0; left &= left - 1) {
      const auto q = static_cast<size_t>(__builtin_ctzll(left));
      for (size_t m = 0; m <= kPieceMax && p + m <= a_size; ++m) {
        if (a[p][m] == 0) continue;
        for (size_t n = 0; n <= kPieceMax && q + n <= b_size; ++n) {
          if ((a[p][m] & b[q][n]) != 0) to[p + m] |= uint64_t{1} << (q + n);
        }
      }
    }
  }
  return to;
}

bool IsEmpty(const Product& product) {
  for (const uint64_t each : product) {
    if (each != 0) return false;
  }
  return true;
}

}  // namespace

Reach StepHangul(const Reach& from, char32_t character, const HangulContext& context,
                 std::string_view text) {
  const Tables& tables = AllTables();
  const Syllable syllable = Parts(character);
  Reach onset = from.Step(tables.onsets[syllable.onset], text);
  if (syllable.onset == kOnsetIeung && IsPalatal(syllable.vowel)) {
    const Reach rieul = from.Step(tables.onsets[kOnsetRieul], text);
    onset.Add(rieul, context.first ? 0 : 1);
  } else if (syllable.onset == kOnsetRieul || syllable.onset == kOnsetNieun) {
    const size_t southern = SouthernOnset(syllable);
    if (context.first) onset.Add(from.Step(tables.onsets[southern], text), 0);
    if (context.first && syllable.onset == kOnsetNieun) {
      onset.Add(from.Step(tables.onsets[kOnsetRieul], text), 0);
    }
  }
  if (onset.empty()) return onset;
  Reach vowel = onset.Step(tables.vowels[syllable.vowel], text);
  if (context.kana) vowel.Add(onset.Step(tables.kana_vowel, text), 0);
  Reach coda = vowel.Step(tables.codas[syllable.coda], text);
  if (context.kana) coda.Add(vowel.Step(tables.kana_codas[syllable.coda], text), 0);
  return coda;
}

bool IsSameSyllable(char32_t a, char32_t b) {
  if (a == b) return true;
  const Syllable one = Parts(a);
  const Syllable other = Parts(b);
  return one.vowel == other.vowel && one.coda == other.coda &&
         SouthernOnset(one) == SouthernOnset(other);
}

std::string PlainRomanisation(char32_t character) {
  const Tables& tables = AllTables();
  const Syllable syllable = Parts(character);
  std::string text(tables.onsets[syllable.onset].front().text);
  text += tables.vowels[syllable.vowel].front().text;
  text += tables.codas[syllable.coda].front().text;
  return text;
}

bool HaveOneHangul(std::string_view a, std::string_view b, size_t minimum, size_t maximum) {
  if (a.size() > kLatinMax || b.size() > kLatinMax) return false;
  const LatinPieces one(a);
  const LatinPieces other(b);
  Product product{};
  product[0] = 1;
  for (size_t syllables = 1; syllables <= maximum; ++syllables) {
    product = Advance(product, one.onsets, a.size(), other.onsets, b.size());
    product = Advance(product, one.vowels, a.size(), other.vowels, b.size());
    product = Advance(product, one.codas, a.size(), other.codas, b.size());
    if (IsEmpty(product)) return false;
    if (syllables >= minimum && (product[a.size()] >> b.size() & 1U) != 0) return true;
  }
  return false;
}

}  // namespace sekisho
