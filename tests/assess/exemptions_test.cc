// What exemptions cover, for whom, and until when.
#include "assess/exemptions.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "assess/cases.h"

namespace sekisho {
namespace {

using Kind = ExemptionKind;
using Accounts = std::vector<std::string>;

Exemption For(Kind kind, const std::string& indicator, const std::string& account) {
  Exemption one;
  one.kind = kind;
  one.indicator = indicator;
  one.account = account;
  return one;
}

Exemption Shared(const std::string& a, const std::string& b, const std::string& indicator = "A05") {
  Exemption one = For(Kind::kHousehold, indicator, a);
  one.other_account = b;
  return one;
}

Exemption About(Kind kind, const std::string& subject, const std::string& indicator = "") {
  Exemption one = For(kind, indicator, "");
  one.subject = subject;
  return one;
}

struct Question {
  std::string indicator = "A05";
  std::string subject_type = "payout.key";
  std::string subject = "bank|1";
  Accounts accounts;
  int64_t last_ms = 0;
};

bool Covers(const ExemptionRegister& exemptions, const Question& asked,
            const std::string& account) {
  const ExemptionQuery query{asked.indicator, asked.subject_type, asked.subject, asked.accounts,
                             asked.last_ms};
  return exemptions.Covering(query, account).has_value();
}

TEST(Exemptions, AnAddressIsExemptForTheIndicatorThatIsNamed) {
  const ExemptionRegister exemptions({About(Kind::kAddress, "192.0.2.1", "B02")}, 0);
  const auto covers = [&](const std::string& code, const std::string& type, const std::string& id) {
    return Covers(exemptions, {code, type, id, {"u1", "u2"}}, "u1");
  };
  EXPECT_TRUE(covers("B02", "network.address", "192.0.2.1"));
  EXPECT_FALSE(covers("B02", "network.address", "192.0.2.2"));
  EXPECT_FALSE(covers("X44", "network.address", "192.0.2.1"));
  EXPECT_FALSE(covers("B02", "device", "192.0.2.1"));
}

TEST(Exemptions, WithoutAnIndicatorForAll) {
  const ExemptionRegister exemptions({About(Kind::kDevice, "d-1")}, 0);
  EXPECT_TRUE(Covers(exemptions, {"A18", "device", "d-1", {"u1", "u2"}}, "u2"));
  EXPECT_TRUE(Covers(exemptions, {"X48", "device", "d-1", {"u1", "u2"}}, "u2"));
}

TEST(Exemptions, HoldFromTheGrantToTheEnd) {
  Exemption one = About(Kind::kPayee, "bank|1");
  one.since_ms = 10;
  one.until_ms = 20;
  const auto covered_at = [&](int64_t now_ms) {
    return Covers(ExemptionRegister({one}, now_ms), {.accounts = {"u1", "u2"}}, "u1");
  };
  EXPECT_FALSE(covered_at(9));
  EXPECT_TRUE(covered_at(10));
  EXPECT_TRUE(covered_at(19));
  EXPECT_FALSE(covered_at(20));
}

TEST(Exemptions, ALaterOneForTheSameThingReplacesIt) {
  Exemption first = Shared("u1", "u2");
  Exemption ended = first;
  ended.since_ms = 5;
  ended.until_ms = 5;
  const Question asked{.accounts = {"u1", "u2"}};
  const ExemptionRegister exemptions({ended, first}, 7);
  EXPECT_FALSE(Covers(exemptions, asked, "u1"));
  EXPECT_EQ(exemptions.exemptions().size(), 1u);
  EXPECT_EQ(exemptions.CountInForce(), 0u);
  EXPECT_TRUE(Covers(ExemptionRegister({ended, first}, 4), asked, "u1"));
}

TEST(Exemptions, OneStrangerAmongThemAndItCountsForAll) {
  const ExemptionRegister exemptions({Shared("u1", "u2"), Shared("u3", "u2")}, 0);
  EXPECT_TRUE(Covers(exemptions, {.accounts = {"u1", "u2", "u3"}}, "u1"));
  EXPECT_TRUE(Covers(exemptions, {.accounts = {"u1", "u3"}}, "u3"));
  EXPECT_FALSE(Covers(exemptions, {.accounts = {"u1", "u2", "u9"}}, "u1"));
  EXPECT_FALSE(Covers(exemptions, {.accounts = {"u1", "u2", "u9"}}, "u9"));
  EXPECT_FALSE(Covers(exemptions, {.indicator = "A18", .accounts = {"u1", "u2"}}, "u1"));
}

TEST(Exemptions, AStatementOfTwoIsNoLicenceForOne) {
  Exemption all = Shared("u1", "u2", "");
  const ExemptionRegister general({all}, 0);
  EXPECT_FALSE(Covers(general, {"B01", "account", "u1", {"u1"}}, "u1"));
  // The agency's contract names the worker first, and A02: his payee has the agency's name.
  Exemption contract = Shared("u1", "u2", "A02");
  contract.kind = Kind::kAccount;
  const ExemptionRegister named({contract}, 0);
  EXPECT_TRUE(Covers(named, {"A02", "account", "u1", {"u1"}}, "u1"));
  EXPECT_FALSE(Covers(named, {"A02", "account", "u2", {"u2"}}, "u2"));
}

TEST(Exemptions, AccountsAndIndicators) {
  const ExemptionRegister exemptions(
      {For(Kind::kAccount, "B01", "u1"), For(Kind::kIndicator, "C05", "")}, 0);
  EXPECT_TRUE(Covers(exemptions, {"B01", "account", "u1", {"u1"}}, "u1"));
  EXPECT_FALSE(Covers(exemptions, {"B03", "account", "u1", {"u1"}}, "u1"));
  EXPECT_FALSE(Covers(exemptions, {"B01", "account", "u2", {"u2"}}, "u2"));
  EXPECT_TRUE(Covers(exemptions, {"C05", "account", "u2", {"u2"}}, "u2"));
}

TEST(Exemptions, AnExplanationCoversWhatCameBeforeIt) {
  Exemption accepted = For(Kind::kExplanation, "A02", "u1");
  accepted.since_ms = 50;
  const ExemptionRegister exemptions({accepted}, 100);
  EXPECT_TRUE(Covers(exemptions, {"A02", "account", "u1", {"u1"}, 50}, "u1"));
  EXPECT_FALSE(Covers(exemptions, {"A02", "account", "u1", {"u1"}, 51}, "u1"));
  EXPECT_FALSE(Covers(exemptions, {"A02", "payout.key", "bank|1", {"u1", "u2"}, 1}, "u1"));
}

TEST(Exemptions, KindsHaveNames) {
  for (const Kind kind : {Kind::kAddress, Kind::kDevice, Kind::kPayee, Kind::kHousehold,
                          Kind::kAccount, Kind::kIndicator}) {
    EXPECT_EQ(ParseExemptionKind(ExemptionKindName(kind)), kind);
  }
  EXPECT_EQ(ParseExemptionKind("explanation"), std::nullopt);
  EXPECT_EQ(ParseExemptionKind("person"), std::nullopt);
}

TEST(Exemptions, WhatIsSetAsideIsListedAndDoesNotCount) {
  std::vector<Sign> signs = Signs("A05 hard, B01 flag, A05 hard");
  signs[0].set_aside = SetAside::kExempted;
  signs[0].exemption = 3;
  EXPECT_EQ(Say(TestAssessor().Assess(signs, {}, 0)), "review: A05 B01");
  signs[2].set_aside = SetAside::kExempted;
  signs[2].exemption = 4;
  const Assessment assessment = TestAssessor().Assess(signs, {}, 0);
  EXPECT_EQ(Say(assessment), "flag: B01");
  const Contribution& exempted = assessment.contributions.back();
  EXPECT_EQ(exempted.role, ContributionRole::kExempted);
  EXPECT_EQ(exempted.findings, (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(exempted.exemptions, (std::vector<uint32_t>{3, 4}));
  EXPECT_EQ(assessment.hard, 0u);
}

TEST(Exemptions, WhatIsAboutAHubIsListedAndDoesNotCount) {
  std::vector<Sign> signs = Signs("B02 flag, E01 flag, C01 flag");
  EXPECT_EQ(Say(TestAssessor().Assess(signs, {}, 0)), "flag: B02 C01 E01");
  signs[0].set_aside = SetAside::kHub;
  const Assessment assessment = TestAssessor().Assess(signs, {}, 0);
  EXPECT_EQ(Say(assessment), "context: C01 E01");
  EXPECT_EQ(assessment.contributions.back().role, ContributionRole::kHub);
}

// Who belongs together, slowly: until nobody is added any more.
std::set<std::string> CircleOf(const std::string& account, const std::vector<Exemption>& all,
                               const std::string& indicator, int64_t now_ms) {
  std::set<std::string> circle = {account};
  for (size_t before = 0; before != circle.size();) {
    before = circle.size();
    for (const Exemption& one : all) {
      if (one.until_ms <= now_ms) continue;
      if (!one.indicator.empty() && one.indicator != indicator) continue;
      if (circle.contains(one.account)) circle.insert(one.other_account);
      if (circle.contains(one.other_account)) circle.insert(one.account);
    }
  }
  return circle;
}

RC_GTEST_PROP(ExemptionsProperty, WhoBelongsTogetherIsFoundByAnyWay, ()) {
  const std::vector<std::string> codes = {"", "A05", "A18"};
  const auto account = [] { return "u" + std::to_string(*rc::gen::inRange(0, 7)); };
  std::vector<Exemption> all;
  std::set<std::vector<std::string>> things;
  for (int i = *rc::gen::inRange(0, 9); i > 0; --i) {
    Exemption one = Shared(account(), account(), codes[*rc::gen::inRange<size_t>(0, 3)]);
    one.until_ms = *rc::gen::inRange(5, 15);
    if (things.insert({one.account, one.other_account, one.indicator}).second) all.push_back(one);
  }
  const ExemptionRegister exemptions(all, 10);
  const std::string a = account();
  const std::string b = account();
  const std::string indicator = codes[*rc::gen::inRange<size_t>(1, 3)];
  RC_PRE(a != b);
  const bool together = CircleOf(a, all, indicator, 10).contains(b);
  RC_ASSERT(exemptions.CoversPair({indicator}, a, b) == together);
  RC_ASSERT(Covers(exemptions, {.indicator = indicator, .accounts = {a, b}}, a) == together);
}

}  // namespace
}  // namespace sekisho
