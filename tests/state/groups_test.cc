#include "state/groups.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace sekisho {
namespace {

Key Account(uint64_t number) { return HashBytes(std::to_string(number), 1); }

Link LinkOf(uint64_t a, uint64_t b, int64_t time_ms) {
  Link link;
  link.account_a = Account(a);
  link.account_b = Account(b);
  link.at = Stamp(time_ms, static_cast<EventRef>(time_ms));
  return link;
}

std::vector<Key> Accounts(std::initializer_list<uint64_t> numbers) {
  std::vector<Key> keys;
  for (const uint64_t number : numbers) keys.push_back(Account(number));
  return keys;
}

TEST(Groups, ThereAreNoneWithoutLinks) {
  const Groups groups;
  EXPECT_TRUE(groups.Snapshot().empty());
  EXPECT_TRUE(groups.links().empty());
}

TEST(Groups, AreNamedByTheAccountThatWasLinkedFirst) {
  Groups groups;
  groups.Add(LinkOf(5, 3, 1));
  groups.Add(LinkOf(9, 8, 2));
  groups.Add(LinkOf(3, 1, 3));
  const std::vector<Groups::Group> all = groups.Snapshot();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].accounts, Accounts({5, 3, 1}));
  EXPECT_EQ(all[0].links, (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(all[1].accounts, Accounts({9, 8}));
  EXPECT_EQ(all[1].links, (std::vector<uint32_t>{1}));
}

TEST(Groups, TheOlderNameSurvivesAMerge) {
  // Whichever account makes the link, and however the younger group grew.
  for (const bool swapped : {false, true}) {
    Groups groups;
    groups.Add(LinkOf(1, 2, 1));
    groups.Add(LinkOf(7, 8, 2));
    groups.Add(LinkOf(8, 9, 3));
    groups.Add(LinkOf(9, 10, 4));
    EXPECT_EQ(groups.Snapshot().size(), 2u);
    groups.Add(swapped ? LinkOf(10, 2, 5) : LinkOf(2, 10, 5));
    const std::vector<Groups::Group> all = groups.Snapshot();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].accounts, Accounts({1, 2, 7, 8, 9, 10}));
    EXPECT_EQ(all[0].links, (std::vector<uint32_t>{0, 1, 2, 3, 4}));
  }
}

TEST(Groups, ALinkInsideOfAGroupIsKept) {
  Groups groups;
  groups.Add(LinkOf(1, 2, 1));
  groups.Add(LinkOf(2, 1, 2));  // by another identifier
  ASSERT_EQ(groups.Snapshot().size(), 1u);
  EXPECT_EQ(groups.Snapshot()[0].links.size(), 2u);
  EXPECT_EQ(groups.links()[1].at.time_ms(), 2);
}

TEST(Groups, AreFastOnALongChain) {
  Groups groups;
  constexpr uint64_t kLinks = 200'000;
  // Every link merges an older group into a younger one at its far end.
  for (uint64_t i = 0; i < kLinks; i += 2) groups.Add(LinkOf(i, i + 1, 1));
  for (uint64_t i = kLinks; i-- > 1;) groups.Add(LinkOf(i, i - 1, 2));
  const std::vector<Groups::Group> all = groups.Snapshot();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].accounts.size(), kLinks);
  EXPECT_EQ(all[0].accounts[0], Account(0));
  EXPECT_GT(groups.bytes_used(), kLinks * sizeof(Link));
}

// What groups must be: each link paints the accounts of both sides in one colour.
RC_GTEST_PROP(Groups, AreConnectedAccounts, (std::vector<std::pair<uint8_t, uint8_t>> pairs)) {
  const uint64_t accounts = *rc::gen::element<uint64_t>(6, 30, 200);
  Groups groups;
  std::vector<uint64_t> seen;  // in the order of the first link
  std::vector<size_t> colours(accounts);
  std::iota(colours.begin(), colours.end(), size_t{0});
  std::vector<uint64_t> starts;  // account_a of each link
  for (const auto& [first, second] : pairs) {
    const uint64_t a = first % accounts;
    const uint64_t b = second % accounts;
    if (a == b) continue;  // an account is never linked to itself
    groups.Add(LinkOf(a, b, static_cast<int64_t>(starts.size())));
    starts.push_back(a);
    for (const uint64_t account : {a, b}) {
      if (std::count(seen.begin(), seen.end(), account) == 0) seen.push_back(account);
    }
    std::replace(colours.begin(), colours.end(), size_t{colours[b]}, size_t{colours[a]});
  }
  std::vector<Groups::Group> expected;
  std::vector<size_t> group_colours;
  for (const uint64_t account : seen) {
    const auto found = std::find(group_colours.begin(), group_colours.end(), colours[account]);
    const auto at = static_cast<size_t>(found - group_colours.begin());
    if (found == group_colours.end()) {
      group_colours.push_back(colours[account]);
      expected.emplace_back();
    }
    expected[at].accounts.push_back(Account(account));
  }
  for (uint32_t i = 0; i < starts.size(); ++i) {
    const auto found = std::find(group_colours.begin(), group_colours.end(), colours[starts[i]]);
    expected[static_cast<size_t>(found - group_colours.begin())].links.push_back(i);
  }
  const std::vector<Groups::Group> found = groups.Snapshot();
  RC_ASSERT(found.size() == expected.size());
  for (size_t i = 0; i < found.size(); ++i) {
    RC_ASSERT(found[i].accounts == expected[i].accounts);
    RC_ASSERT(found[i].links == expected[i].links);
  }
}

}  // namespace
}  // namespace sekisho
