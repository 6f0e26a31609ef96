#include "core/time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "core/limits.h"

namespace sekisho {
namespace {

TEST(ParseTime, ReadsRfc3339AndMilliseconds) {
  const struct {
    const char* text;
    int64_t time_ms;
  } kCases[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"0", 0},
      {"1775002200000", 1775002200000},
      {"2026-04-01T00:10:00Z", 1775002200000},
      {"2026-04-01T09:10:00+09:00", 1775002200000},
      {"2026-03-31T19:10:00-05:00", 1775002200000},
      {"2026-03-31T19:10:00-0500", 1775002200000},
      {"2026-04-01 00:10:00Z", 1775002200000},
      {"2026-04-01t00:10:00z", 1775002200000},
      {"2026-04-01T00:10:00.2Z", 1775002200200},
      {"2026-04-01T00:10:00.25Z", 1775002200250},
      {"2026-04-01T00:10:00.250999999Z", 1775002200250},
      {"2024-02-29T00:00:00Z", 1709164800000},
      {"2000-02-29T00:00:00Z", 951782400000},
      {"2016-12-31T23:59:60Z", 1483228800000},
      {"2262-12-31T23:59:59.999Z", limits::kTimeMsEnd - 1},
  };
  for (const auto& c : kCases) {
    const StatusOr<int64_t> time = ParseTime(c.text);
    ASSERT_TRUE(time.ok()) << c.text << ": " << time.status().message();
    EXPECT_EQ(*time, c.time_ms) << c.text;
  }
}

TEST(ParseTime, RefusesTheRestAndSaysWhatToWrite) {
  const struct {
    const char* text;
    const char* why;
  } kCases[] = {
      {"", "cannot be read"},
      {"-", "cannot be read"},
      {"yesterday", "cannot be read"},
      {"2026-04-01", "cannot be read"},
      {"2026-4-1T00:10:00Z", "cannot be read"},
      {"2026-04-01T00:10Z", "cannot be read"},
      {"2026-04-01T00:10:00", "has no offset"},
      {"2026-04-01T00:10:00.Z", "no digits after the point"},
      {"2026-04-01T00:10:00+9", "cannot be read"},
      {"2026-04-01T00:10:00+24:00", "cannot be read"},
      {"2026-04-01T00:10:00Zz", "cannot be read"},
      {"2026-00-01T00:10:00Z", "no date of the calendar"},
      {"2026-13-01T00:10:00Z", "no date of the calendar"},
      {"2026-02-29T00:10:00Z", "no date of the calendar"},
      {"1900-02-29T00:10:00Z", "no date of the calendar"},
      {"2026-04-01T24:00:00Z", "no date of the calendar"},
      {"2026-04-01T00:60:00Z", "no date of the calendar"},
      {"2026-04-01T00:00:61Z", "no date of the calendar"},
      {"1969-12-31T23:59:59Z", "1970 to 2262"},
      {"2263-01-01T00:00:00Z", "1970 to 2262"},
      {"9999-12-31T23:59:59Z", "1970 to 2262"},
      {"-1", "1970 to 2262"},
      {"9246182400000", "1970 to 2262"},
      {"99999999999999999999999", "1970 to 2262"},
      {"1775002200000.5", "cannot be read"},
      {"1e12", "cannot be read"},
  };
  for (const auto& c : kCases) {
    const StatusOr<int64_t> time = ParseTime(c.text);
    ASSERT_FALSE(time.ok()) << c.text;
    const std::string message(time.status().message());
    EXPECT_NE(message.find(c.why), std::string::npos) << message;
    EXPECT_NE(message.find("RFC 3339"), std::string::npos) << message;
  }
}

RC_GTEST_PROP(FormatTime, IsReadBackAsTheSameTime, ()) {
  const int64_t time_ms = *rc::gen::inRange<int64_t>(limits::kTimeMsMin, limits::kTimeMsEnd);
  const StatusOr<int64_t> read = ParseTime(FormatTime(time_ms));
  RC_ASSERT(read.ok());
  RC_ASSERT(*read == time_ms);
}

TEST(FormatTime, LeavesOutAnEmptyFraction) {
  EXPECT_EQ(FormatTime(1775002200000), "2026-04-01T00:10:00Z");
  EXPECT_EQ(FormatTime(1775002200007), "2026-04-01T00:10:00.007Z");
}

TEST(ParseDuration, ReadsOneNumberAndOneUnit) {
  EXPECT_EQ(*ParseDuration("90s"), 90 * kSecondMs);
  EXPECT_EQ(*ParseDuration("15m"), 15 * kMinuteMs);
  EXPECT_EQ(*ParseDuration("1h"), kHourMs);
  EXPECT_EQ(*ParseDuration("30d"), 30 * kDayMs);
  EXPECT_EQ(*ParseDuration("2w"), 14 * kDayMs);
  EXPECT_EQ(*ParseDuration("0s"), 0);
  for (const char* text : {"", "h", "1", "1M", "1y", "-1h", "1.5h", "1h30m", " 1h", "1h ",
                           "99999999999999999999d", "999999999999d"}) {
    EXPECT_FALSE(ParseDuration(text).ok()) << text;
  }
}

TEST(FormatDuration, UsesTheLargestUnits) {
  EXPECT_EQ(FormatDuration(kHourMs), "1h");
  EXPECT_EQ(FormatDuration(90 * kMinuteMs), "1h 30m");
  EXPECT_EQ(FormatDuration(30 * kDayMs), "30d");
  EXPECT_EQ(FormatDuration(250), "250ms");
  EXPECT_EQ(FormatDuration(0), "0ms");
}

}  // namespace
}  // namespace sekisho
