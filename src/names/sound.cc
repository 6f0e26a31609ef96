#include "names/sound.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sekisho {
namespace {

constexpr int kWhole = 20;  // the cost of an unlike letter
constexpr size_t kSigns = 128;
constexpr size_t kLettersMax = 64;

constexpr size_t At(char c) { return static_cast<unsigned char>(c) % kSigns; }

struct Costs {
  std::array<std::array<uint8_t, kSigns>, kSigns> change;
  std::array<uint8_t, kSigns> drop;  // to leave out or to add
};

constexpr void Pair(Costs* costs, std::string_view pairs, int cost) {
  for (size_t i = 0; i + 1 < pairs.size(); i += 3) {
    const auto a = At(pairs[i]);
    const auto b = At(pairs[i + 1]);
    costs->change[a][b] = costs->change[b][a] = static_cast<uint8_t>(cost);
  }
}

constexpr Costs Base() {
  Costs costs{};
  for (size_t a = 0; a < kSigns; ++a) {
    for (size_t b = 0; b < kSigns; ++b) {
      costs.change[a][b] = a == b ? 0 : kWhole;
      if (a != b && IsVowel(static_cast<char>(a)) && IsVowel(static_cast<char>(b))) {
        costs.change[a][b] = 12;
      }
    }
    costs.drop[a] = IsVowel(static_cast<char>(a)) ? 9 : kWhole;
  }
  Pair(&costs, "iy ", 2);
  Pair(&costs, "ei ou ae ", 7);
  Pair(&costs, "jy ji ", 6);
  Pair(&costs, "vw uw ", 4);
  Pair(&costs, "CT SC sS zj zT cC ", 6);
  Pair(&costs, "ck cs cT gj jC qC xS ", 6);
  Pair(&costs, "hX kX hf gk dt bp bv fv sz jZ zZ SZ lr gX gh kq ", 8);
  Pair(&costs, "tT tC ", 7);
  Pair(&costs, "mn ", 12);
  costs.drop['h'] = 6;
  costs.drop['y'] = costs.drop['w'] = 7;
  return costs;
}

// The first text leaves vowels out, but writes long ones: its y and w are heard.
constexpr Costs Consonants() {
  Costs costs = Base();
  Pair(&costs, "uv ow uw ov iy ", 2);
  Pair(&costs, "pf bv kX bp kq vw sS gh dz gj st td tz gX ha ", 4);
  Pair(&costs, "ae ao ey ", 6);
  Pair(&costs, "ai au ", 8);
  Pair(&costs, "hC ", 4);
  Pair(&costs, "ay oy uy ", 18);
  costs.drop['a'] = 3;
  costs.drop['h'] = 5;
  costs.drop['y'] = 18;
  costs.drop['w'] = kWhole;
  return costs;
}

constexpr Costs Kana() {
  Costs costs = Base();
  Pair(&costs, "lr bv st SC ts hf vw zj zd dj sz fh Ts Tt tC dj kc ae ao ", 3);
  Pair(&costs, "ou au eu iu ei io ie ai aeyi ", 5);
  Pair(&costs, "gk dt bp Cj zs ", 6);
  costs.drop['u'] = costs.drop['o'] = 3;
  costs.drop['e'] = costs.drop['i'] = 6;
  costs.drop['r'] = 9;
  costs.drop['h'] = 4;
  costs.drop['g'] = 9;
  return costs;
}

constexpr Costs kSpelling = Base();
constexpr Costs kConsonantal = Consonants();
constexpr Costs kKanaCosts = Kana();

// For a quick look at what two words cost at least. A sign is a bit; digits share theirs with
// letters, so that a word that has not a bit has not the sign.
struct LeastCosts {
  std::array<uint64_t, kSigns> near;   // the signs that it is changed to for less than a whole
  std::array<uint8_t, kSigns> change;  // the least that a change to another sign costs
};

constexpr uint64_t SignBit(char c) { return uint64_t{1} << (static_cast<unsigned>(c) & 63U); }

constexpr LeastCosts LeastOf(const Costs& costs) {
  LeastCosts least{};
  for (size_t a = 0; a < kSigns; ++a) {
    least.change[a] = kWhole;
    for (size_t b = 0; b < kSigns; ++b) {
      if (a == b || costs.change[a][b] >= kWhole) continue;
      least.near[a] |= SignBit(static_cast<char>(b));
      least.change[a] = std::min(least.change[a], costs.change[a][b]);
    }
  }
  return least;
}

constexpr LeastCosts kLeastOfSpelling = LeastOf(kSpelling);
constexpr LeastCosts kLeastOfConsonantal = LeastOf(kConsonantal);
constexpr LeastCosts kLeastOfKana = LeastOf(kKanaCosts);

const LeastCosts& LeastCostsOf(SoundScale scale) {
  if (scale == SoundScale::kConsonants) return kLeastOfConsonantal;
  return scale == SoundScale::kKana ? kLeastOfKana : kLeastOfSpelling;
}

// Neighbours, for seeing that two signs are nowhere in this order.
constexpr uint64_t PairBit(char one, char next) {
  return uint64_t{1} << ((static_cast<unsigned>(one) * 5U + static_cast<unsigned>(next)) & 63U);
}

uint64_t PairsOf(std::string_view word) {
  uint64_t pairs = 0;
  for (size_t i = 1; i < word.size(); ++i) pairs |= PairBit(word[i - 1], word[i]);
  return pairs;
}

uint64_t SignsOf(std::string_view word) {
  uint64_t signs = 0;
  for (const char c : word) signs |= SignBit(c);
  return signs;
}

// What this sign costs at least, given that leaving it out costs `drop` and the other word has
// these signs.
int LeastCost(const LeastCosts& least, char sign, int drop, uint64_t others) {
  if ((others & SignBit(sign)) != 0) return 0;
  const int change = (others & least.near[At(sign)]) != 0 ? least.change[At(sign)] : kWhole;
  return std::min(drop, change);
}

const Costs& CostsOf(SoundScale scale) {
  if (scale == SoundScale::kConsonants) return kConsonantal;
  return scale == SoundScale::kKana ? kKanaCosts : kSpelling;
}

struct Digraph {
  std::string_view letters;
  std::string_view sounds;
};

// The longest first.
constexpr Digraph kDigraphs[] = {
    {"shch", "SC"}, {"tsch", "C"}, {"dzh", "j"}, {"sch", "S"}, {"tch", "C"}, {"iou", "iu"},
    {"ch", "C"},    {"cz", "C"},   {"sh", "S"},  {"sz", "S"},  {"ts", "T"},  {"tz", "T"},
    {"zh", "Z"},    {"dj", "j"},   {"kh", "X"},  {"gh", "g"},  {"th", "t"},  {"ph", "f"},
    {"ck", "k"},    {"qu", "ku"},  {"oo", "u"},  {"ou", "u"},  {"ee", "i"},  {"dh", "d"},
    {"bh", "b"},    {"ij", "i"},   {"iy", "i"},  {"yi", "i"},
};

// The digraphs that begin with a letter, as bits of their places in kDigraphs.
constexpr std::array<uint32_t, kSigns> DigraphsByFirst() {
  std::array<uint32_t, kSigns> bits{};
  for (size_t i = 0; i < std::size(kDigraphs); ++i) bits[At(kDigraphs[i].letters[0])] |= 1U << i;
  return bits;
}
constexpr std::array<uint32_t, kSigns> kByFirst = DigraphsByFirst();

// The letters that stand second in the digraphs that begin with a letter, as bits.
constexpr std::array<uint32_t, kSigns> SecondLetters() {
  std::array<uint32_t, kSigns> bits{};
  for (const Digraph& each : kDigraphs) {
    bits[At(each.letters[0])] |= 1U << (static_cast<unsigned>(each.letters[1]) & 31U);
  }
  return bits;
}
constexpr std::array<uint32_t, kSigns> kSecond = SecondLetters();

const Digraph* FindDigraph(std::string_view rest) {
  if (rest.size() < 2) return nullptr;
  if ((kSecond[At(rest[0])] >> (static_cast<unsigned>(rest[1]) & 31U) & 1U) == 0) return nullptr;
  for (uint32_t left = kByFirst[At(rest[0])]; left != 0; left &= left - 1) {
    const Digraph& each = kDigraphs[__builtin_ctz(left)];
    if (!rest.starts_with(each.letters)) continue;
    // Dutch ij is one sound, that of Khadija is two.
    if (each.letters == "ij" && rest.size() > 2 && IsVowel(rest[2])) continue;
    return &each;
  }
  return nullptr;
}

// What it costs that letters without vowels do not have this sound of a word: little for a short
// vowel, more for the second of two.
int UnwrittenCost(std::string_view word, size_t at) {
  constexpr int kShortVowel = 2;
  constexpr int kSecondVowel = 8;
  const char c = word[at];
  if (!IsVowel(c)) return kConsonantal.drop[At(c)];
  if (at > 0 && IsVowel(word[at - 1]) && (c == 'i' || c == 'u' || c == 'y')) return kSecondVowel;
  return kShortVowel;
}

// Alef and ayin at the beginning carry any vowel.
int FirstCost(char letter, char sound) {
  constexpr int kAnyVowel = 2;
  const int change = kConsonantal.change[At(letter)][At(sound)];
  return letter == 'a' && IsVowel(sound) ? std::min(change, kAnyVowel) : change;
}

constexpr double kRounding = 1e-6;

// The cost is at least this, whatever the order of the signs. `drops`: of the signs of b. The first
// signs of words without vowels have their own rules.
int CostAtLeast(std::string_view a, std::string_view b, SoundScale scale, const int* drops) {
  const Costs& costs = CostsOf(scale);
  const LeastCosts& least = LeastCostsOf(scale);
  const size_t first = scale == SoundScale::kConsonants ? 1 : 0;
  const uint64_t a_signs = SignsOf(a);
  const uint64_t b_signs = SignsOf(b);
  int a_cost = 0;
  int b_cost = 0;
  for (size_t i = first; i < a.size(); ++i) {
    a_cost += LeastCost(least, a[i], costs.drop[At(a[i])], b_signs);
  }
  for (size_t j = first; j < b.size(); ++j) b_cost += LeastCost(least, b[j], drops[j], a_signs);
  return std::max(a_cost, b_cost);
}

// γκ, μπ and ντ at the beginning of a word are g, b and d; in front of a vowel or an r, where Greek
// has them.
bool IsGreekPair(std::string_view word) {
  if (!word.starts_with("gk") && !word.starts_with("mp") && !word.starts_with("nt")) return false;
  return word.size() > 3 && (IsVowel(word[2]) || word[2] == 'r');
}

constexpr std::array<uint32_t, kSigns> ConsonantBits() {
  std::array<uint32_t, kSigns> bits{};
  for (size_t i = 0; i < kSigns; ++i) {
    if (!IsVowel(static_cast<char>(i))) bits[i] = uint32_t{1} << (i & 31U);
  }
  return bits;
}
constexpr std::array<uint32_t, kSigns> kConsonantBits = ConsonantBits();

// Behind a c, which is then no k: Cecilia, and Cvetkova, whom others write Tsvetkova.
bool IsSoftening(char next) { return next == 'e' || next == 'i' || next == 'y' || next == 'v'; }

}  // namespace

size_t SoundOf(std::string_view word, std::span<char> out) {
  size_t size = 0;
  const auto add = [&](char c) {
    if (size == out.size()) return;
    if (size == 0 || out[size - 1] != c || (c >= '0' && c <= '9')) out[size++] = c;
  };
  for (size_t at = 0; at < word.size();) {
    if (const Digraph* const digraph = FindDigraph(word.substr(at))) {
      for (const char c : digraph->sounds) add(c);
      at += digraph->letters.size();
      continue;
    }
    const char c = word[at];
    const char next = at + 1 < word.size() ? word[at + 1] : '\0';
    if (at == 0 && IsGreekPair(word)) {
      // Written letter by letter: Gkikas, Mpampis, Ntinos.
      add(c == 'm' ? 'b' : c == 'n' ? 'd' : 'g');
      at += 2;
      continue;
    }
    if (c == 'x' && at == 0) {
      add('S');
    } else if (c == 'x') {
      add('k');
      add('s');
    } else if (c == 'q' || (c == 'c' && !IsSoftening(next))) {
      add('k');
    } else if (c == 'h' && size > 0 && IsVowel(out[size - 1]) && !IsVowel(next)) {
      // A long vowel: Ohno, Suh.
    } else {
      add(c);
    }
    ++at;
  }
  return size;
}

double SoundLikeness(std::string_view a, std::string_view b, SoundScale scale, double least) {
  a = a.substr(0, kLettersMax);
  b = b.substr(0, kLettersMax);
  if (a.empty() || b.empty()) return 0;
  const Costs& costs = CostsOf(scale);
  std::array<int, kLettersMax> drops;
  for (size_t j = 0; j < b.size(); ++j) {
    drops[j] = scale == SoundScale::kConsonants ? UnwrittenCost(b, j) : costs.drop[At(b[j])];
  }
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  const double most = (1 - least) * kWhole * longer;
  if (least > 0 && CostAtLeast(a, b, scale, drops.data()) > most + kRounding) return 0;
  std::array<std::array<int, kLettersMax + 1>, 3> rows;
  int* before_last = rows[0].data();
  int* last = rows[1].data();
  int* row = rows[2].data();
  // -1: that of any other pair of signs.
  int first_cost = scale == SoundScale::kConsonants ? FirstCost(a[0], b[0]) : -1;
  const uint64_t b_pairs = PairsOf(b);
  int last_best = 0;
  last[0] = 0;
  for (size_t j = 0; j < b.size(); ++j) last[j + 1] = last[j] + drops[j];
  for (size_t i = 0; i < a.size(); ++i) {
    row[0] = last[0] + costs.drop[At(a[i])];
    const auto& change = costs.change[At(a[i])];
    const int drop = costs.drop[At(a[i])];
    const bool turns = i > 0 && (b_pairs & PairBit(a[i], a[i - 1])) != 0;
    int row_best = row[0];
    int left = row[0];
    for (size_t j = 0; j < b.size(); ++j) {
      int best = std::min(last[j] + change[At(b[j])], last[j + 1] + drop);
      if (turns && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        best = std::min(best, before_last[j - 1] + kWhole / 2);
      }
      if (j == 0 && first_cost >= 0) best = std::min(first_cost, last[1] + drop);
      best = std::min(best, left + drops[j]);
      row[j + 1] = left = best;
      row_best = std::min(row_best, best);
    }
    first_cost = -1;
    if (std::min(row_best, last_best) > most) return 0;
    last_best = row_best;
    int* const free = before_last;
    before_last = last;
    last = row;
    row = free;
  }
  const double likeness = 1.0 - last[b.size()] / (kWhole * longer);
  return likeness < least ? 0 : std::max(0.0, likeness);
}

bool AreExchanged(char a, char b) {
  return std::min<int>(kSpelling.change[At(a)][At(b)],
                       kSpelling.drop[At(a)] + kSpelling.drop[At(b)]) < kWhole;
}

char ConsonantClass(char sound) {
  switch (sound) {
    case 'k':
    case 'g':
    case 'q':
    case 'X':
    case 'c':
      return 'k';
    case 'd':
      return 't';
    case 'b':
    case 'f':
    case 'v':
    case 'w':
      return 'p';
    case 's':
    case 'z':
    case 'S':
    case 'C':
    case 'j':
    case 'T':
    case 'Z':
      return 's';
    case 'l':
      return 'r';
    case 'm':
      return 'n';
    case 'h':
    case 'y':
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return 0;
    default:
      return sound;
  }
}

uint32_t OnsetBit(std::string_view syllable) {
  std::array<char, kLettersMax> sounds;
  syllable = syllable.substr(0, kLettersMax);
  if (syllable.starts_with("ng") || SoundOf(syllable, sounds) == 0) return 1;
  if (sounds[0] == 'v' || sounds[0] == 'w') return 1;
  return uint32_t{1} << (static_cast<unsigned>(ConsonantClass(sounds[0])) & 31U);
}

unsigned ConsonantsOf(std::string_view sounds) {
  unsigned bits = 0;
  for (const char c : sounds) bits |= kConsonantBits[At(c)];
  return bits;
}

}  // namespace sekisho
