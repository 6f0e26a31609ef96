// Whether two postal addresses are one place, from a few hashes of each.
#pragma once

#include <array>
#include <cstdint>

#include "core/postal_address.h"

namespace sekisho {

// What is kept of an address: 32 bytes without text. All zeros is none. Two hashes of 16 bits are
// equal by chance once in 65,536 pairs.
struct PostalMarks {
  static constexpr size_t kNumbersMax = 5;
  static constexpr size_t kWordsMax = 6;

  uint32_t key;
  uint16_t postal_code;  // 0 = not named; so for all below
  uint16_t region;
  std::array<uint16_t, kNumbersMax> numbers;  // house or block, units; the first ones
  std::array<uint16_t, kWordsMax> words;      // the smallest ones, in order
  PostalForm form;
  uint8_t house_numbers;  // how many of the numbers are not of a unit

  bool empty() const { return key == 0; }
};
static_assert(sizeof(PostalMarks) == 32);

PostalMarks MarksOf(const PostalAddress& address, uint64_t seed);

enum class AddressMatch { kSame, kDifferent, kUnclear };

// Of two marks with one seed, neither empty. "Different" is said only of what contradicts, not of
// what one of the two leaves out (country, prefecture, postal code, building, floor, flat):
//   different  other numbers as far as both have them (house, block, then those of the flat, of
//              which one may leave out any: 405 and 2号棟405), another postal code,
//              another region, or other words: in Japanese and Korean when each names something
//              that the other does not, else when fewer than half of the words of the shorter are
//              in the other
//   unclear    words that cannot be compared (two scripts, a road and a lot in Korea), other words
//              short of that, or no number in one of them
//   same       everything else
AddressMatch MatchAddresses(const PostalMarks& a, const PostalMarks& b);

}  // namespace sekisho
