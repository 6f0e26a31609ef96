// Confidence bounds against published values, and what must hold for all shares.
#include "evaluate/share.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace sekisho {
namespace {

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998),
// 857–872, table I, method 3 (score without continuity correction).
TEST(WilsonBounds, PublishedValues) {
  struct Vector {
    Share share;
    double low;
    double high;
  };
  for (const Vector& one : {Vector{{81, 263}, 0.2553, 0.3662}, Vector{{15, 148}, 0.0624, 0.1605},
                            Vector{{0, 20}, 0, 0.1611}, Vector{{1, 29}, 0.0061, 0.1718}}) {
    const Bounds bounds = WilsonBounds(one.share);
    EXPECT_NEAR(bounds.low, one.low, 0.00005) << one.share.part << " of " << one.share.of;
    EXPECT_NEAR(bounds.high, one.high, 0.00005) << one.share.part << " of " << one.share.of;
  }
}

TEST(WilsonBounds, NothingSaysNothing) {
  const Bounds bounds = WilsonBounds({});
  EXPECT_EQ(bounds.low, 0);
  EXPECT_EQ(bounds.high, 1);
}

TEST(WilsonBounds, EndsAreExact) {
  EXPECT_EQ(WilsonBounds({0, 7}).low, 0);
  EXPECT_EQ(WilsonBounds({7, 7}).high, 1);
}

Share AnyShare() {
  const auto of = *rc::gen::inRange<uint64_t>(1, 1'000'000);
  return {*rc::gen::inRange<uint64_t>(0, of + 1), of};
}

// The bounds are the rates p from which the observed rate is just z standard deviations of p away:
// that is what the score interval means, and says it without the formula.
RC_GTEST_PROP(WilsonBounds, LieAtTheQuantile, ()) {
  constexpr double kZ = 1.959963984540054;
  const Share share = AnyShare();
  const Bounds bounds = WilsonBounds(share);
  for (const double p : {bounds.low, bounds.high}) {
    if (p == 0 || p == 1) continue;
    const double deviation = std::sqrt(p * (1 - p) / static_cast<double>(share.of));
    RC_ASSERT(std::abs(std::abs(share.rate() - p) - kZ * deviation) < 1e-9);
  }
}

RC_GTEST_PROP(WilsonBounds, MirrorEachOther, ()) {
  const Share share = AnyShare();
  const Bounds bounds = WilsonBounds(share);
  const Bounds mirrored = WilsonBounds({share.of - share.part, share.of});
  RC_ASSERT(std::abs(bounds.low - (1 - mirrored.high)) < 1e-9);
  RC_ASSERT(bounds.low <= share.rate());
  RC_ASSERT(share.rate() <= bounds.high);
}

}  // namespace
}  // namespace sekisho
