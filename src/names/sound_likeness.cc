// The distance of two words as they sound.
#include <algorithm>
#include <array>
#include <cstdint>

#include "names/sound.h"

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
constexpr size_t kBits = 64;
constexpr size_t BitOf(char c) { return static_cast<unsigned char>(c) % kBits; }

struct LeastCosts {
  std::array<uint64_t, kBits> near;      // the signs that it is changed to for less than a whole
  std::array<uint8_t, kBits> change;     // the least that a change to another sign costs
  std::array<uint8_t, kBits> drop;       // to leave it out …
  std::array<uint8_t, kBits> unwritten;  // … of a word with vowels against one without
};

constexpr LeastCosts LeastOf(const Costs& costs) {
  constexpr uint8_t kShortVowel = 2;
  LeastCosts least{};
  least.change.fill(kWhole);
  least.drop.fill(kWhole);
  least.unwritten.fill(kWhole);
  for (size_t a = 0; a < kSigns; ++a) {
    const size_t bit = BitOf(static_cast<char>(a));
    const uint8_t unwritten = IsVowel(static_cast<char>(a)) ? kShortVowel : costs.drop[a];
    least.drop[bit] = std::min(least.drop[bit], costs.drop[a]);
    least.unwritten[bit] = std::min(least.unwritten[bit], unwritten);
    for (size_t b = 0; b < kSigns; ++b) {
      if (a == b || costs.change[a][b] >= kWhole) continue;
      least.near[bit] |= uint64_t{1} << BitOf(static_cast<char>(b));
      least.change[bit] = std::min(least.change[bit], costs.change[a][b]);
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

uint64_t SignsOf(std::string_view word) {
  uint64_t signs = 0;
  for (const char c : word) signs |= uint64_t{1} << BitOf(c);
  return signs;
}

// What the signs that the other word has not cost at least, once each.
int LeastCost(const LeastCosts& least, const std::array<uint8_t, kBits>& drops, uint64_t signs,
              uint64_t others) {
  int cost = 0;
  for (uint64_t left = signs & ~others; left != 0; left &= left - 1) {
    const auto bit = static_cast<size_t>(__builtin_ctzll(left));
    const bool near = (others & least.near[bit]) != 0;
    cost += std::min<int>(drops[bit], near ? least.change[bit] : kWhole);
  }
  return cost;
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

const Costs& CostsOf(SoundScale scale) {
  if (scale == SoundScale::kConsonants) return kConsonantal;
  return scale == SoundScale::kKana ? kKanaCosts : kSpelling;
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

// The cost is at least this, whatever the order of the signs. The first signs of words without
// vowels have their own rules.
int CostAtLeast(std::string_view a, std::string_view b, SoundScale scale) {
  const LeastCosts& least = LeastCostsOf(scale);
  const bool consonants = scale == SoundScale::kConsonants;
  const uint64_t a_signs = SignsOf(a);
  const uint64_t b_signs = SignsOf(b);
  const uint64_t a_first = consonants ? SignsOf(a.substr(0, 1)) : 0;
  const uint64_t b_first = consonants ? SignsOf(b.substr(0, 1)) : 0;
  return std::max(
      LeastCost(least, least.drop, a_signs & ~a_first, b_signs),
      LeastCost(least, consonants ? least.unwritten : least.drop, b_signs & ~b_first, a_signs));
}

}  // namespace

double SoundLikeness(std::string_view a, std::string_view b, SoundScale scale, double least) {
  a = a.substr(0, kLettersMax);
  b = b.substr(0, kLettersMax);
  if (a.empty() || b.empty()) return 0;
  const Costs& costs = CostsOf(scale);
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  const double most = (1 - least) * kWhole * longer;
  if (least > 0 && CostAtLeast(a, b, scale) > most + kRounding) return 0;
  std::array<int, kLettersMax> drops;
  for (size_t j = 0; j < b.size(); ++j) {
    drops[j] = scale == SoundScale::kConsonants ? UnwrittenCost(b, j) : costs.drop[At(b[j])];
  }
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

}  // namespace sekisho
