#include "state/stamp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr EventRef kRefEnd = EventRef{1} << 48;

TEST(Stamp, HoldsEveryTimeAndReferenceThatThereIs) {
  for (const int64_t time_ms : {limits::kTimeMsMin, int64_t{0xffffffff}, int64_t{0x100000000},
                                limits::kTimeMsEnd - 1, limits::kTimeMsEnd}) {
    for (const EventRef ref :
         {EventRef{0}, EventRef{0xffffffff}, EventRef{0x100000000}, kRefEnd - 1}) {
      const Stamp stamp(time_ms, ref);
      EXPECT_EQ(stamp.time_ms(), time_ms);
      EXPECT_EQ(stamp.ref(), ref);
    }
  }
}

TEST(Stamp, OfZerosIsTheFirstEventAtTheFirstTime) {
  EXPECT_EQ(Stamp(), Stamp(0, 0));
  EXPECT_EQ(Entry().stamp(), Stamp());
  EXPECT_EQ(Entry().value(), 0u);
}

RC_GTEST_PROP(Stamp, GivesBackWhatItTook, (uint64_t random_time, uint64_t random_ref)) {
  const auto time_ms = static_cast<int64_t>(random_time % limits::kTimeMsEnd);
  const EventRef ref = random_ref % kRefEnd;
  const Entry entry(Stamp(time_ms, ref), random_time ^ random_ref);
  RC_ASSERT(entry.stamp().time_ms() == time_ms);
  RC_ASSERT(entry.stamp().ref() == ref);
  RC_ASSERT(entry.value() == (random_time ^ random_ref));
  RC_ASSERT(entry.stamp() == Stamp(time_ms, ref));
  RC_ASSERT(!(entry.stamp() == Stamp(time_ms, ref ^ 1)));
  RC_ASSERT(!(entry.stamp() == Stamp(time_ms ^ 1, ref)));
}

}  // namespace
}  // namespace sekisho
