#include "state/key_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <vector>

namespace sekisho {
namespace {

Key KeyOf(uint64_t number) { return HashBytes(std::to_string(number), 1); }

void Write(const KeyTable& table, uint32_t record, uint64_t value) {
  std::memcpy(table.Payload(record), &value, sizeof value);
}
uint64_t Read(const KeyTable& table, uint32_t record) {
  uint64_t value;
  std::memcpy(&value, table.Payload(record), sizeof value);
  return value;
}
bool IsZero(const KeyTable& table, uint32_t record) {
  const std::byte* payload = table.Payload(record);
  return std::all_of(payload, payload + table.payload_bytes(),
                     [](std::byte byte) { return byte == std::byte{0}; });
}

TEST(KeyTable, FindsWhatWasInserted) {
  KeyTable table(24);
  EXPECT_EQ(table.Find(KeyOf(1)), 0u);
  const uint32_t record = table.FindOrInsert(KeyOf(1));
  EXPECT_NE(record, 0u);
  EXPECT_EQ(table.FindOrInsert(KeyOf(1)), record);
  EXPECT_EQ(table.Find(KeyOf(1)), record);
  EXPECT_EQ(table.KeyOf(record), KeyOf(1));
  EXPECT_EQ(table.size(), 1u);
  EXPECT_TRUE(IsZero(table, record));
}

TEST(KeyTable, HasAtLeastTheRoomThatWasAskedFor) {
  for (const size_t bytes :
       {0, 1, 15, 16, 47, 48, 49, 63, 100, 1000, 70'000, 1'000'000, 3'000'000}) {
    KeyTable table(bytes);
    EXPECT_GE(table.payload_bytes(), bytes);
    for (uint64_t i = 0; i < 5; ++i) {
      const uint32_t record = table.FindOrInsert(KeyOf(i));
      EXPECT_EQ(reinterpret_cast<uintptr_t>(table.Payload(record)) % 16, 0u);
      EXPECT_TRUE(IsZero(table, record));
      std::memset(table.Payload(record), 0xff, bytes);
    }
    for (uint64_t i = 0; i < 5; ++i) EXPECT_NE(table.Find(KeyOf(i)), 0u) << bytes;
  }
}

TEST(KeyTable, ARecordThatIsUsedAgainBeginsAsZeros) {
  KeyTable table(100);
  const uint32_t record = table.FindOrInsert(KeyOf(1));
  std::memset(table.Payload(record), 0xff, 100);
  table.Erase(record);
  EXPECT_EQ(table.Find(KeyOf(1)), 0u);
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.FindOrInsert(KeyOf(2)), record);
  EXPECT_TRUE(IsZero(table, record));
}

TEST(KeyTable, RecordsStayWhereTheyAreWhenItGrows) {
  KeyTable table(32);
  std::vector<const std::byte*> places;
  for (uint64_t i = 0; i < 50'000; ++i) {
    const uint32_t record = table.FindOrInsert(KeyOf(i));
    Write(table, record, i);
    places.push_back(table.Payload(record));
  }
  EXPECT_EQ(table.size(), 50'000u);
  for (uint64_t i = 0; i < 50'000; ++i) {
    const uint32_t record = table.Find(KeyOf(i));
    ASSERT_NE(record, 0u);
    ASSERT_EQ(table.Payload(record), places[i]);
    ASSERT_EQ(Read(table, record), i);
  }
  EXPECT_GE(table.bytes_used(), 50'000u * 48);
}

TEST(KeyTable, IsFullBeforeItDoublesItsSlots) {
  KeyTable table(16);
  size_t doublings = 0;
  for (uint64_t i = 0; i < 10'000; ++i) {
    const bool full = table.full();
    const size_t before = table.bytes_used() - table.size() * 32;
    table.FindOrInsert(KeyOf(i));
    const size_t after = table.bytes_used() - table.size() * 32;
    ASSERT_EQ(after, full ? 2 * before : before);
    doublings += full;
  }
  EXPECT_GT(doublings, 5u);
}

TEST(KeyTable, VisitsEveryRecordOnceAndMayEraseIt) {
  KeyTable table(16);
  for (uint64_t i = 0; i < 1000; ++i) Write(table, table.FindOrInsert(KeyOf(i)), i);
  std::set<uint64_t> seen;
  table.ForEach([&](uint32_t record) {
    const uint64_t number = Read(table, record);
    EXPECT_TRUE(seen.insert(number).second);
    if (number % 2 == 0) table.Erase(record);
  });
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_EQ(table.size(), 500u);
  for (uint64_t i = 0; i < 1000; ++i) EXPECT_EQ(table.Find(KeyOf(i)) != 0, i % 2 == 1);
}

// Keys of few different hashes, so that runs of slots grow together, wrap around the end of the
// table, share their tags, and are torn apart again.
RC_GTEST_PROP(KeyTable, IsAMap, (std::vector<uint16_t> steps)) {
  const uint64_t homes = *rc::gen::element<uint64_t>(1, 4, 1000);
  KeyTable table(8);
  std::map<std::pair<uint64_t, uint64_t>, uint64_t> expected;
  uint64_t number = 0;
  for (const uint16_t step : steps) {
    // 62 and 63 are the last slots of a table of 64.
    const Key key{uint64_t{step} % 7 << 32 | step % 3, (step / 4 % homes) + 62};
    const std::pair<uint64_t, uint64_t> id(key.high, key.low);
    if (step % 4 != 0) {
      const bool is_new = expected.count(id) == 0;
      const uint32_t record = table.FindOrInsert(key);
      RC_ASSERT(table.KeyOf(record) == key);
      RC_ASSERT(Read(table, record) == (is_new ? 0 : expected[id]));
      Write(table, record, ++number);
      expected[id] = number;
    } else if (expected.erase(id) > 0) {
      table.Erase(table.Find(key));
    } else {
      RC_ASSERT(table.Find(key) == 0u);
    }
    RC_ASSERT(table.size() == expected.size());
  }
  for (const auto& [id, value] : expected) {
    const Key key{id.first, id.second};
    table.PrefetchSlot(key);
    RC_ASSERT(table.Find(key) != 0u);
    RC_ASSERT(Read(table, table.Find(key)) == value);
  }
  std::set<std::pair<uint64_t, uint64_t>> visited;
  table.ForEach(
      [&](uint32_t record) { visited.emplace(table.KeyOf(record).high, table.KeyOf(record).low); });
  RC_ASSERT(visited.size() == expected.size());
}

}  // namespace
}  // namespace sekisho
