// Events of the market are events of the schema, and nobody does what nobody can do.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "core/number.h"
#include "core/time.h"
#include "ingest/decode.h"
#include "service/scan.h"
#include "simulate/market_sink.h"

namespace sekisho::simulate {
namespace {

using sekisho::testing::Seen;
using testing::MemorySink;
using testing::TruthLine;

struct MarketUnderTest {
  MemorySink sink;
  std::vector<Seen> events;
  std::map<std::string, TruthLine> truth;
};

const MarketUnderTest& TheMarket() {
  static const MarketUnderTest& market = *new MarketUnderTest([] {
    MarketOptions options;
    options.accounts = 1'500;
    options.days = 25;
    options.seed = 11;
    options.ring_accounts_ppm = 60'000;
    MarketUnderTest made;
    made.sink = testing::Make(options, 2);
    made.events = sekisho::testing::DecodeText(made.sink.events);
    for (const TruthLine& line : testing::ReadTruth(made.sink.truth)) {
      made.truth[line.account] = line;
    }
    return made;
  }());
  return market;
}

std::string Text(const Seen& event, const std::string& field) {
  const auto found = event.fields.find(field);
  if (found == event.fields.end()) return "";
  const std::string& shown = found->second;
  return shown.starts_with('"') ? shown.substr(1, shown.size() - 2) : shown;
}

int64_t Number(const Seen& event, const std::string& field) {
  return ParseMicros(Text(event, field)).value_or(0) / kMicro;
}

// The address of a home, an office or a hotel: not of a carrier, a VPN service or a server, which
// have the parts of 10.0.0.0/8 from 10.128 to 10.223 (networks.h).
bool IsPlace(const std::string& ip) {
  if (!ip.starts_with("10.")) return true;
  const int64_t second = ParseMicros(ip.substr(3, ip.find('.', 3) - 3)).value_or(0) / kMicro;
  return second < 128 || second >= 224;
}

bool Honest(const Seen& event) {
  const auto found = TheMarket().truth.find(Text(event, "account"));
  return found != TheMarket().truth.end() && found->second.label == "honest";
}

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

// Nobody honest is at two places between which there was no time to travel; a VPN exit and the
// telephone's carrier are no place.
TEST(MarketEvents, HonestPeopleTravelAtTheSpeedOfAircraft) {
  struct Place {
    std::string country;
    int64_t time_ms;
  };
  std::map<std::string, Place> last;
  for (const Seen& event : TheMarket().events) {
    if (event.type != "session.start" || !Honest(event)) continue;
    const bool phone = Text(event, "user_agent").find("Android") != std::string::npos ||
                       Text(event, "user_agent").find("iPhone") != std::string::npos;
    if (phone || !IsPlace(Text(event, "ip"))) continue;
    const std::string account = Text(event, "account");
    const std::string country = Text(event, "country");
    if (const auto before = last.find(account);
        before != last.end() && before->second.country != country) {
      EXPECT_GE(event.time_ms - before->second.time_ms, 6 * kHourMs) << account;
    }
    last[account] = {country, event.time_ms};
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
