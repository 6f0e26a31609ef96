#include "names/hangul.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
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
constexpr size_t kOnsetHieut = 18;  // ㅎ

// ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
constexpr std::array<std::string_view, kOnsetCount> kOnsets = {"g k c1 q2",
                                                               "kk gg k g1",
                                                               "n l1",
                                                               "d t",
                                                               "tt dd t d1",
                                                               "r l n1 rh1 lh1",
                                                               "m",
                                                               "b p v2",
                                                               "pp bb p b1",
                                                               "s sh",
                                                               "ss s sh1",
                                                               "- w2 y2",
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
                                                             "n l1 nn2 hn1",
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
                                                             "ng g2 nk2",
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
constexpr std::string_view kKanaHieut = "f";       // ㅎ of フン

// A consonant at the end as it is heard in front of these letters, and nowhere else: Hambit is
// 한빛 and Jeongeun is 정근, but Ham is not 한, and Min-jun is not 민중.
struct HeardCoda {
  size_t coda;
  Spelling spelling;
  uint32_t before;
};
constexpr HeardCoda kHeardCodas[] = {
    {4, {"m", 2}, LetterBit('b') | LetterBit('p') | LetterBit('m')},
    {21, {"n", 1}, LetterBit('g') | LetterBit('k')},
};

struct Tables {
  std::array<std::vector<Spelling>, kOnsetCount> onsets;
  std::array<std::vector<Spelling>, kVowelCount> vowels;
  std::array<std::vector<Spelling>, kCodaCount> codas;
  std::array<std::vector<Spelling>, kCodaCount> kana_codas;
  std::vector<Spelling> kana_vowel;
  std::vector<Spelling> kana_hieut;
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
    made.kana_hieut = ReadSpellings(kKanaHieut);
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

constexpr uint32_t LetterOf(size_t letter) { return uint32_t{1} << letter; }

// A text and the letters of hangul that it may spell, a bit for each.
struct Piece {
  uint32_t text;  // the bytes as they stand in memory
  uint32_t mask;
  uint32_t size;
  uint32_t letters;
};

constexpr size_t kPieceMax = sizeof(Piece::text);
constexpr size_t kLatinMax = 40;

// Pieces by their first byte; silence stands in all lists. No two pieces have one text.
class PieceIndex {
 public:
  template <size_t kCount>
  PieceIndex(const std::array<std::vector<Spelling>, kCount>& letters, size_t most_cost) {
    for (size_t letter = 0; letter < kCount; ++letter) {
      for (const Spelling& each : letters[letter]) {
        if (each.cost <= most_cost && each.text.size() <= kPieceMax) Add(each.text, letter);
      }
    }
  }

  // `at`: kPieceMax bytes.
  std::span<const Piece> Starting(const char* at) const { return by_first_[Slot(*at)]; }

 private:
  static constexpr size_t kSlots = 32;
  static size_t Slot(char c) { return static_cast<size_t>(c) % kSlots; }

  void Add(std::string_view text, size_t letter) {
    if (!text.empty()) return AddTo(text, letter, &by_first_[Slot(text[0])]);
    for (std::vector<Piece>& list : by_first_) AddTo(text, letter, &list);
  }

  static void AddTo(std::string_view text, size_t letter, std::vector<Piece>* list) {
    Piece piece = {0, 0, static_cast<uint32_t>(text.size()), LetterOf(letter)};
    if (!text.empty()) std::memcpy(&piece.text, text.data(), text.size());
    std::memset(&piece.mask, 0xff, text.size());
    for (Piece& each : *list) {
      if (each.size != piece.size || each.text != piece.text) continue;
      each.letters |= piece.letters;
      return;
    }
    list->push_back(piece);
  }

  std::array<std::vector<Piece>, kSlots> by_first_;
};

struct PieceIndexes {
  PieceIndex onsets{AllTables().onsets, 1};
  PieceIndex vowels{AllTables().vowels, 1};
  PieceIndex codas{AllTables().codas, 0};  // else n is ng, and Min-jun is Min-jung
};

constexpr uint32_t kPalatals = LetterOf(2) | LetterOf(3) | LetterOf(6) | LetterOf(7) |
                               LetterOf(12) | LetterOf(17) | LetterOf(20);

// Parts two texts into the same syllables, letter by letter.
class OneHangul {
 public:
  OneHangul(std::string_view a, std::string_view b, size_t minimum, size_t maximum)
      : minimum_(minimum), maximum_(maximum) {
    std::memcpy(a_.data(), a.data(), a.size());
    std::memcpy(b_.data(), b.data(), b.size());
  }

  // From these places on, behind `syllables`. A space can only be between two.
  bool AreOne(const char* a, const char* b, size_t syllables) const {
    a += *a == ' ' ? 1 : 0;
    b += *b == ' ' ? 1 : 0;
    if (*a == '\0' && *b == '\0') return syllables >= minimum_;
    if (*a == '\0' || *b == '\0' || syllables == maximum_) return false;
    return AnyPair(indexes_.onsets, a, b, [&](const Piece& left, const Piece& right) {
      const uint32_t vowels = VowelsBehind(left.letters, right.letters, syllables == 0);
      return vowels != 0 && IsVowelNext(vowels, a + left.size, b + right.size, syllables);
    });
  }
  bool AreOne() const { return AreOne(a_.data(), b_.data(), 0); }

 private:
  // The vowels that may follow onsets: all when one letter of hangul is both. Lee and Yi: in front
  // of some vowels a silent onset is an r or l in the North.
  static uint32_t VowelsBehind(uint32_t left, uint32_t right, bool first) {
    constexpr uint32_t kRieul = LetterOf(kOnsetRieul);
    constexpr uint32_t kIeung = LetterOf(kOnsetIeung);
    if ((left & right) != 0) return ~uint32_t{0};
    const bool exchanged = ((left & kRieul) != 0 && (right & kIeung) != 0) ||
                           ((left & kIeung) != 0 && (right & kRieul) != 0);
    return first && exchanged ? kPalatals : 0;
  }

  bool IsVowelNext(uint32_t vowels, const char* a, const char* b, size_t syllables) const {
    return AnyPair(indexes_.vowels, a, b, [&](const Piece& left, const Piece& right) {
      return (left.letters & right.letters & vowels) != 0 &&
             IsCodaNext(a + left.size, b + right.size, syllables);
    });
  }

  bool IsCodaNext(const char* a, const char* b, size_t syllables) const {
    return AnyPair(indexes_.codas, a, b, [&](const Piece& left, const Piece& right) {
      return (left.letters & right.letters) != 0 &&
             AreOne(a + left.size, b + right.size, syllables + 1);
    });
  }

  static bool Fits(const Piece& piece, const char* at) {
    uint32_t text = 0;
    std::memcpy(&text, at, sizeof text);
    return (text & piece.mask) == piece.text;
  }

  // Is there a piece of each text at these places of which `use` is true?
  template <typename Use>
  static bool AnyPair(const PieceIndex& index, const char* a, const char* b, const Use& use) {
    for (const Piece& left : index.Starting(a)) {
      if (!Fits(left, a)) continue;
      for (const Piece& right : index.Starting(b)) {
        if (Fits(right, b) && use(left, right)) return true;
      }
    }
    return false;
  }

  static const PieceIndexes& AllIndexes() {
    static const PieceIndexes& indexes = *new PieceIndexes();
    return indexes;
  }

  const PieceIndexes& indexes_ = AllIndexes();
  const size_t minimum_;
  const size_t maximum_;
  // Zeros behind the text: what is read at its end fits no piece but silence.
  std::array<char, kLatinMax + kPieceMax + 1> a_ = {};
  std::array<char, kLatinMax + kPieceMax + 1> b_ = {};
};

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
  if (context.kana && syllable.onset == kOnsetHieut) {
    onset.Add(from.Step(tables.kana_hieut, text), 0);
  }
  if (onset.empty()) return onset;
  Reach vowel = onset.Step(tables.vowels[syllable.vowel], text);
  if (context.kana) vowel.Add(onset.Step(tables.kana_vowel, text), 0);
  Reach coda = vowel.Step(tables.codas[syllable.coda], text);
  if (context.kana) coda.Add(vowel.Step(tables.kana_codas[syllable.coda], text), 0);
  for (const HeardCoda& each : kHeardCodas) {
    if (each.coda != syllable.coda) continue;
    coda.Add(vowel.Step({&each.spelling, 1}, text).Before(each.before, text), 0);
  }
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
  return OneHangul(a, b, minimum, maximum).AreOne();
}

}  // namespace sekisho
