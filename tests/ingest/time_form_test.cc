// Times as tables write them.
#include "ingest/time_form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "core/time.h"

namespace sekisho {
namespace {

TimeForms Forms(const std::vector<std::string>& patterns, const std::string& zone) {
  TimeForms forms;
  for (const std::string& pattern : patterns) forms.forms.push_back(*TimeForm::Parse(pattern));
  if (!zone.empty()) forms.zone = *CivilZone::Parse(zone);
  return forms;
}

std::string Read(const TimeForms& forms, std::string_view text) {
  const StatusOr<int64_t> time_ms = forms.Read(text);
  return time_ms.ok() ? FormatTime(*time_ms) : std::string(ToStd(time_ms.status().message()));
}

std::string Read(const std::string& pattern, std::string_view text) {
  return Read(Forms({pattern}, "Asia/Tokyo"), text);
}

TEST(TimeForm, ReadsWhatTablesWrite) {
  EXPECT_EQ(Read("yyyy/M/d H:mm", "2026/4/1 9:05"), "2026-04-01T00:05:00Z");
  EXPECT_EQ(Read("yyyy/M/d H:mm", "2026/04/01 09:05"), "2026-04-01T00:05:00Z");
  EXPECT_EQ(Read("yyyy/M/d H:mm", " 2026/4/1   9:05 "), "2026-04-01T00:05:00Z");
  EXPECT_EQ(Read("yyyy-MM-dd HH:mm:ss.SSS", "2026-04-01 09:05:07.250"), "2026-04-01T00:05:07.250Z");
  EXPECT_EQ(Read("yyyyMMddHHmmss", "20260401090507"), "2026-04-01T00:05:07Z");
  EXPECT_EQ(Read("yyyy年M月d日 H時mm分", "2026年4月1日 9時05分"), "2026-04-01T00:05:00Z");
  EXPECT_EQ(Read("yyyy/M/d a h:mm", "2026/4/1 午後 0:05"),
            "the time \"2026/4/1 午後 0:05\" is not of the form \"yyyy/M/d a h:mm\"");
  EXPECT_EQ(Read("yyyy/M/d a h:mm", "2026/4/1 午後 12:05"), "2026-04-01T03:05:00Z");
  EXPECT_EQ(Read("M/d/yyyy h:mm a", "4/1/2026 12:05 AM"), "2026-03-31T15:05:00Z");
  EXPECT_EQ(Read("d MMM yyyy", "1 Apr 2026"), "2026-03-31T15:00:00Z");
  EXPECT_EQ(Read("yyyy-MM-dd'T'HH:mmZZZZZ", "2026-04-01T09:05-05:30"), "2026-04-01T14:35:00Z");
  EXPECT_EQ(Read("yyyy-MM-dd'T'HH:mmZZZZZ", "2026-04-01T09:05Z"), "2026-04-01T09:05:00Z");
  EXPECT_EQ(Read("yyyyMMddHHmmZ", "202604010905+0900"), "2026-04-01T00:05:00Z");
}

TEST(TimeForm, ReadsSerialNumbersOfSpreadsheets) {
  EXPECT_EQ(Read("excel", "46113"), "2026-03-31T15:00:00Z");
  EXPECT_EQ(Read("excel", "46113.378472"), "2026-04-01T00:05:00Z");
  EXPECT_EQ(Read("excel_1904", "44651.37847222"), "2026-04-01T00:05:00Z");
  for (const char* text : {"46113,5", "60", "-1", "1e9", "nan", "46113x", ""}) {
    EXPECT_NE(Read("excel", text).find("is not of the form"), std::string::npos) << text;
  }
}

TEST(TimeForm, RefusesEverythingElse) {
  for (const char* text :
       {"2026/4/31 9:05", "2026/2/29 9:05", "2026/13/1 9:05", "2026/4/1 24:00", "2026/4/1 9:60",
        "2026/4/1 9:5", "26/4/1 9:05", "2026-4-1 9:05", "2026/4/1", "2026/4/1 9:05:00", "4/1/2026",
        "2026/4/1T9:05", "２０２６/4/1 9:05", ""}) {
    EXPECT_NE(Read("yyyy/M/d H:mm", text).find("is not of the form"), std::string::npos) << text;
  }
  EXPECT_EQ(Read("yyyy/M/d", "1969/12/31"), "the time \"1969/12/31\" is before 1970 or after 2262");
}

TEST(TimeForm, DoesNotGuess) {
  const TimeForms both = Forms({"d/M/yyyy", "M/d/yyyy"}, "UTC");
  EXPECT_EQ(Read(both, "13/4/2026"), "2026-04-13T00:00:00Z");
  EXPECT_EQ(Read(both, "4/4/2026"), "2026-04-04T00:00:00Z");
  EXPECT_EQ(Read(both, "3/4/2026"),
            "the time \"3/4/2026\" suits two forms that differ: \"d/M/yyyy\" and \"M/d/yyyy\"");
}

TEST(TimeForm, KnowsWhenClocksAreSet) {
  const TimeForms new_york = Forms({"yyyy-MM-dd HH:mm"}, "America/New_York");
  EXPECT_EQ(Read(new_york, "2026-03-08 01:59"), "2026-03-08T06:59:00Z");
  EXPECT_EQ(Read(new_york, "2026-03-08 03:00"), "2026-03-08T07:00:00Z");
  EXPECT_NE(Read(new_york, "2026-03-08 02:30").find("does not exist"), std::string::npos);
  EXPECT_NE(Read(new_york, "2026-11-01 01:30").find("exists twice"), std::string::npos);
  EXPECT_EQ(Read(Forms({"yyyy-MM-dd HH:mm"}, "-05:00"), "2026-03-08 02:30"),
            "2026-03-08T07:30:00Z");
}

TEST(TimeForm, NamesWhatIsWrongInAPattern) {
  for (const char* pattern :
       {"", "YYYY/MM/DD", "yyyy/M", "yyyy/M/d H:mm a", "yyyy/M/d h:mm", "yyyy/Mdd", "yyyy/M/d m",
        "yyyy/M/d 'at", "yyyy/M/d/d", "yy/M/d", "yyyy/M/d HH:mm:ss.SSSSSSSSSS"}) {
    EXPECT_FALSE(TimeForm::Parse(pattern).ok()) << pattern;
  }
  for (const char* zone : {"", "JST", "Tokyo", "Asia/Tokio", "+9:00", "+24:00", "EST"}) {
    EXPECT_FALSE(CivilZone::Parse(zone).ok()) << zone;
  }
}

// Every minute that is written in a form is read as the same minute.
RC_GTEST_PROP(TimeForm, ReadsWhatWasWritten, ()) {
  const int64_t minutes = *rc::gen::inRange<int64_t>(0, 60LL * 24 * 365 * 200);
  const std::string utc = FormatTime(minutes * kMinuteMs);  // 2026-04-01T00:05:00Z
  const std::string local = utc.substr(0, 10) + " " + utc.substr(11, 5);
  RC_ASSERT(Read(Forms({"yyyy-MM-dd HH:mm"}, "UTC"), local) == utc);
  RC_ASSERT(Read(Forms({"yyyy-M-d H:mm"}, "UTC"), local) == utc);
}

}  // namespace
}  // namespace sekisho
