// Does a text spell a sequence of units, each of which can be spelled in several ways? Used inside
// of this layer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sekisho {

// One way to write a unit. cost 0: usual; 1 to 3: rarely.
struct Spelling {
  std::string_view text;  // may be empty: the unit is silent
  uint8_t cost = 0;
};
using Spellings = std::span<const Spelling>;

// A set of letters, a bit for each: other bytes share the bits, so a letter that is not in the set
// is not there, one that is may be.
inline constexpr uint32_t kEveryLetter = ~uint32_t{0};
constexpr uint32_t LetterBit(char letter) {
  return uint32_t{1} << (static_cast<unsigned char>(letter) & 31U);
}
// What texts spelled in one of these ways may begin with.
uint32_t FirstLetters(Spellings spellings);

// From "g k c1": texts between spaces, a digit behind one is its cost, "-" is silence. The texts
// are parts of `list`.
std::vector<Spelling> ReadSpellings(std::string_view list);

// Which positions of a text of at most kTextMax bytes the units read so far can end at, and at what
// cost: a non-deterministic automaton run with one bit for each position.
class Reach {
 public:
  static constexpr size_t kTextMax = 63;
  static constexpr size_t kCostMax = 3;

  static Reach Start() {
    Reach reach;
    reach.at_[0] = 1;
    return reach;
  }

  bool empty() const { return Positions() == 0; }
  // The letters of `text` that stand where the next unit would begin.
  uint32_t Letters(std::string_view text) const;
  // The least cost of ending at `position`; kCostMax + 1 when that cannot be.
  size_t CostAt(size_t position) const;
  void Add(const Reach& other, size_t cost) {
    for (size_t from = 0; from + cost <= kCostMax; ++from) at_[from + cost] |= other.at_[from];
  }

  // The positions where one of these letters stands.
  Reach Before(uint32_t letters, std::string_view text) const;

  // What one more unit reaches.
  Reach Step(Spellings spellings, std::string_view text) const;

 private:
  uint64_t Positions() const { return at_[0] | at_[1] | at_[2] | at_[3]; }

  std::array<uint64_t, kCostMax + 1> at_ = {};
};

}  // namespace sekisho
