#include "service/rule_words.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/number.h"
#include "rules/load.h"
#include "service/rule_doc.h"

namespace sekisho {
namespace {

constexpr char kDetections[] =
    "title: A sign-in\nname: sign_in\nlogsource: {product: sekisho, category: session}\n"
    "detection: {x: {type: session.start}, condition: x}\n"
    "---\n"
    "title: A bid\nname: bid\nlogsource: {product: sekisho, category: bid}\n"
    "detection: {x: {type: bid.submitted}, condition: x}\n"
    "---\n";

// The words of one correlation over the detections above.
std::string Words(const std::string& correlation, Language language = Language::kEnglish) {
  LoadRequest request;
  request.texts.push_back(
      {"test.yml", kDetections + ("title: T\nname: t\ncorrelation: {" + correlation + "}\n")});
  const LoadResult loaded = LoadRules(request);
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  for (RuleIndex i = 0; i < loaded.rules.rules.size(); ++i) {
    if (loaded.rules.rules[i].name == "t") return RuleInWords(loaded.rules, i, language);
  }
  return "";
}

TEST(RuleInWords, SaysWhatIsCountedPerWhatAndHowMany) {
  const std::string count =
      "type: value_count, rules: [sign_in], group-by: [account], timespan: 1h, "
      "condition: {field: network.address, gte: 4}";
  EXPECT_EQ(Words(count),
            "number of distinct network.address in “A sign-in”, per account, within 1h: at least "
            "4");
  EXPECT_EQ(
      Words(count, Language::kJapanese),
      "account ごとに、1h の間に：「A sign-in」 に現れる異なる network.address の数 が 4 以上");
  EXPECT_EQ(Words(count, Language::kKorean),
            "account별로, 1h 동안: ‘A sign-in’에 나타난 서로 다른 network.address의 수 4 이상");
}

TEST(RuleInWords, KnowsEveryType) {
  const std::string per_account = ", group-by: [account], timespan: 7d";
  EXPECT_EQ(Words("type: event_count, rules: [bid], condition: {gt: 5, lte: 9}" + per_account),
            "number of events of “A bid”, per account, within 7d: at most 9 and more than 5");
  EXPECT_EQ(Words("type: value_sum, rules: [bid], condition: {field: amount, lt: 2.5}, "
                  "group-by: [account, currency], timespan: 7d"),
            "sum of amount in “A bid”, per account + currency, within 7d: less than 2.5");
  EXPECT_EQ(Words("type: temporal, rules: [bid, sign_in]" + per_account),
            "of these, in any order: “A bid”, “A sign-in”, per account, within 7d: all");
  EXPECT_EQ(Words("type: temporal_ordered, rules: [bid, sign_in]" + per_account),
            "of these, in this order: “A bid”, “A sign-in”, per account, within 7d: all");
  EXPECT_EQ(Words("type: ratio, numerator: [bid], denominator: [sign_in], lag: 1d, "
                  "minimum: {denominator: 50}, condition: {gte: 10}" +
                  per_account),
            "events of “A bid” divided by events of “A sign-in” (judged from 50 of the latter; of "
            "the latter only those older than 1d), per account, within 7d: at least 10");
  EXPECT_EQ(Words("type: presence, rules: [sign_in], end: [bid], gap: 30m, group-by: [account], "
                  "condition: {gte: 24h}"),
            "time that “A sign-in” goes on with pauses of at most 30m (ended by “A bid”), per "
            "account: at least 1d");
}

TEST(ValueText, WritesNumbersTimesAndInfinity) {
  Rule rule;
  rule.body = CorrelationRule();
  auto& correlation = std::get<CorrelationRule>(rule.body);
  correlation.type = CorrelationType::kValueSum;
  Finding finding;
  finding.value_micros = 2'500'000;
  EXPECT_EQ(ValueText(rule, finding), "2.5");
  finding.value_micros = std::numeric_limits<int64_t>::max();
  EXPECT_EQ(ValueText(rule, finding), "∞");
  correlation.type = CorrelationType::kPresence;
  finding.value_micros = 90'000 * kMicro;  // milliseconds
  EXPECT_EQ(ValueText(rule, finding), "1m 30s");
}

TEST(RoundedValueText, IsShort) {
  Rule rule;
  rule.body = CorrelationRule();
  auto& correlation = std::get<CorrelationRule>(rule.body);
  correlation.type = CorrelationType::kRatio;
  Finding finding;
  const auto rounded = [&](int64_t micros) {
    finding.value_micros = micros;
    return RoundedValueText(rule, finding);
  };
  EXPECT_EQ(rounded(15'333'333), "15.33");
  EXPECT_EQ(rounded(-15'333'333), "-15.33");
  EXPECT_EQ(rounded(16'949), "0.016");
  EXPECT_EQ(rounded(1), "0.000001");
  EXPECT_EQ(rounded(0), "0");
  EXPECT_EQ(rounded(std::numeric_limits<int64_t>::max()), "∞");
  finding.at_least = true;
  EXPECT_EQ(rounded(4096 * kMicro), "≥ 4096");
  finding.at_least = false;
  correlation.type = CorrelationType::kPresence;
  EXPECT_EQ(rounded(90'061'250 * kMicro), "1d 1h");
  EXPECT_EQ(rounded(3'661'250 * kMicro), "1h 1m");
  EXPECT_EQ(rounded(61'250 * kMicro), "1m 1s");
}

TEST(DiagnosticText, IsFoundInAnySpelling) {
  EXPECT_EQ(FindDiagnosticText("SK0401")->code, "SK0401");
  EXPECT_EQ(FindDiagnosticText("sk401")->code, "SK0401");
  EXPECT_FALSE(FindDiagnosticText("SK9999"));
  EXPECT_FALSE(FindDiagnosticText("SK"));
  EXPECT_FALSE(FindDiagnosticText("SK4x"));
  EXPECT_FALSE(FindDiagnosticText("B01"));
}

}  // namespace
}  // namespace sekisho
