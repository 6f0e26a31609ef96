// Random numbers that are the same on every machine: integers and exact floating point only, none
// of the distributions of <random>, whose results the standard leaves open.
#pragma once

#include <cmath>
#include <cstdint>

namespace sekisho::bench {

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014, https://doi.org/10.1145/2660193.2660195):
// a bijection of 64 bits that serves as a hash of small numbers.
inline uint64_t Mix(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

inline uint64_t Mix(uint64_t a, uint64_t b) { return Mix(Mix(a) ^ b); }

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() { return Mix(state_ += 0x9e3779b97f4a7c15u); }
  // Uniform in [0, end); `end` below 2^32. The bias of the multiplication is below 2^-32.
  uint32_t Below(uint64_t end) { return static_cast<uint32_t>(((Next() >> 32) * end) >> 32); }
  // Uniform in [low, high].
  int64_t Between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(Next() % static_cast<uint64_t>(high - low + 1));
  }
  // True `parts` times in a thousand.
  bool Permille(uint32_t parts) { return Below(1000) < parts; }
  // Uniform in (0, 1].
  double Unit() { return static_cast<double>((Next() >> 11) + 1) * 0x1p-53; }
  // 0, 1, 2 … with the given mean: how often an event of fixed chance fails before it comes.
  uint32_t Geometric(uint32_t mean) {
    uint32_t n = 0;
    while (n < 20 * mean && Below(mean + 1) != 0) ++n;
    return n;
  }

 private:
  uint64_t state_;
};

}  // namespace sekisho::bench
