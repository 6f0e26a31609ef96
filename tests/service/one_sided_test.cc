#include "service/one_sided.h"

#include <gtest/gtest.h>

#include "rules/load.h"
#include "service/scan.h"

namespace sekisho {
namespace {

using Types = std::vector<std::string>;

// "few awards for many bids", "active before its verification", and a plain count.
constexpr char kRules[] = R"(
title: b
name: bid
logsource: {product: sekisho}
detection: {s: {type: bid.submitted}, condition: s}
---
title: a
name: award
logsource: {product: sekisho}
detection: {s: {type: award.granted}, condition: s}
---
title: t
name: few_awards
correlation:
  type: ratio
  numerator: [award]
  denominator: [bid]
  group-by: [account]
  timespan: 30d
  condition: {lte: 0.1}
  minimum: {denominator: 2}
---
title: t
name: unverified
logsource: {product: sekisho}
detection: {s: {type: bid.submitted, profile.verified: false}, condition: s}
---
title: t
name: many_bids
correlation:
  type: event_count
  rules: [bid]
  group-by: [account]
  timespan: 30d
  condition: {gte: 2}
)";

LoadResult Load() {
  LoadRequest request;
  request.texts = {{"rules.yml", kRules}};
  LoadResult loaded = LoadRules(request);
  for (const Diagnostic& one : loaded.diagnostics) ADD_FAILURE() << FormatDiagnostic(one);
  return loaded;
}

// "few_awards<award.granted "
std::string OneSided(const RuleSet& rules, const Types& types) {
  FieldsByType known;
  for (const std::string& type : types) known[type];
  std::string text;
  for (const OneSidedRule& one : FindOneSidedRules(rules, known)) {
    text += rules.rules[one.rule].name;
    for (const std::string& type : one.types) text += "<" + type;
    text += " ";
  }
  return text;
}

TEST(OneSided, WhatTheInputNeverTellsIsNotAbsent) {
  const LoadResult loaded = Load();
  EXPECT_EQ(OneSided(loaded.rules, {"bid.submitted"}),
            "few_awards<award.granted unverified<document.submission<verification.result ");
  EXPECT_EQ(OneSided(loaded.rules, {"bid.submitted", "award.granted"}),
            "unverified<document.submission<verification.result ");
  EXPECT_EQ(OneSided(loaded.rules, {"bid.submitted", "award.granted", "verification.result"}), "");
}

TEST(OneSided, WhatHoldsOfNobodyNeedNotBeNamed) {
  const LoadResult loaded = Load();
  EXPECT_EQ(OneSided(loaded.rules, {"award.granted"}), "");
  EXPECT_EQ(OneSided(loaded.rules, {}), "");
}

std::vector<std::string> Found(const std::string& events, bool whole_input) {
  const LoadResult loaded = Load();
  ScanOptions options;
  options.whole_input = whole_input;
  const StatusOr<ScanReport> report = ScanText(loaded.rules, events, options);
  EXPECT_TRUE(report.ok());
  std::vector<std::string> names;
  for (const Finding& finding : report->findings) {
    names.push_back(loaded.rules.rules[finding.rule].name);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

constexpr char kBids[] =
    R"({"time":"2026-04-01T00:00:00Z","type":"bid.submitted","account":"u1","id":"1"}
{"time":"2026-04-02T00:00:00Z","type":"bid.submitted","account":"u1","id":"2"}
)";
constexpr char kAward[] =
    R"({"time":"2026-04-03T00:00:00Z","type":"award.granted","account":"u2","id":"3"}
)";

TEST(OneSided, AScanOfAWholeInputLeavesThemOut) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(Found(kBids, true), Names{"many_bids"});
  EXPECT_EQ(Found(std::string(kBids) + kAward, true), (Names{"few_awards", "many_bids"}));
}

TEST(OneSided, InACaseAbsentIsAbsent) {
  EXPECT_EQ(Found(kBids, false),
            (std::vector<std::string>{"few_awards", "many_bids", "unverified"}));
}

}  // namespace
}  // namespace sekisho
