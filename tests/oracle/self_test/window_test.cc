// Every correlation type by a hand-computed example.
#include <gtest/gtest.h>

#include "core/limits.h"
#include "oracle/self_test/scenario.h"

namespace sekisho::oracle {
namespace {

using Lines = std::vector<std::string>;

// Ends every episode of the scenario.
Event Later() { return At("later", "90d", "message.sent", "account=other"); }

TEST(EventCount, WindowIsOpenAtItsStart) {
  const Lines findings = FindingsOf(
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {gte: 3}"),
      {At("e1", "0m", "session.start"), At("e2", "5m", "session.start"),
       At("e3", "10m", "session.start"), At("e4", "14m 59s", "session.start"),
       At("e5", "15m", "session.start")});
  // At 10m the first has left; at 14m 59s there are three, and again at 15m without the second.
  EXPECT_EQ(findings, (Lines{"c u1 14m 59s..15m 3 [e2 e3 e4 e5] open"}));
}

TEST(EventCount, EpisodeClosesAWindowAfterItsLast) {
  const std::string rule =
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {gte: 1}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("e2", "9m", "session.start"),
                              At("e3", "19m", "session.start"), Later()}),
            (Lines{"c u1 0m..9m 2 [e1 e2]", "c u1 19m..19m 1 [e3]"}));
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("x", "10m", "message.sent")}),
            (Lines{"c u1 0m..0m 1 [e1]"}));
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("x", "9m", "message.sent")}),
            (Lines{"c u1 0m..0m 1 [e1] open"}));
}

TEST(EventCount, KeysAreSeparateAndOrderIsTime) {
  const Lines findings = FindingsOf(
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {gte: 2}"),
      {At("e4", "3m", "session.start", "account=u2"), At("e2", "1m", "session.start"),
       At("e1", "0m", "session.start"), At("e3", "2m", "session.start", "account=u2"),
       At("e5", "4m", "session.start", "account="), At("e6", "4m", "session.start", "account=null"),
       Later()});
  EXPECT_EQ(findings, (Lines{"c u1 1m..1m 2 [e1 e2]", "c u2 3m..3m 2 [e3 e4]"}));
}

TEST(EventCount, OneEventThroughTwoRulesCountsOnce) {
  const Lines findings = FindingsOf(
      Correlation("type: event_count\nrules: [login, busy]\ntimespan: 10m\ncondition: {gte: 1}"),
      {At("e1", "0m", "session.start", "session=s1"), At("e2", "1m", "session.start", "session=s2"),
       At("e3", "2m", "session.start", "session=s3"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 0m..2m 3 [e1 e2 e3]"}));
}

TEST(EventCount, FullWindowGivesALowerBound) {
  std::vector<Event> events;
  for (int i = 0; i < 4100; ++i) {
    events.push_back(At("e" + std::to_string(10000 + i), std::to_string(i) + "s", "session.start"));
  }
  const Result result = FindAll(
      Rules(Correlation("type: event_count\nrules: [login]\ntimespan: 1d\ncondition: {gte: 4090}")),
      events);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].value_micros, int64_t{limits::kWindowEntriesMax} * 1'000'000);
  EXPECT_TRUE(result.findings[0].at_least);
  EXPECT_EQ(result.findings[0].evidence.size(), 4100u);
}

TEST(ValueCount, DistinctValuesAndTheirNewestEvents) {
  const Lines findings = FindingsOf(
      Correlation(
          "type: value_count\nrules: [login]\ntimespan: 10m\ncondition: {field: device, gte: 2}"),
      {At("e1", "0m", "session.start", "device=d1"), At("e2", "1m", "session.start", "device=d1"),
       At("e3", "2m", "session.start"), At("e4", "3m", "session.start", "device=d2"),
       At("e5", "4m", "session.start"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 3m..3m 2 [e2 e4]"})) << "without a device it is no input";
}

TEST(ValueCount, NumbersAreComparedByValue) {
  const std::string rule = Correlation(
      "type: value_count\nrules: [work]\ntimespan: 10m\ncondition: {field: minutes, gte: 2}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "work.log", "minutes=5"),
                              At("e2", "1m", "work.log", "minutes=5.0"),
                              At("e3", "2m", "work.log", "minutes=0.5e1")}),
            Lines{});
}

TEST(ValueCount, TuplesOfSeveralFields) {
  const Lines findings =
      FindingsOf(Correlation("type: value_count\nrules: [login]\ntimespan: 10m\n"
                             "condition: {field: [device, ip], gte: 2}"),
                 {At("e1", "0m", "session.start", "device=d1 ip=192.0.2.1"),
                  At("e2", "1m", "session.start", "device=d1"),
                  At("e3", "2m", "session.start", "device=d1 ip=192.0.2.2"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 2m..2m 2 [e1 e3]"}));
}

TEST(ValueSum, IsExact) {
  const std::string rule = Correlation(
      "type: value_sum\nrules: [work]\ntimespan: 10m\ncondition: {field: minutes, gte: 0.3}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "work.log", "minutes=0.1"),
                              At("e2", "1m", "work.log", "minutes=0.2"),
                              At("e3", "2m", "work.log", "minutes=many"), Later()}),
            (Lines{"c u1 1m..1m 0.3 [e1 e2]"}));
}

TEST(ValueAvg, IsComparedExactlyInBothDirections) {
  const std::string rule = Correlation(
      "type: value_avg\nrules: [work]\ntimespan: 10m\ncondition: {field: minutes, lt: 3.333334}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "work.log", "minutes=5"),
                              At("e2", "1m", "work.log", "minutes=3"),
                              At("e3", "2m", "work.log", "minutes=2"),
                              At("e4", "3m", "work.log", "minutes=1"), Later()}),
            (Lines{"c u1 2m..3m 2.75 [e1 e2 e3 e4]"}));
}

TEST(ValuePercentile, IsTheNearestRank) {
  const std::string rule = Correlation(
      "type: value_percentile\nrules: [work]\ntimespan: 10m\n"
      "condition: {field: minutes, percentile: 50, gte: 30}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "work.log", "minutes=5"),
                              At("e2", "1m", "work.log", "minutes=90"),
                              At("e3", "2m", "work.log", "minutes=30"), Later()}),
            (Lines{"c u1 2m..2m 30 [e1 e2 e3]"}));
}

TEST(Temporal, AllRulesInAnyOrder) {
  const std::string rule = Correlation("type: temporal\nrules: [login, bid]\ntimespan: 10m");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "bid.submitted"), At("e2", "1m", "bid.submitted"),
                              At("e3", "2m", "session.start"), At("e4", "3m", "session.start"),
                              At("e5", "12m", "bid.submitted"), Later()}),
            (Lines{"c u1 2m..12m 2 [e2 e3 e4 e5]"}));
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "bid.submitted"), At("e2", "10m", "session.start")}),
            Lines{});
}

TEST(Temporal, SomeOfTheRules) {
  const Lines findings = FindingsOf(
      Correlation("type: temporal\nrules: [login, bid, work]\ntimespan: 10m\ncondition: {gte: 2}"),
      {At("e1", "0m", "work.log"), At("e2", "1m", "work.log"), At("e3", "2m", "bid.submitted"),
       At("e4", "3m", "session.start"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 2m..3m 3 [e2 e3 e4]"}));
}

TEST(TemporalOrdered, RisingPositionsOnly) {
  const std::string rule =
      Correlation("type: temporal_ordered\nrules: [login, bid]\ntimespan: 10m");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "bid.submitted"), At("e2", "1m", "session.start")}),
            Lines{});
  EXPECT_EQ(
      FindingsOf(rule, {At("e1", "0m", "session.start"), At("e2", "1m", "session.start"),
                        At("e3", "2m", "bid.submitted"), At("e4", "3m", "session.start"), Later()}),
      (Lines{"c u1 2m..3m 2 [e2 e3 e4]"}));
}

TEST(TemporalOrdered, OneEventIsOneStep) {
  const std::string rule =
      Correlation("type: temporal_ordered\nrules: [login, busy]\ntimespan: 10m");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start", "session=s1"),
                              At("e2", "1m", "session.activity", "session=s2")}),
            Lines{});
  const std::string twice = Correlation(
      "type: temporal_ordered\nrules: [login, alive, busy]\ntimespan: 10m\ncondition: {gte: 2}");
  EXPECT_EQ(FindingsOf(twice, {At("e1", "0m", "session.start", "session=s1"),
                               At("e2", "1m", "session.activity"), Later()}),
            (Lines{"c u1 1m..1m 2 [e1 e2]"}));
}

TEST(Ratio, FewAwardsAfterManyBids) {
  const Lines findings = FindingsOf(
      Correlation("type: ratio\nnumerator: [award]\ndenominator: [bid]\ntimespan: 1h\nlag: 10m\n"
                  "minimum: {denominator: 2}\ncondition: {lte: 0.5}"),
      {At("b1", "0m", "bid.submitted"), At("b2", "5m", "bid.submitted"),
       At("b3", "12m", "bid.submitted"),     // 0 of 1: below the minimum
       At("b4", "15m", "bid.submitted"),     // 0 of 2
       At("a1", "22m", "award.granted"),     // 1 of 3
       At("a2", "22m 1s", "award.granted"),  // 2 of 3: too many
       Later()});
  EXPECT_EQ(findings, (Lines{"c u1 15m..22m 0 [b1 b2 a1]"}));
}

TEST(Ratio, NothingBelowTheLineIsInfinite) {
  const Lines findings =
      FindingsOf(Correlation("type: ratio\nnumerator: [bid]\ndenominator: [login]\ntimespan: 1h\n"
                             "condition: {gte: 10}"),
                 {At("b1", "0m", "bid.submitted"), At("s1", "1m", "session.start"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 0m..0m 9223372036854.775807 [b1]"}));
}

TEST(Presence, RunOfActivitiesWithoutALongGap) {
  const std::string rule =
      Correlation("type: presence\nrules: [alive]\nend: [end]\ngap: 10m\ncondition: {gte: 15m}");
  EXPECT_EQ(
      FindingsOf(rule, {At("e1", "0m", "session.activity"), At("e2", "10m", "session.activity"),
                        At("e3", "20m", "session.end"), At("e4", "21m", "session.activity"),
                        At("e5", "31m", "session.activity"), Later()}),
      (Lines{"c u1 0m..20m 1200000 [e1 e2 e3]"}));
  EXPECT_EQ(
      FindingsOf(rule, {At("e1", "0m", "session.activity"), At("e2", "10m", "session.activity"),
                        At("e3", "20m 1s", "session.activity")}),
      Lines{});
  EXPECT_EQ(
      FindingsOf(rule, {At("e1", "0m", "session.activity"), At("e2", "10m", "session.activity"),
                        At("e3", "15m", "session.activity"), At("x", "25m", "message.sent")}),
      (Lines{"c u1 0m..15m 900000 [e1 e2 e3] open"}));
}

TEST(Anchored, JudgedOnceAfterTheWindow) {
  const std::string rule =
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {lt: 3}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("e2", "9m", "session.start"),
                              At("e3", "10m", "session.start"), At("e4", "11m", "session.start"),
                              At("e5", "19m", "session.start"), Later()}),
            (Lines{"c u1 0m..10m 2 [e1 e2]"}))
      << "10m is outside of the first window and opens the second, which holds three";
}

TEST(Anchored, NotJudgedBeforeALaterEvent) {
  const std::string rule =
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {eq: 1}");
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("x", "10m", "message.sent")}),
            Lines{});
  EXPECT_EQ(FindingsOf(rule, {At("e1", "0m", "session.start"), At("x", "10m 1s", "message.sent")}),
            (Lines{"c u1 0m..10m 1 [e1]"}));
}

TEST(Anchored, FullWindowsAreMarked) {
  std::vector<Event> events = {Later()};
  for (int i = 0; i < 4100; ++i) {
    events.push_back(At("e" + std::to_string(10000 + i), std::to_string(i) + "s", "work.log",
                        "minutes=1 device=d" + std::to_string(i)));
  }
  const std::string common = "\nrules: [work]\ntimespan: 1d\ncondition: {neq: 5";
  const auto finding = [&](const std::string& type, const std::string& field) {
    const Result result =
        FindAll(Rules(Correlation("type: " + type + common + field + "}")), events);
    EXPECT_EQ(result.findings.size(), 1u);
    return result.findings.at(0);
  };
  const Finding count = finding("event_count", "");
  EXPECT_EQ(count.value_micros, 4'096'000'000);
  EXPECT_TRUE(count.at_least);
  EXPECT_EQ(count.evidence.size(), 4096u);
  EXPECT_EQ(count.evidence[0], "e10004") << "the newest are kept";
  const Finding distinct = finding("value_count", ", field: device");
  EXPECT_EQ(distinct.value_micros, 4'096'000'000);
  EXPECT_TRUE(distinct.at_least);
  const Finding sum = finding("value_sum", ", field: minutes");
  EXPECT_EQ(sum.value_micros, 4'096'000'000);
  EXPECT_TRUE(sum.truncated);
}

}  // namespace
}  // namespace sekisho::oracle
