// Exemptions, questions and answers as events: what the assessment makes of them.
#include "service/statements.h"

#include <gtest/gtest.h>

#include <sstream>

#include "rules/load.h"
#include "service/assessing.h"
#include "service/assessment_json.h"
#include "service/policy_reader.h"

namespace sekisho {
namespace {

const RuleSet& Catalogue() {
  static const LoadResult loaded = [] {
    LoadRequest request;
    request.paths = {SEKISHO_SOURCE_DIR "/indicators"};
    return LoadRules(request);
  }();
  return loaded.rules;
}

const AssessmentPolicy& Policy() {
  static const PolicyLoad load = ReadPolicy(SEKISHO_SOURCE_DIR "/policy/assessment.yml");
  return *load.policy;
}

// A line for each event; `rest` begins behind the type.
std::string Line(int day, const std::string& type, const std::string& rest) {
  static int number = 0;
  char time[32];
  std::snprintf(time, sizeof(time), "2026-04-%02dT00:00:00Z", day);
  return R"({"id":"e)" + std::to_string(++number) + R"(","time":")" + time + R"(","type":")" +
         type + "\"," + rest + "}\n";
}

std::string Payee(int day, const std::string& account, const std::string& rest = "") {
  return Line(day, "payout.account",
              R"("account":")" + account + R"(","payout":{"kind":"bank","identifier":"0000001")" +
                  rest + "}");
}

// Two accounts of one payee, and a hard sign of another kind for each of them.
std::string TwoWithOnePayee() {
  return Payee(1, "u1") + Payee(2, "u2") +
         Line(2, "incident.reported",
              R"("account":"u1","incident":{"kind":"third_party_worker"})") +
         Line(28, "session.end", R"("account":"u9")");
}

struct Scanned {
  ScanReport report;
  ScanAssessments assessments;

  const Assessment& Of(const std::string& account) const {
    for (const AccountAssessment& one : assessments.queue) {
      if (one.account == account) return one.assessment;
    }
    throw std::out_of_range(account);
  }
  // "A05 counted, X04 context".
  std::string Roles(const std::string& account) const {
    std::string text;
    for (const Contribution& one : Of(account).contributions) {
      text += assessments.kind(one).code;
      text += one.role == ContributionRole::kExempted  ? " exempted;"
              : one.role == ContributionRole::kHub     ? " hub;"
              : one.role == ContributionRole::kCounted ? " counted;"
                                                       : " other;";
    }
    return text;
  }
  std::string Lines(Language language) const {
    const AssessmentJson json(Catalogue(), report, assessments, language);
    std::string lines;
    for (size_t i = 0; i < json.lines(); ++i) json.Append(i, &lines);
    return lines;
  }
};

Scanned Assess(const std::string& text, uint32_t threads = 1) {
  ScanOptions options;
  options.threads = threads;
  StatusOr<ScanReport> report = ScanText(Catalogue(), text, options);
  EXPECT_TRUE(report.ok());
  Scanned scanned;
  scanned.report = *std::move(report);
  scanned.assessments = AssessScan(Catalogue(), scanned.report, Policy());
  return scanned;
}

std::string Household(int day, const std::string& rest = "") {
  return Line(day, "exemption.granted",
              R"("account":"u2","other_account":"u1","reviewer":"r-1","reason":"statement",)"
              R"("exemption":{"kind":"household","indicator":"A05")" +
                  rest + "}");
}

TEST(Statements, ASharedPayeeThatIsExemptedIsListedAndLinksNobody) {
  const Scanned before = Assess(TwoWithOnePayee());
  EXPECT_NE(before.Roles("u2").find("A05 counted"), std::string::npos);
  ASSERT_EQ(before.report.groups.size(), 1u);

  const Scanned after = Assess(TwoWithOnePayee() + Household(3));
  EXPECT_EQ(after.Roles("u2"), "A05 exempted;");
  EXPECT_EQ(after.Of("u2").level, AssessmentLevel::kContext);
  EXPECT_TRUE(after.report.groups.empty());
  EXPECT_EQ(after.report.links_exempted, 1u);
  EXPECT_EQ(after.report.findings.size(), before.report.findings.size());
}

TEST(Statements, WhoDecidedItIsWritten) {
  const Scanned scanned =
      Assess(TwoWithOnePayee() + Household(3, R"(,"until":"2026-10-19T00:00:00Z")"));
  const std::string lines = scanned.Lines(Language::kEnglish);
  EXPECT_NE(lines.find(R"("kind":"household","in_force":true,"indicator":"A05","account":"u2",)"
                       R"("other_account":"u1","since":"2026-04-03T00:00:00Z",)"
                       R"("until":"2026-10-19T00:00:00Z","reviewer":"r-1",)"
                       R"("reason":"statement","findings":1})"),
            std::string::npos)
      << lines;
  EXPECT_NE(lines.find("Exempted, so not counted: A05."), std::string::npos);
}

TEST(Statements, AnEndedOneCountsAgain) {
  const Scanned scanned =
      Assess(TwoWithOnePayee() + Household(3, R"(,"until":"2026-04-20T00:00:00Z")"));
  EXPECT_NE(scanned.Roles("u2").find("A05 counted"), std::string::npos);
  EXPECT_EQ(scanned.report.groups.size(), 1u);
}

TEST(Statements, AStrangerAtTheSamePayeeUndoesIt) {
  const Scanned scanned = Assess(TwoWithOnePayee() + Household(3) + Payee(5, "u3"));
  EXPECT_NE(scanned.Roles("u2").find("A05 counted"), std::string::npos);
  EXPECT_EQ(scanned.report.groups.size(), 1u);
}

TEST(Statements, APayeeOfAProviderIsExemptByItself) {
  const Scanned scanned = Assess(
      TwoWithOnePayee() + Payee(5, "u3") +
      Line(6, "exemption.granted",
           R"("exemption":{"kind":"payee"},"payout":{"kind":"bank","identifier":"0000001"})"));
  EXPECT_EQ(scanned.Roles("u3"), "A05 exempted;");
  EXPECT_TRUE(scanned.report.groups.empty());
}

TEST(Statements, WhatDoesNotSayWhatItIsAboutIsCounted) {
  const Scanned scanned =
      Assess(TwoWithOnePayee() + Line(3, "exemption.granted", R"("exemption":{"kind":"address"})") +
             Line(3, "exemption.granted", R"("exemption":{"kind":"people"},"account":"u1")") +
             Line(3, "explanation.given", R"("account":"u1","explanation":{"indicator":null})"));
  EXPECT_EQ(scanned.report.statements.incomplete + scanned.report.rejects, 3u);
  EXPECT_TRUE(scanned.report.statements.exemptions.empty());
}

std::string OtherName(int day, const std::string& rest = "") {
  return Payee(day, "u1", R"(,"holder":"Jonas Beispiel")" + rest);
}

std::string Registered() {
  return Line(1, "account.registration", R"("account":"u1","name":"Mina Placeholder")");
}

std::string Asked(int day) {
  return Line(day, "explanation.requested", R"("account":"u1","explanation":{"indicator":"A02"})");
}

std::string Answered(int day, const std::string& result) {
  return Line(day, "explanation.given",
              R"("account":"u1","explanation":{"indicator":"A02"},"check":{"result":")" + result +
                  R"("},"payout":{"declared":"trade_name"})");
}

std::string Later() { return Line(28, "session.end", R"("account":"u9")"); }

SignGrade GradeOfA02(const Scanned& scanned) { return scanned.Of("u1").contributions[0].grade; }

TEST(Statements, AQuestionThatStaysUnansweredIsHard) {
  EXPECT_EQ(GradeOfA02(Assess(Registered() + OtherName(2) + Later())), SignGrade::kFlag);
  EXPECT_EQ(GradeOfA02(Assess(Registered() + OtherName(2) + Asked(21) + Later())),
            SignGrade::kHard);
  EXPECT_EQ(GradeOfA02(Assess(Registered() + OtherName(2) + Asked(22) + Later())),
            SignGrade::kFlag);
}

TEST(Statements, AnAnswerStopsTheClock) {
  const std::string asked = Registered() + OtherName(2) + Asked(3);
  EXPECT_EQ(GradeOfA02(Assess(asked + Answered(9, "pending") + Later())), SignGrade::kFlag);
  EXPECT_EQ(GradeOfA02(Assess(asked + Answered(9, "failed") + Later())), SignGrade::kHard);
  EXPECT_EQ(Assess(asked + Answered(9, "passed") + Later()).Roles("u1"), "A02 exempted;");
}

TEST(Statements, AnAnswerIsAboutThePayeeThatItExplains) {
  const Scanned scanned = Assess(Registered() + OtherName(2) + Asked(3) + Answered(4, "passed") +
                                 OtherName(6) + Later());
  EXPECT_EQ(scanned.Roles("u1").find("exempted"), std::string::npos);
}

TEST(Statements, WhatThePersonDeclaredIsNoOtherName) {
  const std::string declared = R"(,"declared":"company")";
  EXPECT_TRUE(Assess(Registered() + OtherName(2, declared) + Later()).report.findings.empty());
}

TEST(Statements, AddressesOfVeryManyAccountsAreHubs) {
  std::string text;
  for (int i = 0; i < 120; ++i) {
    text += Line(1 + i / 60, "session.start",
                 R"("account":"h)" + std::to_string(i) + R"(","session":"s)" + std::to_string(i) +
                     R"(","ip":"192.0.2.1")");
  }
  for (int i = 0; i < 90; ++i) {
    text += Line(1 + i / 60, "session.start",
                 R"("account":"k)" + std::to_string(i) + R"(","session":"t)" + std::to_string(i) +
                     R"(","ip":"192.0.2.2")");
  }
  const Scanned scanned = Assess(text);
  ASSERT_EQ(scanned.assessments.hubs.size(), 1u);
  EXPECT_EQ(scanned.assessments.hubs[0].subject.id, "192.0.2.1");
  EXPECT_EQ(scanned.assessments.hubs[0].accounts, 120u);
  for (const AccountAssessment& one : scanned.assessments.queue) {
    const std::string account(one.account);
    EXPECT_EQ(scanned.Roles(account), account[0] == 'h' ? "B02 hub;" : "B02 counted;");
  }
}

std::string SignIn(int day, const std::string& account) {
  return Line(day, "session.start",
              R"("account":")" + account + R"(","session":"s-)" + account + R"(","device":"d-1")");
}

std::string Forged(const std::string& account) {
  return Line(5, "document.submission",
              R"("account":")" + account +
                  R"(","document":{"type":"passport"},"check":{"method":"in_person",)"
                  R"("result":"forged","provider":"example-kyc"})");
}

TEST(Statements, WhoIsLinkedToAnAccountUnderReviewIsListed) {
  const std::string device = SignIn(1, "u1") + SignIn(2, "u2");
  EXPECT_TRUE(Assess(device + Later()).assessments.queue.empty());
  const Scanned scanned = Assess(device + Forged("u1") + Later());
  EXPECT_EQ(scanned.Of("u1").level, AssessmentLevel::kReview);
  EXPECT_EQ(scanned.Of("u2").level, AssessmentLevel::kFlag);
  EXPECT_EQ(scanned.Of("u2").path, AssessmentPath::kLinked);
  EXPECT_TRUE(scanned.Of("u2").contributions.empty());
  EXPECT_EQ(scanned.assessments.accounts[static_cast<size_t>(AssessmentLevel::kFlag)], 1u);
  // The library's computer links nobody.
  const Scanned exempted =
      Assess(device + Forged("u1") +
             Line(6, "exemption.granted", R"("exemption":{"kind":"device"},"device":"d-1")"));
  EXPECT_EQ(exempted.assessments.queue.size(), 1u);
}

TEST(Statements, TheOrderOfLinesAndThreadsDoNotMatter) {
  const std::string text = TwoWithOnePayee() + Household(3) + Registered() + OtherName(2) +
                           Asked(3) + Answered(9, "passed");
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
  std::string backwards;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) backwards += *line;
  const std::string expected = Assess(text).Lines(Language::kKorean);
  EXPECT_EQ(Assess(backwards).Lines(Language::kKorean), expected);
  EXPECT_EQ(Assess(text, 5).Lines(Language::kKorean), expected);
}

}  // namespace
}  // namespace sekisho
