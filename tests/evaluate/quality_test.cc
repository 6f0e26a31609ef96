// Measured quality, number by number, on markets that can be counted by hand.
#include "evaluate/quality.h"

#include <gtest/gtest.h>

#include "evaluate/market.h"
#include "evaluate/quality_json.h"

namespace sekisho {
namespace {

using testing::kNow;
using testing::Market;
using Level = AssessmentLevel;

constexpr uint32_t kA02 = 0, kA05 = 1, kB01 = 2;

SignOutcome Solid(uint32_t indicator, bool decisive = false, int64_t first_ms = kNow) {
  return {indicator, true, true, decisive, first_ms};
}
SignOutcome Weak(uint32_t indicator) { return {indicator, true, false, false, kNow}; }

TEST(Quality, LevelsAgainstTheTruth) {
  Market market;
  market.AddRing("r1", "r", "careless");
  market.AddRing("r2", "r", "careless");
  market.AddRing("r3", "s", "careful");
  market.AddHonest("h1", "family");
  market.AddHonest("h2", "family");
  market.Judge("r1", Level::kUrgent);
  market.Judge("h1", Level::kReview);
  market.Judge("r2", Level::kFlag);
  market.Judge("h2", Level::kContext);
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  EXPECT_EQ(quality.accounts, 5u);
  EXPECT_EQ(quality.ring_accounts, 3u);
  EXPECT_EQ(quality.rings, 2u);
  EXPECT_EQ(quality.cares, (std::vector<std::string>{"careless", "careful"}));
  EXPECT_EQ(quality.levels[0].precision, (Share{2, 3}));
  EXPECT_EQ(quality.levels[0].recall, (Share{2, 3}));
  EXPECT_EQ(quality.levels[0].by_care, (std::vector<Share>{{2, 2}, {0, 1}}));
  EXPECT_EQ(quality.levels[1].precision, (Share{1, 2}));
  EXPECT_EQ(quality.levels[2].recall, (Share{1, 3}));
  EXPECT_EQ(quality.queue[0].right, (Share{2, 4}));
  ASSERT_EQ(quality.kinds.size(), 1u);
  EXPECT_EQ(quality.kinds[0].value, "family");
  EXPECT_EQ(quality.kinds[0].at_least[0], (Share{1, 2}));
}

TEST(Quality, LinkedMeansWithTheOwnRing) {
  Market market;
  for (const char* account : {"r1", "r2", "r3"}) market.AddRing(account, "r", "average");
  market.AddRing("s1", "s", "average");
  market.AddRing("s2", "s", "average");
  market.AddHonest("h1", "family");
  market.AddHonest("h2", "family");
  market.Link(Level::kReview, {"r1", "r2", "s1", "h1"});  // s1 is there without its ring
  market.Link(Level::kFlag, {"r3", "h2"});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  const auto review = static_cast<size_t>(Level::kReview);
  EXPECT_EQ(quality.linked[0].recall, (Share{2, 5}));
  EXPECT_EQ(quality.linked[0].precision, (Share{4, 6}));
  EXPECT_EQ(quality.linked[review].recall, (Share{2, 5}));
  EXPECT_EQ(quality.linked[review].precision, (Share{3, 4}));
  EXPECT_EQ(quality.groups[0].right, (Share{1, 2}));
  EXPECT_EQ(quality.groups[0].mixed, (Share{1, 1}));
  EXPECT_EQ(quality.groups[0].found, (Share{1, 2}));
  EXPECT_EQ(quality.groups[3].right, (Share{0, 0}));
}

TEST(Quality, IndicatorsCountAccountsOnce) {
  Market market;
  market.AddRing("r1", "r", "average");
  market.AddRing("r2", "r", "careful");
  market.AddHonest("h1", "agency");
  market.Judge("r1", Level::kFlag, {Solid(kA05)});
  market.Judge("h1", Level::kFlag, {Solid(kA05), Weak(kB01)});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  ASSERT_EQ(quality.indicators.size(), 3u) << "what is not computed is left out";
  EXPECT_EQ(quality.indicators[1].indicator, kA05);
  EXPECT_EQ(quality.indicators[1].caught.precision, (Share{1, 2}));
  EXPECT_EQ(quality.indicators[1].caught.recall, (Share{1, 2}));
  EXPECT_EQ(quality.indicators[1].caught.by_care, (std::vector<Share>{{1, 1}, {0, 1}}));
  EXPECT_EQ(quality.indicators[0].caught.precision, (Share{0, 0}));
  EXPECT_EQ(quality.indicators[2].caught.precision, (Share{0, 1}));
}

TEST(Quality, WhatListsHonestAccounts) {
  Market market;
  market.AddHonest("h1", "agency");
  market.AddHonest("h2", "agency");
  market.AddHonest("h3", "agency");
  market.Judge("h1", Level::kFlag, {Solid(kA02, true), Solid(kA05)});
  market.Judge("h2", Level::kFlag, {Solid(kA05, true), Weak(kB01)});
  market.Judge("h3", Level::kContext, {Weak(kB01)});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  ASSERT_EQ(quality.causes.size(), 1u);
  const std::vector<Cause>& causes = quality.causes[0].causes;
  ASSERT_EQ(causes.size(), 2u);
  EXPECT_EQ(causes[0].indicator, kA05);
  EXPECT_EQ(causes[0].accounts, 2u);
  EXPECT_EQ(causes[0].alone, 1u) << "h1 would be listed for A02 as well";
  EXPECT_EQ(causes[1].alone, 0u);
}

TEST(Quality, WhatMakesCases) {
  Market market;
  market.AddRing("r1", "r", "average");
  market.AddHonest("h1", "agency");
  market.AddHonest("h2", "family");
  market.AddHonest("h3", "family");
  const std::vector<SignOutcome> both = {Solid(kB01, true), Solid(kA05, true), Solid(kA02)};
  for (const char* account : {"r1", "h1", "h2", "h3"}) market.Judge(account, Level::kReview, both);
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  ASSERT_EQ(quality.combinations.size(), 1u);
  const Combination& line = quality.combinations[0];
  EXPECT_EQ(line.indicators, (std::vector<uint32_t>{kA05, kB01}));
  EXPECT_EQ(line.honest, 3u);
  EXPECT_EQ(line.ring, 1u);
  EXPECT_EQ(line.kinds,
            (std::vector<std::pair<std::string, uint64_t>>{{"family", 2}, {"agency", 1}}));
}

TEST(Quality, ACaseOpensWithTheLastSignThatDecidedIt) {
  Market market;
  market.AddHonest("h1", "family");
  market.AddHonest("h2", "family");
  market.AddRing("r1", "r", "average");
  market.AddRing("r2", "r", "average");
  const auto ago = [](int64_t days) { return kNow - days * kDayMs; };
  market.Judge("h1", Level::kReview,
               {Solid(kA02, true, ago(400)), Solid(kB01, true, ago(29)), Solid(kA05, false, kNow)});
  market.Judge("h2", Level::kFlag, {Solid(kA02, true)});
  market.Judge("r1", Level::kUrgent, {Solid(kA02, true, ago(30))});
  market.Judge("r2", Level::kReview, {Solid(kA02, true, ago(360))});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  ASSERT_EQ(quality.months.size(), 2u);
  EXPECT_EQ(quality.months[0].all, 1u);
  EXPECT_EQ(quality.months[0].honest, 1u);
  EXPECT_EQ(quality.months[1].all, 1u);
  EXPECT_EQ(quality.months[1].honest, 0u);
  EXPECT_EQ(quality.earlier.all, 1u);
}

TEST(Quality, AgesAreThoseAtTheEnd) {
  Market market;
  const int64_t days[] = {0, 29, 30, 179, 180, 365, -3};
  for (const int64_t day : days) {
    market.AddHonest("h" + std::to_string(day), "ordinary");
    market.truth.accounts.back().created_ms = kNow - day * kDayMs;
  }
  market.AddHonest("unknown", "ordinary");
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  std::vector<std::pair<std::string, uint64_t>> ages;
  for (const Slice& slice : quality.ages) ages.emplace_back(slice.value, slice.linked_case.of);
  EXPECT_EQ(ages,
            (std::vector<std::pair<std::string, uint64_t>>{
                {"under_30d", 3}, {"under_180d", 2}, {"under_1y", 1}, {"older", 1}, {"", 1}}));
}

TEST(Quality, AccountsThatTheTruthDoesNotKnowAreLeftOut) {
  Market market;
  market.AddRing("r1", "r", "average");
  market.Judge("stranger", Level::kUrgent, {Solid(kA05, true)});
  market.Judge("r1", Level::kFlag, {Solid(kA05, true)});
  market.Link(Level::kUrgent, {"stranger", "r1"});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  EXPECT_EQ(quality.not_in_truth, 1u);
  EXPECT_EQ(quality.levels[2].precision, (Share{0, 0}));
  EXPECT_EQ(quality.queue[0].right, (Share{1, 1}));
  EXPECT_EQ(quality.linked[0].recall, (Share{0, 1}));
}

TEST(Quality, MissedAccountsOfRings) {
  Market market;
  market.AddRing("r1", "r", "careful");
  market.AddRing("r2", "r", "careful");
  market.AddRing("r3", "r", "careless");
  market.Judge("r1", Level::kContext, {Weak(kB01)});
  market.Judge("r3", Level::kFlag, {Solid(kA05, true)});
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  ASSERT_EQ(quality.missed.size(), 1u);
  EXPECT_EQ(quality.missed[0].care, "careful");
  EXPECT_EQ(quality.missed[0].accounts, 2u);
  EXPECT_EQ(quality.missed[0].unnamed, 1u);
  EXPECT_EQ(quality.missed[0].indicators, (std::vector<std::pair<uint32_t, uint64_t>>{{kB01, 1}}));
}

TEST(Quality, JsonOfAMarketWithoutRingsHasNoRates) {
  Market market;
  market.AddHonest("h1", "family");
  const std::string json =
      QualityJson(market.outcome, MeasureQuality(market.outcome, market.truth));
  EXPECT_NE(json.find(R"("levels":{"flag":{"precision":{"part":0,"of":0,"rate":null,"low":0,)"
                      R"("high":1},"recall":{"part":0,"of":0,"rate":null,"low":0,"high":1},)"),
            std::string::npos)
      << json;
  EXPECT_TRUE(json.ends_with("}\n"));
}

}  // namespace
}  // namespace sekisho
