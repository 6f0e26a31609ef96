// Correlations over correlations, aliases, order and duplicates, detections that give findings.
#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/compare.h"
#include "oracle/self_test/scenario.h"

namespace sekisho::oracle {
namespace {

using Lines = std::vector<std::string>;

const std::string kMany =
    "title: t\nname: many\ncorrelation:\n  type: event_count\n  rules: [login]\n"
    "  group-by: [account]\n  timespan: 10m\n  condition: {gte: 2}\n---\n";

Event Later() { return At("later", "90d", "message.sent", "account=other"); }

TEST(Chain, CountsSeeOpeningsOnly) {
  const Lines findings = FindingsOf(
      kMany + Correlation("type: event_count\nrules: [many]\ntimespan: 1d\ncondition: {gte: 1}"),
      {At("e1", "0m", "session.start"), At("e2", "1m", "session.start"),
       At("e3", "2m", "session.start"), At("e4", "1h", "session.start"),
       At("e5", "1h 1m", "session.start"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 1m..1h 1m 2 [e2 e5]"}));
}

TEST(Chain, TemporalSeesEveryHold) {
  const Lines findings =
      FindingsOf(kMany + Correlation("type: temporal\nrules: [many, bid]\ntimespan: 10m"),
                 {At("e1", "0m", "session.start"), At("e2", "1m", "session.start"),
                  At("e3", "9m", "session.start"), At("e4", "18m", "bid.submitted"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 18m..18m 2 [e3 e4]"}));
}

TEST(Chain, OuterKeyComesFromTheEvent) {
  const Lines findings = FindingsOf(
      kMany + Correlation("type: value_count\nrules: [many]\ntimespan: 1d\n"
                          "condition: {field: account, gte: 2}",
                          "[device]"),
      {At("e1", "0m", "session.start", "device=d1"), At("e2", "1m", "session.start", "device=d2"),
       At("e3", "2m", "session.start", "account=u2 device=d2"),
       At("e4", "3m", "session.start", "account=u2 device=d2"), Later()});
  EXPECT_EQ(findings, (Lines{"c d2 3m..3m 2 [e2 e4]"}));
}

TEST(Chain, AMatchAndAFireOfOneEventAreOneInput) {
  const Lines findings = FindingsOf(
      kMany +
          Correlation("type: event_count\nrules: [many, login]\ntimespan: 1d\ncondition: {gte: 1}"),
      {At("e1", "0m", "session.start"), At("e2", "1m", "session.start"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 0m..1m 2 [e1 e2]"}));
}

TEST(Chain, AnchoredWindowsFireAtTheirDeadline) {
  const std::string few =
      "title: t\nname: few\ncorrelation:\n  type: event_count\n  rules: [login]\n"
      "  group-by: [account]\n  timespan: 10m\n  condition: {lt: 2}\n---\n";
  const Lines findings =
      FindingsOf(few + Correlation("type: temporal_ordered\nrules: [bid, few]\ntimespan: 1h"),
                 {At("e1", "0m", "session.start"), At("e2", "10m", "bid.submitted"), Later()});
  EXPECT_EQ(findings, (Lines{"c u1 10m..10m 2 [e1 e2]"})) << "after every event of that time";
}

TEST(Aliases, OneNameForDifferentFields) {
  const Lines findings =
      FindingsOf(Correlation("type: temporal\nrules: [review, award]\ntimespan: 10m\n"
                             "aliases: {client: {review: account}}",
                             "[client]"),
                 {At("e1", "0m", "award.granted", "account=u1 client=c1"),
                  At("e2", "1m", "review.given", "account=c1 other_account=u1"),
                  At("e3", "2m", "review.given", "account=u1 other_account=c1"), Later()});
  EXPECT_EQ(findings, (Lines{"c c1 1m..1m 2 [e1 e2]"}));
}

TEST(Detections, RepeatsWithinADayAreOneFinding) {
  const std::string generates =
      "title: t\nname: visit\nlogsource: {product: sekisho, category: session}\n"
      "detection: {s: {type: session.start}, condition: s}\n";
  const Result result =
      FindAll(Rules(generates), {At("e1", "0m", "session.start"), At("e2", "23h", "session.start"),
                                 At("e3", "47h", "session.start"),
                                 At("e4", "1m", "session.start", "account=null"), Later()});
  EXPECT_EQ(Texts(result), (Lines{"visit u1 0m..23h 2 [e1 e2]", "visit e4 1m..1m 1 [e4]",
                                  "visit u1 1d 23h..1d 23h 1 [e3]"}));
  EXPECT_EQ(result.counts.at("visit"), (RuleCounts{4, 4}));
}

TEST(Order, DuplicatesAndConflicts) {
  const std::string rule =
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {gte: 1}");
  std::vector<Event> events = {At("e1", "0m", "session.start", "device=d1"),
                               At("e1", "0m", "session.start", "device=d1"),
                               At("e1", "0m", "session.start", "device=d0"), Later()};
  const Result result = FindAll(Rules(rule), events);
  EXPECT_EQ(Texts(result), (Lines{"c u1 0m..0m 1 [e1]"}));
  // Three events of one position: the least line (device d0) stays, and the others conflict.
  EXPECT_EQ(result.duplicates, 0u);
  EXPECT_EQ(result.conflicts, 2u);
}

TEST(Order, SequenceAndIdBreakTies) {
  const std::string rule =
      Correlation("type: temporal_ordered\nrules: [bid, login]\ntimespan: 10m");
  Event bid = MakeEvent("b", 1'767'225'600'000, "bid.submitted", {{"account", "u1"}}, 2);
  Event login = MakeEvent("a", 1'767'225'600'000, "session.start", {{"account", "u1"}}, 3);
  EXPECT_EQ(FindingsOf(rule, {login, bid, Later()}).size(), 1u);
  bid.sequence = 4;
  EXPECT_EQ(FindingsOf(rule, {login, bid, Later()}).size(), 0u);
  bid.sequence = login.sequence = 0;
  EXPECT_EQ(FindingsOf(rule, {login, bid, Later()}).size(), 0u) << "a before b";
}

TEST(Compare, SaysWhatDiffers) {
  const std::string rule =
      Correlation("type: event_count\nrules: [login]\ntimespan: 10m\ncondition: {gte: 1}");
  const Result result = FindAll(Rules(rule), {At("e1", "0m", "session.start"), Later()});
  EXPECT_EQ(DiffFindings(result.findings, result.findings), "");
  EXPECT_EQ(DiffCounts(result.counts, result.counts), "");
  std::vector<Finding> other = result.findings;
  other[0].value_micros = 2'000'000;
  EXPECT_EQ(DiffFindings(result.findings, other),
            "c [u1] at 2026-01-01T00:00:00Z e1: value is 2, expected 1\n");
  EXPECT_NE(DiffFindings(result.findings, {}).find("missing: c [u1]"), std::string::npos);
  EXPECT_NE(DiffFindings({}, result.findings).find("unexpected: c [u1]"), std::string::npos);
  EXPECT_EQ(DiffCounts({{"c", {2, 1}}}, {{"c", {2, 2}}, {"d", {0, 0}}}),
            "c: 2 inputs, 2 held, expected 2 inputs, 1 held\n");
}

}  // namespace
}  // namespace sekisho::oracle
