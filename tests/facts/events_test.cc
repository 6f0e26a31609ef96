#include <gtest/gtest.h>

#include "core/time.h"
#include "facts/events/calendar.h"
#include "facts/events/pair.h"

namespace sekisho {
namespace {

class Facts : public testing::Test {
 protected:
  FieldTable fields_;
  const FieldId other_account_ = fields_.Intern("other_account");
  const FieldId client_ = fields_.Intern("client");
  const FieldId output_ = fields_.Intern("output");
  EventView event_{8};

  std::string_view Pair() {
    const FieldId inputs[] = {kFieldAccount, other_account_, client_};
    ComputePair(inputs, output_, &event_);
    return event_.Get(output_).text;
  }
};

TEST_F(Facts, PairIsTheSameFromBothSides) {
  event_.Set(kFieldAccount, Value::Text("u2"));
  event_.Set(other_account_, Value::Text("u1"));
  EXPECT_EQ(Pair(), "u1|u2");
  event_.Clear();
  event_.Set(kFieldAccount, Value::Text("u1"));
  event_.Set(other_account_, Value::Text("u2"));
  EXPECT_EQ(Pair(), "u1|u2");
}

TEST_F(Facts, PairTakesTheClientWhenThereIsNoOtherAccount) {
  event_.Set(kFieldAccount, Value::Number("7.0"));
  event_.Set(client_, Value::Text("c1"));
  EXPECT_EQ(Pair(), "7|c1");
}

TEST_F(Facts, NoPairOfOne) {
  event_.Set(kFieldAccount, Value::Text("u1"));
  EXPECT_EQ(Pair(), "");
  event_.Set(other_account_, Value::Text("u1"));
  EXPECT_EQ(Pair(), "");
}

TEST_F(Facts, HourAndDayAreUtc) {
  struct Case {
    const char* time;
    const char* hour;
    const char* day;
  };
  const Case kCases[] = {
      {"1970-01-01T00:00:00Z", "0", "0"},          {"1970-01-01T23:59:59.999Z", "23", "0"},
      {"1970-01-02T08:59:59+09:00", "23", "0"},    {"1970-01-02T09:00:00+09:00", "24", "1"},
      {"2026-01-01T00:00:00Z", "490896", "20454"},
  };
  for (const Case& c : kCases) {
    event_.Clear();
    event_.time_ms = ParseTime(c.time).value();
    ComputeHour({}, output_, &event_);
    ComputeDay({}, client_, &event_);
    EXPECT_EQ(event_.Get(output_).text, c.hour) << c.time;
    EXPECT_EQ(event_.Get(client_).text, c.day) << c.time;
    EXPECT_EQ(event_.Get(client_).kind, ValueKind::kNumber);
  }
}

}  // namespace
}  // namespace sekisho
