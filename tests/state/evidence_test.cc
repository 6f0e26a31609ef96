#include "state/evidence.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <vector>

namespace sekisho {
namespace {

constexpr uint64_t kMax = limits::kEvidenceMax;

TEST(Evidence, KeepsTheFirstAndTheNewestHalf) {
  Evidence evidence;
  for (EventRef event = 0; event < kMax; ++event) evidence.Add(event);
  EXPECT_EQ(evidence.events().size(), kMax);
  for (EventRef event = kMax; event < 1000; ++event) evidence.Add(event);
  EXPECT_EQ(evidence.total(), 1000u);
  ASSERT_EQ(evidence.events().size(), kMax);
  for (size_t i = 0; i < kMax / 2; ++i) {
    EXPECT_EQ(evidence.events()[i], i);
    EXPECT_EQ(evidence.events()[kMax / 2 + i], 1000 - kMax / 2 + i);
  }
}

TEST(Evidence, AnEventThatIsListedCountsOnce) {
  Evidence evidence;
  for (const EventRef event : {5, 7, 7, 5, 6, 6}) evidence.Add(event);
  EXPECT_EQ(evidence.events(), (std::vector<EventRef>{5, 6, 7}));
  EXPECT_EQ(evidence.total(), 3u);
}

TEST(Evidence, CountsWhatSomebodyElseLetGo) {
  Evidence evidence;
  evidence.AddUnlisted(100);
  evidence.Add(1);
  EXPECT_EQ(evidence.total(), 101u);
  EXPECT_EQ(evidence.events(), (std::vector<EventRef>{1}));
}

// In any order, as long as no more than the limit are there.
RC_GTEST_PROP(Evidence, IsASet, (std::vector<uint8_t> events)) {
  Evidence evidence;
  std::set<EventRef> expected;
  for (const uint8_t event : events) {
    if (expected.size() == kMax && expected.count(event) == 0) continue;
    evidence.Add(event);
    expected.insert(event);
  }
  RC_ASSERT(evidence.events() == std::vector<EventRef>(expected.begin(), expected.end()));
  RC_ASSERT(evidence.total() == expected.size());
}

}  // namespace
}  // namespace sekisho
