#include "service/case_runner.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

// Two sign-ins within the hour; `expect` and `kind` as given.
LoadResult Load(const std::string& kind, const std::string& expect) {
  const std::string texts = "{en: a, ja: b, ko: c}";
  LoadRequest request;
  request.texts.push_back(
      {"t.yml",
       "title: A sign-in\nname: sign_in\nlogsource: {product: sekisho, category: session}\n"
       "detection: {x: {type: session.start}, condition: x}\n"
       "---\n"
       "title: Two sign-ins\nname: two\ncorrelation: {type: event_count, rules: [sign_in], "
       "group-by: [account], timespan: 1h, condition: {gte: 2}}\n"
       "---\n"
       "sekisho:\n  id: Z01\n  name: " +
           texts + "\n  meaning: " + texts + "\n  explain: " + texts +
           "\n  sources: [{document: D, date: 2026-01-01, place: p, status_in_latest: not read}]\n"
           "  audience: [platform]\n  evidence_class: network\n  grade: flag\n  sensitivity: none\n"
           "  status: computed\n  same_cause_as: []\n  parameters: {}\n  false_positives: [" +
           texts + "]\n  what_clears: [" + texts +
           "]\n  measures: []\n"
           "---\n"
           "cases:\n"
           "  - {name: one, kind: " +
           kind +
           ", events: [\n"
           "      {at: 0m, type: session.start, account: u1, ip: 192.0.2.1},\n"
           "      {at: 10m, type: session.start, account: u1, ip: 192.0.2.1},\n"
           "      {at: 2h, type: session.start, account: u1, ip: 192.0.2.1}], expect: [" +
           expect + "]}\n"});
  return LoadRules(request);
}

std::vector<std::string> Differences(const std::string& kind, const std::string& expect) {
  const LoadResult loaded = Load(kind, expect);
  if (loaded.cases.size() != 1) {
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
      ADD_FAILURE() << FormatDiagnostic(diagnostic);
    }
    return {};
  }
  return CaseRunner(loaded).Run(loaded.cases[0]).differences;
}

constexpr char kFound[] =
    "found:    subject u1, value 2, first 10m, last 10m, events 2, open false (rule two)";

TEST(RunCase, PassesWhenTheFindingsAreTheExpectedOnes) {
  EXPECT_TRUE(Differences("detects", "{subject: u1}").empty());
  EXPECT_TRUE(Differences("shuffled",
                          "{subject: u1, value: 2, first: 10m, last: 10m, events: 2, open: false}")
                  .empty());
}

TEST(RunCase, ShowsWhatWasExpectedAndFound) {
  EXPECT_EQ(Differences("detects", "{subject: u2, first: 1h 5m}"),
            (std::vector<std::string>{"expected: subject u2, first 1h 5m", kFound}));
  EXPECT_EQ(Differences("detects", "{subject: u1, events: 3}"),
            (std::vector<std::string>{"expected: subject u1, events 3", kFound}));
}

TEST(RunCase, WantsExactlyAsManyFindings) {
  EXPECT_EQ(Differences("ignores", ""), (std::vector<std::string>{kFound}));
  EXPECT_EQ(Differences("detects", "{subject: u1}, {subject: u1}"),
            (std::vector<std::string>{"expected: subject u1"}));
}

}  // namespace
}  // namespace sekisho
