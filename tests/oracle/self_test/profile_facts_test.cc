// Profile facts of verification, knowledge, money and rhythm by hand.
#include <gtest/gtest.h>

#include "oracle/profile.h"
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

TEST(Profile, Verified) {
  const std::vector<Event> events = {
      At("e1", "0m", "bid.submitted"),
      At("e2", "1m", "verification.result", "verification.kind=phone check.result=passed"),
      At("e3", "2m", "verification.result", "verification.kind=identity check.result=failed"),
      At("e4", "3m", "verification.result", "verification.kind=identity check.result=passed"),
      At("e5", "4m", "bid.submitted"),
      At("e6", "2d 3m", "document.submission", "check.result=passed"),
      At("e7", "3d", "bid.submitted")};
  EXPECT_EQ(Values("profile.verified", events),
            (Lines{"false", "false", "false", "false", "true", "true", "true"}));
  EXPECT_EQ(Values("profile.days_since_verified", events),
            (Lines{"-", "-", "-", "-", "0", "2", "0"}));
  EXPECT_EQ(Values("profile.days_since_activity", events),
            (Lines{"-", "0", "0", "0", "0", "1", "0"}));
}

TEST(Profile, Residence) {
  EXPECT_EQ(
      Values(
          "profile.residence_country",
          {At("e1", "0m", "account.registration", "country=JP"), At("e2", "1m", "bid.submitted"),
           At("e3", "2m", "profile.change", "field=country value=kr"),
           At("e4", "3m", "profile.change", "field=country value=Korea"),
           At("e5", "4m", "verification.result",
              "verification.kind=address check.result=passed country=US"),
           At("e6", "5m", "account.registration", "country=JP"), At("e7", "6m", "bid.submitted")}),
      (Lines{"-", "JP", "JP", "KR", "-", "US", "US"}));
}

TEST(Profile, NewDevice) {
  std::vector<Event> events = {
      At("e0", "0m", "session.start", "device=d0"), At("e1", "1m", "session.start", "device=d0"),
      At("e2", "2m", "shipment.sent", "device=d1"), At("e3", "3m", "session.start", "device=d1")};
  EXPECT_EQ(Values("profile.new_device", events), (Lines{"-", "false", "-", "true"}));
  for (int i = 2; i < 9; ++i) {
    events.push_back(At("f" + std::to_string(i), std::to_string(i + 10) + "m", "session.start",
                        "device=d" + std::to_string(i)));
  }
  events.push_back(At("g1", "30m", "session.start", "device=d1"));
  events.push_back(At("g2", "31m", "session.start", "device=d0"));
  const Lines values = Values("profile.new_device", events);
  EXPECT_EQ(values[values.size() - 2], "false") << "one of the newest eight";
  EXPECT_EQ(values.back(), "true") << "forgotten";
}

TEST(Profile, HolderAuthorAndDelivery) {
  const std::vector<Event> events = {
      At("e1", "0m", "repository.activity", "author.email=mina@example.com author.name=Lina"),
      At("e2", "1m", "account.registration", "email=mina@example.com"),
      At("e3", "2m", "document.submission", "document.name=Mina document.address=例町1丁目2番"),
      At("e4", "3m", "repository.activity", "author.email=MINA@example.com author.name=Lina"),
      At("e5", "4m", "repository.activity", "author.email=1@noreply.example.com"),
      At("e6", "5m", "repository.activity", "author.email=1@noreply.example.com author.name=Lina"),
      At("e7", "6m", "shipment.sent", "shipment.address=例町1-2"),
      At("e8", "7m", "shipment.sent", "shipment.address=例町1-3")};
  EXPECT_EQ(Values("author.match", events),
            (Lines{"-", "-", "-", "same", "-", "unrelated", "-", "-"}));
  EXPECT_EQ(Values("shipment.address_match", events),
            (Lines{"-", "-", "-", "-", "-", "-", "same", "different"}));
  EXPECT_EQ(Values("profile.documents_seen", events),
            (Lines{"0", "0", "0", "1", "1", "1", "1", "1"}));
}

TEST(Profile, OneHolderOfDocumentsInSeveralWritings) {
  const Lines holders = Values("profile.document_holder",
                               {At("e1", "0m", "session.start"),
                                At("e2", "1m", "document.submission", "document.name=大野太郎"),
                                At("e3", "2m", "session.start"),
                                At("e4", "3m", "document.submission", "document.name=OhnoTaro"),
                                At("e5", "4m", "document.submission", "document.type=passport"),
                                At("e6", "5m", "document.submission", "document.name=Jonas"),
                                At("e7", "6m", "document.submission", "document.name=大野太郎")});
  EXPECT_EQ(holders[0], "-");
  for (const size_t same : {2, 3, 4, 6}) EXPECT_EQ(holders[same], holders[1]);
  EXPECT_NE(holders[5], holders[1]);
  EXPECT_EQ(holders[1].find("太"), std::string::npos) << "a hash, no name";
}

TEST(Profile, PercentOfReceived) {
  EXPECT_EQ(Values("transfer.percent_of_received",
                   {At("e1", "0m", "transfer.sent", "amount=10 currency=JPY"),
                    At("e2", "1h", "milestone.paid", "amount=1000 currency=JPY"),
                    At("e3", "2h", "payout.payment", "amount=900 currency=JPY"),
                    At("e4", "3h", "transfer.sent", "amount=490 currency=jpy"),
                    At("e5", "4h", "transfer.sent", "amount=10 currency=USD"),
                    At("e6", "6d 4h", "transfer.sent", "amount=300 currency=JPY"),
                    At("e7", "7d", "transfer.sent", "amount=300 currency=JPY"),
                    At("e8", "7d 1h", "transfer.sent", "amount=0 currency=JPY")}),
            (Lines{"-", "-", "-", "50", "-", "80", "-", "-"}));
}

TEST(Profile, Travel) {
  const std::string tokyo =
      "network.relayed=false network.mobile=false latitude=35.6812 "
      "longitude=139.7671";
  const std::string london =
      "network.relayed=false network.mobile=false latitude=51.5074 "
      "longitude=-0.1278";
  const std::vector<Event> events = {
      At("e1", "0m", "session.start", tokyo),
      At("e2", "1h", "session.activity", london),
      At("e3", "1h", "session.activity", tokyo + " accuracy_km=4782"),
      At("e4", "2h", "session.activity", tokyo + " accuracy_km=4781"),
      At("e5", "12h", "session.activity", london),
      At("e6", "13h", "session.activity", "latitude=51.5074 longitude=-0.1278"),
      At("e7", "14h", "session.activity",
         "network.relayed=true network.mobile=false latitude=51.5074 longitude=-0.1278"),
      At("e8", "15h", "session.activity", london),
      At("e9", "16h", "bid.submitted", london),
      At("ea", "16h", "session.activity", london + " accuracy_km=5000"),
      At("eb", "32h 56m", "session.activity", tokyo)};
  EXPECT_EQ(Values("profile.travel_km", events),
            (Lines{"-", "9562", "-", "9562", "9562", "-", "-", "-", "-", "-", "9562"}));
  EXPECT_EQ(Values("profile.travel_km_per_hour", events),
            (Lines{"-", "9562", "-", "9562", "956", "-", "-", "-", "-", "-", "533"}));
}

// Twenty-five days of work from `first_hour` UTC: the match at the 200th hour, match and difference
// at the end.
Lines Rhythm(const std::string& zone, int first_hour, int hours = 9) {
  std::vector<Event> events = {
      At("e0", "0m", "account.registration", "time_zone=" + zone + " account=u1")};
  for (int day = 1; day <= 25; ++day) {
    for (int hour = 0; hour < hours; ++hour) {
      const std::string at = std::to_string(day) + "d " + std::to_string(first_hour + hour) + "h";
      events.push_back(At("e" + std::to_string(events.size()), at, "session.activity"));
    }
  }
  const Lines matches = Values("profile.hours_match", events);
  const Lines differences = Values("profile.hours_difference", events);
  return {matches[199], matches.back(), differences.back()};
}

TEST(Profile, RhythmOfTheDay) {
  // From 9 to 18 in Tokyo.
  EXPECT_EQ(Rhythm("Asia/Tokyo", 0), (Lines{"-", "consistent", "0"}));
  // Neighbouring zones cannot be told apart.
  EXPECT_EQ(Rhythm("Asia/Shanghai", 0), Rhythm("Asia/Tokyo", 0));
  EXPECT_EQ(Rhythm("Asia/Vladivostok", 0), Rhythm("Asia/Tokyo", 0));
  EXPECT_EQ(Rhythm("America/New_York", 0), (Lines{"-", "contradicts", "4"}));
  EXPECT_EQ(Rhythm("America/New_York", 13), (Lines{"-", "consistent", "0"}));
  // A long day leaves fewer zones that fit: from 0 to 17 UTC is from 7 to 24 at UTC+7.
  EXPECT_EQ(Rhythm("Asia/Bangkok", 0, 17), (Lines{"-", "consistent", "0"}));
  EXPECT_EQ(Rhythm("Asia/Tokyo", 0, 17)[1], "below_resolution");
  EXPECT_EQ(Rhythm("America/New_York", 0, 17), (Lines{"-", "contradicts", "12"}));
  // Round the clock: several people, or a program.
  EXPECT_EQ(Rhythm("America/New_York", 0, 24), (Lines{"-", "-", "-"}));
  EXPECT_EQ(Rhythm("Asia/Nowhere", 0), (Lines{"-", "-", "-"}));
}

}  // namespace
}  // namespace sekisho::oracle
