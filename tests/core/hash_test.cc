#include "core/hash.h"

#include <gtest/gtest.h>

#include <string>

namespace sekisho {
namespace {

TEST(Hash, DependsOnBytesAndSeed) {
  EXPECT_EQ(HashBytes("a", 1), HashBytes("a", 1));
  EXPECT_NE(HashBytes("a", 1), HashBytes("b", 1));
  EXPECT_NE(HashBytes("a", 1), HashBytes("a", 2));
  EXPECT_NE(HashBytes("", 1), Key{});
}

TEST(Hash, MatchesTheSpecificationOfXxh3) {
  // XXH3_128bits of no bytes with seed 0 is 99aa06d3014798d86001c324468d497f (the sanity vectors
  // of the reference implementation).
  EXPECT_EQ(HashBytes("", 0), (Key{0x99aa06d3014798d8, 0x6001c324468d497f}));
}

TEST(Hash, TuplesDependOnTheOrderAndPairsDoNot) {
  const Key a = HashBytes("a", 1);
  const Key b = HashBytes("b", 1);
  const Key ab[] = {a, b};
  const Key ba[] = {b, a};
  const Key one[] = {a};
  EXPECT_NE(CombineKeys(ab, 1), CombineKeys(ba, 1));
  EXPECT_EQ(CombineKeys(one, 1), a);
  EXPECT_EQ(PairKey(a, b, 1), PairKey(b, a, 1));
  EXPECT_NE(PairKey(a, b, 1), PairKey(a, a, 1));
}

}  // namespace
}  // namespace sekisho
