#include "state/distinct_set.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr uint32_t kMax = limits::kWindowEntriesMax;

using Item = std::pair<uint64_t, int64_t>;  // value, time

std::vector<Item> ItemsOf(const DistinctSet& set) {
  std::vector<Item> items;
  set.ForEach(
      [&](const Entry& entry) { items.emplace_back(entry.value(), entry.stamp().time_ms()); });
  return items;
}

// The slowest and most obvious set of values in the order in which they were last seen.
class Model {
 public:
  void Touch(uint64_t value, int64_t time_ms) {
    const auto is_value = [value](const Item& item) { return item.first == value; };
    std::erase_if(items_, is_value);
    if (items_.size() == kMax) {
      newest_dropped_ms_ = items_.front().second;
      items_.erase(items_.begin());
    }
    items_.emplace_back(value, time_ms);
  }
  void ExpireUntil(int64_t time_ms) {
    std::erase_if(items_, [time_ms](const Item& item) { return item.second <= time_ms; });
  }
  const std::vector<Item>& items() const { return items_; }
  int64_t newest_dropped_ms() const { return newest_dropped_ms_; }

 private:
  std::vector<Item> items_;
  int64_t newest_dropped_ms_ = -1;
};

TEST(DistinctSet, ASeenValueBecomesTheNewest) {
  DistinctSet set;
  set.Touch(1, Stamp(10, 1));
  set.Touch(2, Stamp(20, 2));
  set.Touch(1, Stamp(30, 3));
  EXPECT_EQ(ItemsOf(set), (std::vector<Item>{{2, 20}, {1, 30}}));
  set.Touch(1, Stamp(40, 4));
  EXPECT_EQ(ItemsOf(set), (std::vector<Item>{{2, 20}, {1, 40}}));
}

TEST(DistinctSet, ForgetsWhatWasLastSeenAtATimeOrBefore) {
  DistinctSet set;
  for (int64_t i = 1; i <= 5; ++i) set.Touch(i, Stamp(i * 10, i));
  set.ExpireUntil(9);
  EXPECT_EQ(set.size(), 5u);
  set.ExpireUntil(10);
  EXPECT_EQ(set.size(), 4u);
  set.ExpireUntil(39);
  EXPECT_EQ(ItemsOf(set), (std::vector<Item>{{4, 40}, {5, 50}}));
  set.ExpireUntil(50);
  EXPECT_EQ(set.size(), 0u);
  set.Touch(7, Stamp(60, 6));
  EXPECT_EQ(ItemsOf(set), (std::vector<Item>{{7, 60}}));
}

TEST(DistinctSet, LosesTheLeastRecentlySeenAtTheLimit) {
  DistinctSet set;
  for (int64_t i = 0; i < kMax; ++i) set.Touch(i, Stamp(i, i));
  set.Touch(0, Stamp(kMax, kMax));
  EXPECT_EQ(set.size(), kMax);
  EXPECT_FALSE(set.DroppedAfter(-1)) << "a known value needs no room";
  set.Touch(kMax, Stamp(kMax + 1, kMax + 1));
  EXPECT_EQ(set.size(), kMax);
  EXPECT_TRUE(set.DroppedAfter(0));
  EXPECT_FALSE(set.DroppedAfter(1));
  EXPECT_EQ(ItemsOf(set).front(), (Item{2, 2}));
}

// Few low bits: the values sit on one another's places of the table, which grows on the way.
RC_GTEST_PROP(DistinctSet, IsWhatTheModelIs, (std::vector<uint32_t> steps)) {
  const uint64_t values = *rc::gen::element<uint64_t>(3, 40, 400);
  const int shift = *rc::gen::element(0, 8, 60);
  DistinctSet set;
  Model model;
  int64_t time_ms = 0;
  for (const uint32_t step : steps) {
    time_ms += step >> 28;
    for (uint32_t i = 0; i < step % 9; ++i) {
      const uint64_t value = (step / 9 + i * i) % values << shift;
      set.Touch(value, Stamp(time_ms, time_ms));
      model.Touch(value, time_ms);
    }
    if (step % 5 == 0) {
      const int64_t until_ms = time_ms - (step / 5 % 30);
      set.ExpireUntil(until_ms);
      model.ExpireUntil(until_ms);
    }
    RC_ASSERT(set.size() == model.items().size());
  }
  RC_ASSERT(ItemsOf(set) == model.items());
}

TEST(DistinctSet, AtTheLimitIsWhatTheModelIs) {
  DistinctSet set;
  Model model;
  for (int64_t i = 0; i < 3 * int64_t{kMax}; ++i) {
    // New values, with some of the older ones among them.
    const uint64_t value = i % 3 == 2 ? static_cast<uint64_t>(i / 2) : static_cast<uint64_t>(i);
    set.Touch(value << 40, Stamp(i / 2, i));
    model.Touch(value << 40, i / 2);
    if (i % 1000 == 999) {
      set.ExpireUntil(i / 2 - kMax);
      model.ExpireUntil(i / 2 - kMax);
    }
  }
  EXPECT_EQ(ItemsOf(set), model.items());
  EXPECT_TRUE(set.DroppedAfter(model.newest_dropped_ms() - 1));
  EXPECT_FALSE(set.DroppedAfter(model.newest_dropped_ms()));
}

TEST(DistinctSets, NumbersStartAtOneAndAreUsedAgain) {
  DistinctSets sets;
  EXPECT_EQ(sets.bytes_used(), 0u);
  const uint32_t first = sets.Make();
  const uint32_t second = sets.Make();
  EXPECT_EQ(first, 1u);
  EXPECT_EQ(second, 2u);
  sets[first].Touch(1, Stamp(1, 1));
  sets[second].Touch(2, Stamp(2, 2));
  const size_t bytes = sets.bytes_used();
  sets.Free(first);
  EXPECT_LT(sets.bytes_used(), bytes);
  EXPECT_EQ(sets.Make(), first);
  EXPECT_EQ(sets[first].size(), 0u) << "a set that is used again begins empty";
  EXPECT_EQ(sets[second].size(), 1u);
}

}  // namespace
}  // namespace sekisho
