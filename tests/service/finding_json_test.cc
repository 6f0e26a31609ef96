#include "service/finding_json.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/number.h"

namespace sekisho {
namespace {

// One presence rule of an indicator, and one detection without.
RuleSet TwoRules() {
  RuleSet rules;
  Indicator indicator;
  indicator.id = "B03";
  indicator.parameters.push_back({"hours", "22", "22", "", "", "", "", {}});
  indicator.parameters.push_back({"gap", "30m", "30m", "", "", "", "", {}});
  rules.indicators.push_back(indicator);
  CorrelationRule presence;
  presence.type = CorrelationType::kPresence;
  presence.thresholds.push_back({Compare::kGreaterEqual, 86'400'000 * kMicro});
  rules.rules.resize(2);
  rules.rules[0].name = "presence";
  rules.rules[0].version = "0123456789ab";
  rules.rules[0].indicator = 0;
  rules.rules[0].grade = "context";
  rules.rules[0].body = presence;
  rules.rules[1].name = "plain";
  rules.rules[1].version = "ba9876543210";
  rules.rules[1].grade = "hard";
  return rules;
}

std::string Line(const Finding& finding) {
  std::string line;
  FindingJson(TwoRules()).Append(finding, &line);
  return line;
}

TEST(FindingJson, WritesEveryMember) {
  Finding finding;
  finding.id = "00ff";
  finding.subject = {"account", "u\"1"};
  finding.accounts = {"u\"1"};
  finding.first_ms = 1'767'225'600'000;
  finding.last_ms = 1'767'225'600'250;
  finding.value_micros = 90'000'500 * kMicro;
  finding.at_least = true;
  finding.truncated = true;
  finding.events = {"e1", "e2"};
  finding.events_total = 7;
  finding.explanation = {"en", "日", "한"};
  EXPECT_EQ(Line(finding),
            R"({"finding":"00ff","indicator":"B03","rule":"presence",)"
            R"("rule_version":"0123456789ab","subject":{"type":"account","id":"u\"1"},)"
            R"("accounts":["u\"1"],"first":"2026-01-01T00:00:00Z",)"
            R"("last":"2026-01-01T00:00:00.250Z","level":"context",)"
            R"("values":{"value":90000.5,"at_least":true,"unit":"s","threshold":{"gte":86400},)"
            R"("parameters":{"hours":22,"gap":"30m"}},"events":["e1","e2"],"events_total":7,)"
            R"("truncated":true,"open":false,"explanation":{"en":"en","ja":"日","ko":"한"}})"
            "\n");
}

TEST(FindingJson, WritesNullsForWhatThereIsNot) {
  Finding finding;
  finding.rule = 1;
  finding.value_micros = std::numeric_limits<int64_t>::max();
  EXPECT_EQ(Line(finding),
            R"({"finding":"","indicator":null,"rule":"plain","rule_version":"ba9876543210",)"
            R"("subject":{"type":"","id":""},"accounts":[],"first":"1970-01-01T00:00:00Z",)"
            R"("last":"1970-01-01T00:00:00Z","level":"flag","values":{"value":null},"events":[],)"
            R"("events_total":0,"truncated":false,"open":false,"explanation":null})"
            "\n");
}

TEST(GroupJson, NamesWhatIsShared) {
  AccountGroup group;
  group.id = "0a";
  group.accounts = {"u1", "u2"};
  group.links.push_back({"document", 0, "u1", "u2", 1'767'225'600'000, "e9"});
  std::string line;
  AppendGroupJson(group, &line);
  EXPECT_EQ(line, R"({"group":"0a","accounts":["u1","u2"],"links":[{"kind":"document",)"
                  R"("accounts":["u1","u2"],"time":"2026-01-01T00:00:00Z","event":"e9"}]})"
                  "\n");
}

}  // namespace
}  // namespace sekisho
