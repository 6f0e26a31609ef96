#include "evaluate/share.h"

#include <algorithm>
#include <cmath>

namespace sekisho {
namespace {

constexpr double kNormalQuantile = 1.959963984540054;  // of 0.975

}  // namespace

Bounds WilsonBounds(const Share& share) {
  if (share.of == 0) return {};
  const auto n = static_cast<double>(share.of);
  const double rate = share.rate();
  const double z2 = kNormalQuantile * kNormalQuantile;
  const double centre = rate + z2 / (2 * n);
  const double reach = kNormalQuantile * std::sqrt(rate * (1 - rate) / n + z2 / (4 * n * n));
  const double scale = 1 + z2 / n;
  // At the ends the interval touches 0 or 1 exactly; rounding must not say otherwise.
  const double low = share.part == 0 ? 0 : std::max(0.0, (centre - reach) / scale);
  const double high = share.part == share.of ? 1 : std::min(1.0, (centre + reach) / scale);
  return {low, high};
}

}  // namespace sekisho
