// Events of the market are events of the schema, and nobody does what nobody can do.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "core/time.h"
#include "service/scan.h"
#include "simulate/market_under_test.h"

namespace sekisho::simulate {
namespace {

using sekisho::testing::Seen;
using testing::MarketUnderTest;
using testing::Number;
using testing::Text;
using testing::TruthLine;

const MarketUnderTest& TheMarket() {
  static const MarketUnderTest& market = *new MarketUnderTest([] {
    MarketOptions options;
    options.accounts = 1'500;
    options.days = 25;
    options.seed = 11;
    options.ring_accounts_ppm = 60'000;
    return testing::MakeForTest(options);
  }());
  return market;
}

bool Honest(const Seen& event) { return testing::Honest(TheMarket(), event); }

TEST(MarketEvents, EveryLineIsAnEventOfTheSchema) {
  const std::set<std::string> envelope = {"id", "time", "sequence", "type", "account"};
  for (const Seen& event : TheMarket().events) {
    ASSERT_EQ(event.outcome, Outcome::kEvent) << event.reason << " " << event.raw;
    const EventTypeSpec* const type = FindEventType(event.type);
    ASSERT_NE(type, nullptr) << event.type;
    for (const auto& [field, value] : event.fields) {
      if (value == "absent") continue;
      const bool known = envelope.contains(field) ||
                         std::count(type->required.begin(), type->required.end(), field) > 0 ||
                         std::count(type->optional.begin(), type->optional.end(), field) > 0;
      EXPECT_TRUE(known) << event.type << " has no field " << field;
    }
  }
}

TEST(MarketEvents, ScanReadsThemInOrderWithoutAReject) {
  const StatusOr<ScanReport> report = ScanText(RuleSet(), TheMarket().sink.events, {});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->rejects, 0u);
  EXPECT_EQ(report->duplicates, 0u);
  EXPECT_EQ(report->conflicts, 0u);
  EXPECT_TRUE(report->sorted);
  EXPECT_EQ(report->counters.unknown_fields.total(), 0u);
  EXPECT_EQ(report->counters.forbidden_fields.total(), 0u);
  EXPECT_EQ(report->events, TheMarket().events.size());
}

TEST(MarketEvents, NobodyActsBeforeRegistering) {
  std::set<std::string> registered;
  for (const Seen& event : TheMarket().events) {
    const std::string account = Text(event, "account");
    if (event.type == "account.registration") registered.insert(account);
    if (account.empty()) continue;
    EXPECT_TRUE(registered.contains(account)) << account << " " << event.type;
    if (const std::string other = Text(event, "other_account"); !other.empty()) {
      EXPECT_TRUE(registered.contains(other)) << other << " " << event.type;
    }
  }
}

TEST(MarketEvents, AwardsFollowBidsAndPaymentsFollowAwards) {
  std::set<std::pair<std::string, std::string>> bids;
  std::set<std::pair<std::string, std::string>> awards;
  for (const Seen& event : TheMarket().events) {
    const std::pair key(Text(event, "account"), Text(event, "project"));
    if (event.type == "bid.submitted") bids.insert(key);
    if (event.type == "award.granted") {
      EXPECT_TRUE(bids.contains(key)) << key.first;
      awards.insert(key);
    }
    if (event.type == "milestone.paid" || event.type == "work.log") {
      EXPECT_TRUE(awards.contains(key)) << event.type << " " << key.first;
    }
  }
}

TEST(MarketEvents, HonestPeopleSleep) {
  // Minutes of logged work on a day, by account.
  std::map<std::pair<std::string, int64_t>, int64_t> minutes;
  for (const Seen& event : TheMarket().events) {
    if (event.type != "work.log" || !Honest(event)) continue;
    int64_t& sum = minutes[{Text(event, "account"), event.time_ms / kDayMs}];
    sum += Number(event, "minutes");
    EXPECT_LE(sum, 17 * 60) << Text(event, "account");
  }
  EXPECT_FALSE(minutes.empty());
}

TEST(MarketEvents, EachHonestPersonHasTheirOwnDocument) {
  std::map<std::string, std::string> owners;
  for (const Seen& event : TheMarket().events) {
    if (event.type != "document.submission" || !Honest(event)) continue;
    const std::string number = Text(event, "document.number");
    if (number.empty()) continue;
    const std::string account = Text(event, "account");
    EXPECT_EQ(owners.emplace(number, account).first->second, account);
  }
}

// Documents of a market of rings of that care that several accounts show.
size_t SharedDocuments(Care care) {
  MarketOptions options;
  options.accounts = 600;
  options.days = 10;
  options.ring_accounts_ppm = 500'000;
  options.care = care;
  std::map<std::string, std::set<std::string>> accounts;
  for (const Seen& event : sekisho::testing::DecodeText(testing::Make(options).events)) {
    const std::string number = Text(event, "document.number");
    if (!number.empty()) accounts[number].insert(Text(event, "account"));
  }
  return static_cast<size_t>(std::count_if(
      accounts.begin(), accounts.end(), [](const auto& entry) { return entry.second.size() > 1; }));
}

TEST(MarketEvents, CareIsADial) {
  const size_t careless = SharedDocuments(Care::kCareless);
  const size_t average = SharedDocuments(Care::kAverage);
  EXPECT_GT(careless, average);
  EXPECT_GT(average, 0u);
  EXPECT_EQ(SharedDocuments(Care::kCareful), 0u);
}

TEST(MarketEvents, EveryKindOfAccountAndMostTypesOfEventOccur) {
  std::set<std::string> types;
  for (const Seen& event : TheMarket().events) types.insert(event.type);
  for (const char* type : {"account.registration",
                           "document.submission",
                           "verification.result",
                           "payout.account",
                           "session.start",
                           "session.activity",
                           "session.end",
                           "network.check",
                           "bid.submitted",
                           "award.granted",
                           "work.log",
                           "task.closed",
                           "milestone.paid",
                           "payout.payment",
                           "transfer.sent",
                           "review.given",
                           "message.sent",
                           "meeting.held",
                           "request.made",
                           "repository.activity",
                           "application.submitted",
                           "profile.change",
                           "exemption.granted",
                           "website.check"}) {
    EXPECT_TRUE(types.contains(type)) << type;
  }
  std::set<std::string> kinds;
  for (const auto& [account, line] : TheMarket().truth) kinds.insert(line.kind);
  EXPECT_EQ(kinds.size(), kKinds);
}

}  // namespace
}  // namespace sekisho::simulate
