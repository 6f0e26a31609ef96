#include "state/links.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sekisho {
namespace {

constexpr uint64_t kMax = limits::kLinkAccountsMax;

Key Account(uint64_t number) { return HashBytes("u" + std::to_string(number), 1); }
Key Identifier(uint64_t number) { return HashBytes("d" + std::to_string(number), 1); }

// What one use of an identifier made.
struct Made {
  std::vector<std::pair<Key, int64_t>> links;  // the earlier account, and since when
  int hubs = 0;
  bool operator==(const Made&) const = default;
};

class Table {
 public:
  Made Add(uint64_t identifier, uint64_t account, int64_t time_ms) {
    Made made;
    table_.Add(
        Identifier(identifier), Account(account), Stamp(time_ms, static_cast<EventRef>(time_ms)),
        [&](const LinkedAccount& earlier) {
          made.links.emplace_back(earlier.account(), earlier.since().time_ms());
        },
        [&] { ++made.hubs; });
    return made;
  }
  const LinkTable& table() const { return table_; }

 private:
  BlockPool pool_;
  LinkTable table_{&pool_};
};

TEST(Links, TheFirstAccountIsLinkedToNobody) {
  Table table;
  EXPECT_EQ(table.Add(1, 1, 10), Made());
  EXPECT_EQ(table.Add(1, 1, 20), Made()) << "nor to itself";
  EXPECT_EQ(table.Add(2, 1, 30), Made());
  EXPECT_EQ(table.table().size(), 2u);
}

TEST(Links, EveryPairIsMadeOnceWithTheTimeOfTheFirstUse) {
  Table table;
  table.Add(1, 1, 10);
  table.Add(1, 1, 15);
  EXPECT_EQ(table.Add(1, 2, 20), (Made{{{Account(1), 10}}, 0}));
  EXPECT_EQ(table.Add(1, 3, 30), (Made{{{Account(1), 10}, {Account(2), 20}}, 0}));
  for (uint64_t account = 1; account <= 3; ++account) {
    EXPECT_EQ(table.Add(1, account, 40), Made());
  }
}

TEST(Links, IdentifiersKnowNothingOfOneAnother) {
  Table table;
  table.Add(1, 1, 10);
  EXPECT_EQ(table.Add(2, 2, 20), Made());
  EXPECT_EQ(table.Add(2, 1, 30), (Made{{{Account(2), 20}}, 0}));
}

TEST(Links, BeyondTheLimitItIsAHub) {
  Table table;
  for (uint64_t account = 0; account <= kMax; ++account) {
    const Made made = table.Add(1, account, static_cast<int64_t>(account));
    ASSERT_EQ(made.links.size(), account) << "linked to every earlier one, 32 at most";
    ASSERT_EQ(made.hubs, 0);
  }
  EXPECT_EQ(table.Add(1, 5, 100), Made()) << "a known account";
  EXPECT_EQ(table.Add(1, kMax + 1, 100), (Made{{}, 1}));
  EXPECT_EQ(table.Add(1, kMax + 1, 101), Made());
  EXPECT_EQ(table.Add(1, kMax + 2, 102), Made()) << "the hub is told once";
  EXPECT_EQ(table.Add(2, kMax + 2, 103), Made()) << "other identifiers are as before";
  EXPECT_EQ(table.Add(2, kMax + 1, 104), (Made{{{Account(kMax + 2), 103}}, 0}));
}

RC_GTEST_PROP(Links, AreWhatTheModelSays, (std::vector<uint16_t> steps)) {
  const uint64_t identifiers = *rc::gen::inRange<uint64_t>(1, 4);
  const uint64_t accounts = *rc::gen::element<uint64_t>(4, 33, 34, 60);
  Table table;
  std::map<uint64_t, std::vector<std::pair<uint64_t, int64_t>>> known;
  int64_t time_ms = 0;
  for (const uint16_t step : steps) {
    const uint64_t identifier = step % identifiers;
    const uint64_t account = step / 4 % accounts;
    auto& earlier = known[identifier];
    Made expected;
    const bool is_new = std::none_of(earlier.begin(), earlier.end(),
                                     [&](const auto& entry) { return entry.first == account; });
    if (is_new) {
      if (earlier.size() <= kMax) {
        for (const auto& [other, since] : earlier) {
          expected.links.emplace_back(Account(other), since);
        }
      }
      expected.hubs = earlier.size() == kMax + 1;
      earlier.emplace_back(account, ++time_ms);
    }
    RC_ASSERT(table.Add(identifier, account, time_ms) == expected);
  }
}

}  // namespace
}  // namespace sekisho
