// The market is the same for the same seed, its truth is complete, and its files can be read.
#include "simulate/market.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/hash.h"
#include "simulate/market_sink.h"

namespace sekisho::simulate {
namespace {

using testing::Make;
using testing::MemorySink;
using testing::ReadTruth;
using testing::TruthLine;

MarketOptions Small(uint64_t seed = 1) {
  MarketOptions options;
  options.accounts = 600;
  options.days = 20;
  options.seed = seed;
  options.ring_accounts_ppm = 80'000;
  return options;
}

std::string Hash(const MemorySink& sink) {
  return KeyToHex(HashBytes(sink.events + sink.truth, 0));
}

// Changes with every change of a parameter; then look at a market before you pin the new value. It
// must not change with the machine, the compiler or the library.
TEST(Market, SameSeedSameBytes) {
  EXPECT_EQ(Hash(Make(Small())), "f4eb9ac2b079307a30e0d29e6ff04bd0");
}

TEST(Market, ThreadsDoNotMatter) {
  const MemorySink one = Make(Small(), 1);
  for (const uint32_t threads : {2u, 3u, 7u}) {
    const MemorySink several = Make(Small(), threads);
    EXPECT_TRUE(several.events == one.events) << threads;
    EXPECT_TRUE(several.truth == one.truth) << threads;
  }
}

TEST(Market, AnotherSeedIsAnotherMarket) {
  const MemorySink one = Make(Small(1));
  const MemorySink other = Make(Small(2));
  EXPECT_NE(one.events, other.events);
  EXPECT_NE(one.truth, other.truth);
}

TEST(Market, TruthNamesEveryAccountOnce) {
  const MemorySink sink = Make(Small());
  const std::vector<TruthLine> truth = ReadTruth(sink.truth);
  ASSERT_EQ(truth.size(), Small().accounts);
  std::set<std::string> accounts;
  for (const TruthLine& line : truth) {
    accounts.insert(line.account);
    EXPECT_EQ(line.ring.empty(), line.label == "honest") << line.account;
    EXPECT_EQ(line.ring.empty(), line.role.empty()) << line.account;
    EXPECT_EQ(line.ring.empty(), line.care.empty()) << line.account;
    EXPECT_EQ(line.created.size(), 10u) << line.account;
  }
  EXPECT_EQ(accounts.size(), truth.size());
  // And every one of them registers.
  const std::string registration = "\"type\":\"account.registration\",\"account\":\"";
  std::set<std::string> registered;
  for (size_t at = 0; (at = sink.events.find(registration, at)) != std::string::npos; ++at) {
    registered.insert(sink.events.substr(at + registration.size(), 9));
  }
  EXPECT_EQ(registered, accounts);
}

TEST(Market, HonestMarketHasNoRing) {
  MarketOptions options = Small();
  options.ring_accounts_ppm = 0;
  MarketSummary summary;
  const MemorySink sink = Make(options, 1, &summary);
  EXPECT_EQ(summary.rings, 0u);
  EXPECT_EQ(summary.ring_accounts, 0u);
  for (const TruthLine& line : ReadTruth(sink.truth)) EXPECT_EQ(line.label, "honest");
}

TEST(Market, CountsAreWhatWasAskedFor) {
  MarketOptions options = Small();
  options.accounts = 20'000;
  options.days = 2;
  options.ring_accounts_ppm = 20'000;
  MarketSummary summary;
  const MemorySink sink = Make(options, 1, &summary);
  EXPECT_EQ(summary.ring_accounts, 400u);
  std::map<std::string, double> counts;
  for (const TruthLine& line : ReadTruth(sink.truth)) ++counts[line.kind];
  EXPECT_NEAR(counts["client"], options.accounts * Common().clients / 1000.0, 1);
  const double workers = options.accounts * 0.98 - counts["client"];
  for (const WorkerParameters& kind : Workers()) {
    EXPECT_NEAR(counts[std::string(KindName(kind.kind))], workers * kind.share / 1000, 10)
        << KindName(kind.kind);
  }
}

TEST(Market, CareIsWhatWasAskedFor) {
  for (const Care care : {Care::kCareless, Care::kAverage, Care::kCareful}) {
    MarketOptions options = Small();
    options.days = 2;
    options.care = care;
    for (const TruthLine& line : ReadTruth(Make(options).truth)) {
      if (line.label == "ring") {
        EXPECT_EQ(line.care, CareName(care));
      }
    }
  }
}

TEST(Market, RareRingsAreExact) {
  MarketOptions options = Small();
  options.accounts = 20'000;
  options.days = 2;
  options.ring_accounts_ppm = 500;  // one in two thousand
  MarketSummary summary;
  Make(options, 1, &summary);
  EXPECT_EQ(summary.ring_accounts, 10u);
}

TEST(Market, OptionsOutOfRangeAreRefused) {
  const auto refused = [](MarketOptions options) {
    MemorySink sink;
    return !MakeMarket(options, 1, &sink).ok();
  };
  MarketOptions few = Small();
  few.accounts = 1;
  EXPECT_TRUE(refused(few));
  MarketOptions long_market = Small();
  long_market.days = 10'000;
  EXPECT_TRUE(refused(long_market));
  MarketOptions rings = Small();
  rings.ring_accounts_ppm = 900'000;
  EXPECT_TRUE(refused(rings));
}

}  // namespace
}  // namespace sekisho::simulate
