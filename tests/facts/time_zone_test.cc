#include "facts/events/time_zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

#include <memory>
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

// The next change of the clock after that time, or the time itself where there is none.
int64_t NextChange(const icu::BasicTimeZone& zone, int64_t time_ms) {
  icu::TimeZoneTransition change;
  const bool found = zone.getNextTransition(static_cast<UDate>(time_ms), 0, change) != 0;
  return found ? static_cast<int64_t>(change.getTime()) : time_ms;
}

// What is remembered of a zone never changes an answer, whatever was asked before: around changes
// of the clock, with summer time in winter (Dublin), half an hour (Lord Howe), two hours (Troll),
// breaks (Casablanca) and a day that was left out (Apia).
RC_GTEST_PROP(TimeZone, IsThatOfIcuInAnyOrder, ()) {
  const auto* const name = *rc::gen::element(
      "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll",
      "Africa/Casablanca", "Pacific/Apia", "Asia/Pyongyang", "Asia/Tokyo", "Etc/GMT-9");
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(name));
  const auto* const basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  RC_ASSERT(basic != nullptr);
  constexpr int64_t kDays = 365 * 100;  // around 1970
  for (int i = 0; i < 100; ++i) {
    const int64_t day_ms = *rc::gen::inRange<int64_t>(-kDays, kDays) * kDayMs;
    const int64_t time_ms = i % 3 == 0 ? day_ms
                                       : NextChange(*basic, day_ms) +
                                             *rc::gen::element<int64_t>(-1, 0, 1, kHourMs, kDayMs);
    int32_t standard_ms = 0;
    int32_t daylight_ms = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(time_ms), 0, standard_ms, daylight_ms, error);
    RC_ASSERT(U_SUCCESS(error));
    RC_ASSERT(ZoneOffsetMinutes(name, time_ms) == (int64_t{standard_ms} + daylight_ms) / kMinuteMs);
  }
}

TEST(TimeZone, GapBetweenTwoClocks) {
  struct Case {
    const char* clock;
    const char* place;
    const char* gap;  // "" when one of them is not known
  };
  const Case kCases[] = {{"Asia/Tokyo", "Asia/Seoul", "0"},
                         {"Asia/Tokyo", "America/New_York", "780"},
                         {"America/New_York", "Asia/Tokyo", "780"},
                         {"Asia/Kathmandu", "Asia/Kolkata", "15"},
                         {"Asia/Nowhere", "Asia/Tokyo", ""}};
  for (const Case& c : kCases) {
    EventView event(3);
    event.time_ms = ParseTime("2026-04-01T00:00:00Z").value();
    event.Set(0, Value::Text(c.clock));
    event.Set(1, Value::Text(c.place));
    const FieldId inputs[] = {0, 1};
    ComputeZoneGap(inputs, 2, &event);
    EXPECT_EQ(event.Get(2).text, c.gap) << c.clock;
  }
}

}  // namespace
}  // namespace sekisho
