// Days and months as people give them.
#include "diligence/month.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "absl/time/civil_time.h"

namespace sekisho {
namespace {

TEST(Month, DaysAreThoseOfTheCalendar) {
  absl::civil_diff_t days = 0;
  for (int year = 1890; year < 2210; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        char text[16];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        if (IsDay(text)) ++days;
      }
    }
  }
  EXPECT_EQ(days, absl::CivilDay(2200, 1, 1) - absl::CivilDay(1900, 1, 1));
}

TEST(Month, OtherTextIsNoDay) {
  for (const char* text : {"", "1951-2-28", "1951/02/28", "1951-02-28T00:00:00Z", "1951-02-2x",
                           "19 1-02-28", "-951-02-28", "1951-02--1", "1951-02", "１９５１-02"}) {
    EXPECT_FALSE(IsDay(text)) << text;
  }
  EXPECT_TRUE(ParseMonth("1951-02-28").has_value());
  EXPECT_FALSE(ParseMonth("1951-02-29").has_value());
}

TEST(Month, IsShownAsExactlyAsItWasGiven) {
  EXPECT_EQ(DateText(ParseMonth("2016")), "2016");
  EXPECT_EQ(DateText(ParseMonth("2016-12")), "2016-12");
  EXPECT_EQ(DateText(ParseMonth("2016-01-31")), "2016-01");
  EXPECT_EQ(DateText(std::nullopt), "?");
}

}  // namespace
}  // namespace sekisho
