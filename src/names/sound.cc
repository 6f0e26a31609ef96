#include "names/sound.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sekisho {
namespace {

constexpr size_t kSigns = 128;
constexpr size_t kLettersMax = 64;

constexpr size_t At(char c) { return static_cast<unsigned char>(c) % kSigns; }

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
