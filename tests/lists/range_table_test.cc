#include "lists/range_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace sekisho {
namespace {

using Values = std::vector<uint32_t>;

RangeTable::Entry Entry(const char* range, uint32_t value) {
  return {*ParseAddressRange(range), value};
}

Values Found(const RangeTable& table, const char* address) {
  const auto found = table.Find(*ParseAddress(address));
  return {found.begin(), found.end()};
}

bool Holds(const AddressRange& range, const Address& address) {
  return range.first.v4 == address.v4 && !(address < range.first) && !(range.Last() < address);
}

// What the table must find, found by looking at every range.
Values Oracle(const std::vector<RangeTable::Entry>& entries, const Address& address) {
  std::vector<const RangeTable::Entry*> holding;
  for (const RangeTable::Entry& entry : entries) {
    if (Holds(entry.range, address)) holding.push_back(&entry);
  }
  std::stable_sort(holding.begin(), holding.end(),
                   [](const auto* a, const auto* b) { return a->range.prefix > b->range.prefix; });
  Values values;
  for (const RangeTable::Entry* entry : holding) values.push_back(entry->value);
  return values;
}

TEST(RangeTable, LongestPrefixFirst) {
  const RangeTable table({Entry("10.0.0.0/8", 1), Entry("10.0.2.0/24", 2),
                          Entry("10.0.2.128/25", 3), Entry("10.0.2.128/25", 4),
                          Entry("2001:db8::/32", 5), Entry("2001:db8:1::/48", 6)});
  EXPECT_EQ(Found(table, "10.0.1.255"), Values{1});
  EXPECT_EQ(Found(table, "10.0.2.127"), (Values{2, 1}));
  EXPECT_EQ(Found(table, "10.0.2.128"), (Values{3, 4, 2, 1}));
  EXPECT_EQ(Found(table, "10.0.3.0"), Values{1});
  EXPECT_EQ(Found(table, "172.16.0.0"), Values{});
  EXPECT_EQ(Found(table, "::ffff:10.0.2.1"), (Values{2, 1}));
  EXPECT_EQ(Found(table, "2001:db8:1::7"), (Values{6, 5}));
  EXPECT_EQ(Found(table, "2001:db8:2::"), Values{5});
  EXPECT_EQ(Found(table, "::10.0.2.1"), Values{});
}

TEST(RangeTable, EmptyAndWhole) {
  EXPECT_EQ(Found(RangeTable(), "192.0.2.1"), Values{});
  EXPECT_EQ(Found(RangeTable(std::vector<RangeTable::Entry>()), "::1"), Values{});
  const RangeTable whole({Entry("0.0.0.0/0", 1), Entry("::/0", 2), Entry("255.255.255.255", 3)});
  EXPECT_EQ(Found(whole, "0.0.0.0"), Values{1});
  EXPECT_EQ(Found(whole, "255.255.255.255"), (Values{3, 1}));
  EXPECT_EQ(Found(whole, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), Values{2});
}

// Ranges close together, so that they contain, touch and equal each other.
RC_GTEST_PROP(RangeTableProperty, FindsWhatLookingAtEveryRangeFinds, ()) {
  std::vector<RangeTable::Entry> entries;
  const bool v4 = *rc::gen::arbitrary<bool>();
  const int bits = v4 ? 32 : 128;
  const size_t count = *rc::gen::inRange<size_t>(0, 60);
  std::vector<Address> asked;
  const auto address = [&] {
    Address one{v4, 0, 0};
    const uint64_t number = *rc::gen::inRange<uint64_t>(0, 512);
    if (v4) {
      one.low = *rc::gen::element<uint64_t>(0, 0xc0000200, 0xfffffe00) + number;
    } else {
      one.high = *rc::gen::element<uint64_t>(0, 0x20010db800000000, 0xffffffffffffffff);
      one.low = *rc::gen::element<uint64_t>(0, 0xfffffffffffffe00) + number;
    }
    return one;
  };
  for (size_t i = 0; i < count; ++i) {
    const int prefix = *rc::gen::weightedOneOf<int>(
        {{8, rc::gen::inRange(bits - 10, bits + 1)}, {1, rc::gen::inRange(0, bits + 1)}});
    const AddressRange range =
        *ParseAddressRange(FormatAddressRange({address(), prefix}));  // clears the host bits
    entries.push_back({range, static_cast<uint32_t>(i)});
    asked.push_back(range.first);
    asked.push_back(range.Last());
  }
  for (int i = 0; i < 20; ++i) asked.push_back(address());
  const RangeTable table(entries);
  for (const Address& one : asked) {
    const auto found = table.Find(one);
    RC_ASSERT(Values(found.begin(), found.end()) == Oracle(entries, one));
  }
}

TEST(AddressRange, ReadsAndWrites) {
  const auto form = [](const char* text) {
    const std::optional<AddressRange> range = ParseAddressRange(text);
    return range ? FormatAddressRange(*range) : "none";
  };
  EXPECT_EQ(form("192.0.2.77/24"), "192.0.2.0/24");
  EXPECT_EQ(form("192.0.2.1"), "192.0.2.1/32");
  EXPECT_EQ(form("::ffff:192.0.2.0/120"), "192.0.2.0/24");
  EXPECT_EQ(form("2001:db8:ffff::/33"), "2001:db8:8000::/33");
  EXPECT_EQ(form("::/0"), "::/0");
  for (const char* bad :
       {"", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/", "192.0.2.0/8x", "192.0.02.0",
        "2001:db8::/129", "::ffff:192.0.2.0/90", "example.com", "192.0.2", "1.2.3.4.5"}) {
    EXPECT_EQ(form(bad), "none") << bad;
  }
}

TEST(Address, ReadsWhatEventsHold) {
  for (const char* same : {"192.0.2.1", " 192.0.2.1 ", "::ffff:192.0.2.1", "192.0.2.1:443",
                           "[::ffff:c000:201]:443", "::ffff:192.0.2.1%eth0"}) {
    const std::optional<Address> address = ParseAddress(same);
    ASSERT_TRUE(address) << same;
    EXPECT_EQ(*address, (Address{true, 0, 0xc0000201})) << same;
  }
  EXPECT_EQ(*ParseAddress("2001:db8:1:2::/64"), *ParseAddress("2001:db8:1:2::"));
  for (const char* bad : {"", "x", "[::1", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "2001:db8::1::"}) {
    EXPECT_FALSE(ParseAddress(bad)) << bad;
  }
}

}  // namespace
}  // namespace sekisho
