// A part of a whole, and how far the true rate may be from it.
#pragma once

#include <cstdint>

namespace sekisho {

// `part` of `of`, part ≤ of. Of nothing: there is no rate.
struct Share {
  uint64_t part = 0;
  uint64_t of = 0;

  void Add(bool in) {
    part += in ? 1 : 0;
    ++of;
  }
  double rate() const { return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of); }
  friend bool operator==(const Share&, const Share&) = default;
};

// Between 0 and 1.
struct Bounds {
  double low = 0;
  double high = 1;
};

// The 95 % confidence bounds of the rate behind `share`: the score interval of E. B. Wilson,
// "Probable inference, the law of succession, and statistical inference", J. Am. Stat. Assoc. 22
// (1927), 209–212, without continuity correction. Good for few cases and for none, where the usual
// interval around the rate is not. Of nothing: 0 to 1.
Bounds WilsonBounds(const Share& share);

}  // namespace sekisho
