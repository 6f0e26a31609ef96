#include "service/row_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <set>

#include "engine/plan.h"

namespace sekisho {
namespace {

constexpr int64_t kNowMs = 1'775'000'000'000;
constexpr int64_t kYear9999Ms = 253'400'000'000'000;

// A row without touches, whose sequence tells it from others of its time.
void AddRow(int64_t time_ms, int64_t sequence, RowBlock* block) {
  const RowIdentity identity = {sequence, 0, 0};
  Row row;
  row.time_ms = time_ms;
  row.payload = reinterpret_cast<const std::byte*>(&identity);
  row.payload_bytes = sizeof identity;
  block->AddCopy(row);
}

class RowSort : public testing::TestWithParam<uint32_t> {
 protected:
  // Deals the times into blocks of different sizes, one of them empty, and checks the sorted rows.
  void Check(const std::vector<int64_t>& times) {
    const RuleSet rules;
    const StatusOr<Plan> plan = Plan::Make(rules, 0);
    ASSERT_TRUE(plan.ok());
    ReadBlocks blocks;
    std::set<const Row*> expected;
    size_t next = 0;
    for (size_t size = 0; next < times.size(); size = 3 * size + 1) {
      blocks.push_back(std::make_unique<ReadBlock>(*plan, 1));
      for (size_t i = 0; i < size && next < times.size(); ++i, ++next) {
        AddRow(times[next], static_cast<int64_t>(next % 7), &blocks.back()->rows());
      }
      for (const Row& row : blocks.back()->rows().rows()) expected.insert(&row);
    }
    ThreadTeam team(GetParam());
    const SortedRows sorted(blocks, &team);
    std::set<const Row*> found;
    for (size_t i = 0; i < sorted.rows().size(); ++i) {
      const TimedRow& one = sorted.rows()[i];
      EXPECT_EQ(one.time_ms, one.row->time_ms);
      const TimedRow& before = sorted.rows()[i == 0 ? 0 : i - 1];
      EXPECT_FALSE(*one.row < *before.row) << "at " << i;
      found.insert(one.row);
    }
    EXPECT_EQ(sorted.rows().size(), times.size());
    EXPECT_EQ(found, expected);
  }

  std::mt19937_64 random_{7};
};

TEST_P(RowSort, OfNothing) { Check({}); }

TEST_P(RowSort, OfAMonthWithinADay) {
  std::vector<int64_t> times;
  for (int64_t i = 0; i < 20'000; ++i) {
    times.push_back(kNowMs + i * 130'000 + static_cast<int64_t>(random_() % 86'400'000));
  }
  Check(times);
}

TEST_P(RowSort, OfOneMoment) { Check(std::vector<int64_t>(5'000, kNowMs)); }

TEST_P(RowSort, WithTimesFarAway) {
  std::vector<int64_t> times = {kYear9999Ms, -kYear9999Ms, 0};
  for (int i = 0; i < 9'000; ++i) {
    times.push_back(kNowMs + static_cast<int64_t>(random_() % 1'000'000));
  }
  std::shuffle(times.begin(), times.end(), random_);
  Check(times);
}

TEST_P(RowSort, OfTwoYearsFarApart) {
  std::vector<int64_t> times;
  for (int i = 0; i < 9'000; ++i) {
    times.push_back((i % 2 == 0 ? kNowMs : -kYear9999Ms) + static_cast<int64_t>(random_() % 50));
  }
  Check(times);
}

INSTANTIATE_TEST_SUITE_P(Members, RowSort, testing::Values(1, 2, 3));

}  // namespace
}  // namespace sekisho
