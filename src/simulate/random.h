// Random numbers that are the same on every machine: 64-bit integers only, none of the
// distributions of <random>, whose results the standard leaves open, and no floating point.
#pragma once

#include <cstdint>
#include <span>

namespace sekisho::simulate {

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014, https://doi.org/10.1145/2660193.2660195):
// a bijection of 64 bits that serves as a hash of small numbers.
inline uint64_t Mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

// A hash of two and three numbers; the order matters.
inline uint64_t Mix(uint64_t a, uint64_t b) { return Mix(Mix(a) ^ b); }
inline uint64_t Mix(uint64_t a, uint64_t b, uint64_t c) { return Mix(Mix(a, b) ^ c); }

// SplitMix64. No expression draws twice unless the order of the draws makes no difference: C++
// leaves the order of evaluation to the compiler. Everything random in the market comes from one of
// these, seeded with what it is for (market, account, day), so that nothing depends on the order in
// which things are made.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() { return Mix(state_ += 0x9e3779b97f4a7c15u); }
  // Uniform in [0, end); `end` at most 2^32. The bias of the multiplication is below 2^-32 · end.
  uint32_t Below(uint64_t end) { return static_cast<uint32_t>(((Next() >> 32) * end) >> 32); }
  // Uniform in [low, high]; the two at most 2^32 apart.
  int64_t Between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(Below(static_cast<uint64_t>(high - low) + 1));
  }
  // Between the same limits, near the middle more often: the mean of two draws.
  int64_t Around(int64_t low, int64_t high) {
    return (Between(low, high) + Between(low, high)) / 2;
  }
  // True `parts` times in a thousand.
  bool Permille(uint32_t parts) { return Below(1000) < parts; }
  // How many happen of something that happens `hundredths` / 100 times on average.
  uint32_t Times(uint32_t hundredths) { return (hundredths + Below(100)) / 100; }
  // The index of one weight, as often as its share of the sum, which is above 0.
  template <typename Weight>
  uint32_t Weighted(std::span<const Weight> weights) {
    uint64_t sum = 0;
    for (const Weight weight : weights) sum += weight;
    uint64_t at = Below(sum);
    uint32_t index = 0;
    while (at >= weights[index]) at -= weights[index++];
    return index;
  }

 private:
  uint64_t state_;
};

}  // namespace sekisho::simulate
