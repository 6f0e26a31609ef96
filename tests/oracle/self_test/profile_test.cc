// Profile facts by hand.
#include "oracle/profile.h"

#include <gtest/gtest.h>

#include "oracle/self_test/scenario.h"
#include "oracle/stream.h"

namespace sekisho::oracle {
namespace {

using Lines = std::vector<std::string>;

// The value of `field` at each event, "-" where it is absent.
Lines Values(const std::string& field, const std::vector<Event>& events) {
  const Stream stream = MakeStream(FieldTable(), events);
  Lines values;
  for (const Instance& instance : stream.instances) {
    const Value& value = instance.view->Get(stream.fields.Find(field));
    if (instance.view->category == "link") continue;
    values.push_back(value.present() ? std::string(value.text) : "-");
  }
  return values;
}

TEST(Profile, HolderAgainstTheNewestNames) {
  const std::vector<Event> events = {
      At("e1", "1m", "payout.account", "payout.holder=Mina"),
      At("e2", "2m", "account.registration", "name=Mina"),
      At("e3", "3m", "payout.account", "payout.holder=MINA"),
      At("e4", "4m", "profile.change", "field=name value=Petra"),
      At("e5", "5m", "payout.account", "payout.holder=Mina"),
      At("e6", "6m", "document.submission", "document.name=Mina"),
      At("e7", "7m", "payout.account", "payout.holder=ミナ"),
      At("e8", "8m", "payout.account", "payout.holder=Petra"),
      At("e9", "9m", "payout.account", "payout.holder=Jonas"),
      At("e91", "10m", "payout.account", "account=u2 payout.holder=Jonas"),
      At("e92", "11m", "profile.change", "field=email value=Jonas"),
      At("e93", "12m", "payout.account", "payout.holder=Jonas"),
      At("e94", "13m", "payout.account", "payout.holder=Jonas payout.declared=household"),
      At("e95", "14m", "profile.change", "field=name value=Kathrin"),
      At("e96", "15m", "payout.account", "payout.holder=Petra")};
  EXPECT_EQ(Values("payout.holder_match", events),
            (Lines{"-", "-", "same", "-", "declared", "-", "variant", "same", "unrelated", "-", "-",
                   "unrelated", "declared", "-", "declared"}));
}

TEST(Profile, OpenSessions) {
  EXPECT_EQ(Values("profile.open_sessions",
                   {At("e1", "0m", "session.start", "session=a"),
                    At("e2", "1m", "session.start", "session=b"),
                    At("e3", "2m", "session.activity", "session=c"),
                    At("e4", "3m", "session.end", "session=a"), At("e5", "4m", "bid.submitted"),
                    At("e6", "5m", "session.activity", "session=b"),
                    At("e7", "7d", "session.activity"), At("e8", "7d 1m", "session.activity")}),
            (Lines{"0", "1", "2", "2", "-", "1", "1", "0"}));
  std::vector<Event> many;
  for (int i = 10; i < 40; ++i) {
    many.push_back(At("e" + std::to_string(i), std::to_string(i) + "m", "session.start",
                      "session=s" + std::to_string(i)));
  }
  EXPECT_EQ(Values("profile.open_sessions", many).back(), "16");
}

TEST(Profile, PreviousPlace) {
  const std::vector<Event> events = {At("e1", "0m", "session.start", "country=JP ip=192.0.2.1"),
                                     At("e2", "1m 30s", "session.activity", "country=KR"),
                                     At("e3", "2m", "session.end", "account=u2"),
                                     At("e4", "3m", "session.end")};
  EXPECT_EQ(Values("profile.previous_country", events), (Lines{"-", "JP", "-", "KR"}));
  EXPECT_EQ(Values("profile.previous_address", events), (Lines{"-", "192.0.2.1", "-", "-"}));
  EXPECT_EQ(Values("profile.seconds_since_previous", events), (Lines{"-", "90", "-", "90"}));
}

TEST(Profile, HoursAndWork) {
  EXPECT_EQ(Values("profile.active_hours",
                   {At("e1", "30m", "session.start"), At("e2", "31m", "session.activity"),
                    At("e3", "1h", "session.activity"), At("e4", "24h 30m", "session.activity"),
                    At("e5", "24h 31m", "session.activity")}),
            (Lines{"0", "1", "1", "2", "2"}));
  const std::vector<Event> work = {At("e1", "0m", "bid.submitted"), At("e2", "1h", "award.granted"),
                                   At("e3", "23h", "bid.submitted"),
                                   At("e4", "24h", "message.sent")};
  EXPECT_EQ(Values("profile.bids", work), (Lines{"0", "1", "1", "2"}));
  EXPECT_EQ(Values("profile.awards", work), (Lines{"0", "0", "1", "1"}));
  EXPECT_EQ(Values("profile.age_days", work), (Lines{"0", "0", "0", "1"}));
}

}  // namespace
}  // namespace sekisho::oracle
