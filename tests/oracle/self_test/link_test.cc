// Link events, hubs and groups.
#include <gtest/gtest.h>

#include "oracle/self_test/scenario.h"

namespace sekisho::oracle {
namespace {

using Lines = std::vector<std::string>;

Event Later() { return At("later", "90d", "message.sent", "account=other"); }

Event Document(const std::string& id, const std::string& at, const std::string& account,
               const std::string& number) {
  return At(id, at, "document.submission",
            "account=" + account + " document.type=passport document.number=" + number);
}

TEST(Links, APairOnceWhateverCameFirst) {
  const std::string rule =
      Correlation("type: temporal\nrules: [review, link]\ntimespan: 30d", "[pair]");
  const Lines expected = {"c u1|u2 2h..2h 2 [r d2]"};
  EXPECT_EQ(FindingsOf(rule, {At("r", "1h", "review.given", "account=u2 other_account=u1"),
                              Document("d1", "0m", "u1", "AB1"), Document("d2", "2h", "u2", "ab-1"),
                              Later()}),
            expected);
  EXPECT_EQ(FindingsOf(rule, {At("r", "3h", "review.given", "account=u2 other_account=u1"),
                              Document("d1", "0m", "u1", "AB1"), Document("d2", "2h", "u2", "ab-1"),
                              Document("d3", "150m", "u1", "AB1"), Later()}),
            (Lines{"c u1|u2 3h..3h 2 [d2 r]"}));
}

TEST(Links, KindsAndOrderOfOneEvent) {
  const Result result =
      FindAll(Rules(""),
              {At("e1", "0m", "session.start", "account=u2 device=d1"),
               At("e2", "1m", "session.start", "account=u1 device=d1"),
               At("e3", "2m", "session.start", "account=u3 device=d1 email=A@example.com"),
               At("e4", "3m", "account.registration", "account=u2 email=a@example.com device=d1"),
               At("e5", "4m", "transfer.sent", "account=u1 payout.identifier=x payout.kind=bank"),
               At("e6", "5m", "transfer.sent", "account=u2 payout.identifier=x payout.kind=bank")});
  EXPECT_EQ(result.links, (std::vector<Link>{{"device", "d1", "u2", "u1", "e2"},
                                             {"device", "d1", "u2", "u3", "e3"},
                                             {"device", "d1", "u1", "u3", "e3"},
                                             {"email", "a@example.com", "u3", "u2", "e4"}}));
  EXPECT_EQ(result.groups, (std::vector<std::vector<std::string>>{{"u2", "u1", "u3"}}));
}

TEST(Links, GroupsMergeIntoTheOlder) {
  const auto login = [](const std::string& id, const std::string& account,
                        const std::string& device) {
    return At(id, id.substr(1) + "m", "session.start", "account=" + account + " device=" + device);
  };
  const Result result =
      FindAll(Rules(""), {login("e1", "a", "d1"), login("e2", "b", "d1"), login("e3", "c", "d2"),
                          login("e4", "d", "d2"), login("e5", "x", "d3"), login("e6", "c", "d1")});
  EXPECT_EQ(result.groups, (std::vector<std::vector<std::string>>{{"a", "b", "c", "d"}}));
}

TEST(Links, TheThirtyFourthAccountMakesAHub) {
  std::vector<Event> events;
  for (int i = 10; i < 50; ++i) {
    const std::string n = std::to_string(i);
    events.push_back(At("e" + n, n + "m", "session.start", "account=u" + n + " device=d"));
  }
  const Result result = FindAll(
      Rules(Correlation("type: event_count\nrules: [hub]\ntimespan: 1d\ncondition: {gte: 1}",
                        "[link.identifier]")),
      events);
  // 1 + 2 + … + 32 pairs, then the hub, and nothing more.
  ASSERT_EQ(result.links.size(), 32u * 33 / 2 + 1);
  EXPECT_EQ(result.links.back(), (Link{"device", "d", "", "u43", "e43"}));
  EXPECT_EQ(Texts(result), (Lines{"c d 43m..43m 1 [e43] open"}));
}

TEST(Links, SeveralLinksOfOneEventAreSeveralInputs) {
  const std::string rule = Correlation(
      "type: value_count\nrules: [link]\ntimespan: 1d\ncondition: {field: link.kind, "
      "gte: 2}",
      "[pair]");
  EXPECT_EQ(
      FindingsOf(rule, {At("e1", "0m", "session.start", "account=u1 device=d1 email=a@b.example"),
                        At("e2", "1m", "session.start", "account=u2 device=d1 email=a@b.example"),
                        Later()}),
      (Lines{"c u1|u2 1m..1m 2 [e2]"}));
}

}  // namespace
}  // namespace sekisho::oracle
