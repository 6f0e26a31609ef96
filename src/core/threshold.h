// The operators of a correlation's condition.
#pragma once

#include <cstdint>

namespace sekisho {

enum class Compare : uint8_t { kLess, kLessEqual, kGreater, kGreaterEqual, kEqual, kNotEqual };

// One operator of a condition map; all of a map must hold. `micros` is the number in fixed point,
// 10^-6 (a count of 3 is 3,000,000; durations of `presence` are milliseconds times 10^6).
struct Threshold {
  Compare compare;
  int64_t micros;

  // Does value / divisor stand in this relation to the number? Exact; `divisor` is positive.
  bool Holds(__int128 value_micros, int64_t divisor = 1) const {
    const __int128 bound = static_cast<__int128>(micros) * divisor;
    switch (compare) {
      case Compare::kLess:
        return value_micros < bound;
      case Compare::kLessEqual:
        return value_micros <= bound;
      case Compare::kGreater:
        return value_micros > bound;
      case Compare::kGreaterEqual:
        return value_micros >= bound;
      case Compare::kEqual:
        return value_micros == bound;
      case Compare::kNotEqual:
        return value_micros != bound;
    }
    return false;
  }
};

}  // namespace sekisho
