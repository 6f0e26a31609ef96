#include "facts/events/time_zone.h"

#include <gtest/gtest.h>

#include <string>

#include "core/time.h"

namespace sekisho {
namespace {

std::optional<int64_t> Offset(std::string_view name, std::string_view time) {
  return ZoneOffsetMinutes(name, ParseTime(time).value());
}

TEST(TimeZone, OffsetAtTheTimeOfTheEvent) {
  struct Case {
    const char* name;
    const char* time;
    int64_t minutes;
  };
  const Case kCases[] = {
      {"Asia/Tokyo", "2026-04-01T00:00:00Z", 540},
      {"Asia/Seoul", "2026-04-01T00:00:00Z", 540},
      {"Asia/Kathmandu", "2026-04-01T00:00:00Z", 345},
      {"America/New_York", "2026-03-08T06:59:59Z", -300},
      {"America/New_York", "2026-03-08T07:00:00Z", -240},
      {"Australia/Lord_Howe", "2026-07-01T00:00:00Z", 630},
      {"Etc/GMT-9", "2026-04-01T00:00:00Z", 540},
      {"Asia/Pyongyang", "2016-01-01T00:00:00Z", 510},
      {"UTC", "2026-04-01T00:00:00Z", 0},
      {"Japan", "2026-04-01T00:00:00Z", 540},
  };
  for (const Case& c : kCases) EXPECT_EQ(Offset(c.name, c.time), c.minutes) << c.name << c.time;
}

TEST(TimeZone, OnlyNamesOfTheDatabase) {
  for (const char* name : {"", "IST", "JST", "BST", "GMT+9", "asia/tokyo", "Asia/Nowhere",
                           "Etc/Unknown", "localtime", "/etc/passwd", "../../etc/passwd",
                           "file:/dev/zero", "Asia/", "/", "日本/東京", "\xff/\xff"}) {
    EXPECT_EQ(Offset(name, "2026-04-01T00:00:00Z"), std::nullopt) << name;
  }
  EXPECT_EQ(Offset("Asia/" + std::string(1000, 'a'), "2026-04-01T00:00:00Z"), std::nullopt);
}

TEST(TimeZone, TheWholeRangeOfTimes) {
  EXPECT_EQ(Offset("Asia/Tokyo", "1970-01-01T00:00:00Z"), 540);
  EXPECT_EQ(Offset("Asia/Tokyo", "2262-12-31T23:59:59Z"), 540);
}

}  // namespace
}  // namespace sekisho
