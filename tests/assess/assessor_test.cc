// What findings amount to, case by case, and the properties that hold for all.
#include "assess/assessor.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "assess/cases.h"

namespace sekisho {
namespace {

struct Case {
  const char* why;
  const char* signs;
  const char* expected;
};

void Check(std::initializer_list<Case> cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(Say(AssessText(one.signs)), one.expected) << one.why << ": " << one.signs;
  }
}

TEST(Assessor, Levels) {
  Check({
      {"nothing is no reason to look", "", "context:"},
      {"what explains is no sign", "A18 context, B01 context", "context:"},
      {"one sign that may stand on its own is listed", "B01 flag", "flag: B01"},
      {"one hard sign too, no more", "A05 hard", "flag: A05"},
      {"two hard ones of one kind of evidence are one kind", "A03 hard, A10 hard", "flag: A03 A10"},
      {"many signs without a hard one are still weak", "B01 flag, F06 flag", "flag: B01 F06"},
      {"a hard one and another kind of evidence open a case", "A05 hard, B01 flag",
       "review: A05 B01"},
      {"an opener opens one alone", "A10 opener", "review: A10"},
      {"an opener beside a hard one of another kind is urgent", "A10 opener, A05 hard",
       "urgent: A10 A05"},
      {"but not of its own kind", "A10 opener, A03 hard", "review: A10 A03"},
      {"three kinds of hard contradiction are urgent", "A10 hard, A05 hard, E10 hard",
       "urgent: A05 A10 E10"},
      {"harm that goes on is urgent by itself", "D09 opener", "urgent: D09"},
      {"a weaker finding of that indicator is not", "D09 flag", "flag: D09"},
      {"what only people may judge never counts", "E06 flag, A05 hard", "flag: A05"},
  });
}

TEST(Assessor, Proxies) {
  Check({
      {"never alone", "B02 flag", "context: B02"},
      {"nor two", "B02 flag, E01 flag", "context: B02 E01"},
      {"three kinds together are listed", "B02 flag, E01 flag, C01 flag", "flag: B02 C01 E01"},
      {"never the only second kind", "A05 hard, E01 flag", "flag: A05 E01"},
      {"nor are two of them", "A05 hard, E01 flag, B02 flag", "flag: A05 B02 E01"},
      {"three are", "A05 hard, E01 flag, B02 flag, C01 flag", "review: A05 B02 C01 E01"},
      {"one that its own rule corroborates stands like any hard sign", "A02 hard, B01 flag",
       "review: A02 B01"},
      {"that one alone stays a flag", "A02 hard", "flag: A02"},
  });
}

TEST(Assessor, OneCauseCountsOnce) {
  Check({
      {"what names another folds into it", "A05 hard, A02 flag", "flag: A05 | A02 in A05"},
      {"no matter which of them names the other", "B09 flag, A05 hard", "flag: A05 | B09 in A05"},
      {"A18 names B02, neither names A05: the device and the payee stay two",
       "A05 hard, A18 hard, B02 flag", "review: A05 A18 | B02 in A18"},
      {"no chain: B09 and A02 both share a cause with A05, not with each other",
       "A02 hard, B09 flag", "review: A02 B09"},
      {"a further finding does not take that away", "A02 hard, B09 flag, A05 hard",
       "review: A02 B09 | A05 in A02"},
      {"a context finding folds nothing", "A05 context, A02 hard", "flag: A02"},
  });
}

TEST(Assessor, Breadth) {
  Check({
      {"four indicators of four kinds in a month",
       "B01 flag, F06 flag @10, D04 flag @20, B04 flag @30",
       "review (re-verification): B01 B04 D04 F06"},
      {"a day more is too long", "B01 flag, F06 flag @10, D04 flag @20, B04 flag @31",
       "flag: B01 B04 D04 F06"},
      {"a finding that lasts is there all the time",
       "B01 flag @0-5, F06 flag @10, D04 flag @20, B04 flag @31",
       "review (re-verification): B01 B04 D04 F06"},
      {"three are too few", "B01 flag, F06 flag, D04 flag", "flag: B01 D04 F06"},
      {"all but one may be proxies", "B01 flag, X01 flag, E01 flag, C01 flag",
       "review (re-verification): B01 C01 E01 X01"},
      {"not all", "A02 flag, X01 flag, E01 flag, C01 flag", "flag: A02 C01 E01 X01"},
      {"each is of another kind", "B01 flag, B02 flag, E01 flag, C01 flag",
       "flag: B01 B02 C01 E01"},
      {"two of one kind are one kind", "B01 flag, F06 flag, D09 flag, C01 flag",
       "flag: B01 D09 F06 C01"},
      {"one cause is one indicator", "A18 flag, B02 flag, F06 flag, D04 flag",
       "flag: A18 D04 F06 | B02 in A18"},
  });
}

TEST(Assessor, AskFirst) {
  const Assessor& assessor = TestAssessor();
  const std::vector<Sign> signs = Signs("A02 flag, B01 flag");
  const uint32_t a02 = KindOf("A02");
  const auto level = [&](ExplanationRequest request, int64_t now_ms) {
    return LevelName(assessor.Assess(signs, std::vector{request}, now_ms).level);
  };
  EXPECT_EQ(level({a02, 0, false}, 7 * kDay - 1), "flag");
  EXPECT_EQ(level({a02, 0, false}, 7 * kDay), "review");
  EXPECT_EQ(level({a02, 0, true}, 90 * kDay), "flag");
  // Nobody can make another indicator harder by asking.
  EXPECT_EQ(level({KindOf("B01"), 0, false}, 90 * kDay), "flag");
}

TEST(Assessor, DescribesWhatCounts) {
  const Assessment one = AssessText("A05 hard @1, A05 flag @9, B02 flag @3, E01 flag @4, A02 flag");
  EXPECT_EQ(one.classes, std::vector<std::string_view>{"payout"});
  EXPECT_EQ(one.proxy_classes, (std::vector<std::string_view>{"biography", "network"}));
  EXPECT_EQ(one.hard, 1u);
  EXPECT_EQ(one.newest_ms, 9 * kDay);
  const Contribution& first = one.contributions[0];
  EXPECT_EQ(first.kind, KindOf("A05"));
  EXPECT_TRUE(first.decisive);
  EXPECT_EQ(first.grade, SignGrade::kHard);
  EXPECT_EQ(first.findings, (std::vector<uint32_t>{0, 1}));
}

TEST(Assessor, QueueOrder) {
  const std::vector<const char*> queue = {
      "A10 opener, A05 hard",          // urgent
      "A05 hard, B01 flag, F06 flag",  // review, three kinds
      "A05 hard, A18 hard",            // two kinds, both hard
      "A05 hard, B01 flag @2",         // newer
      "A05 hard, B01 flag @1",
      "A05 hard, B02 flag @9",  // flag
      "A05 context",
  };
  for (size_t i = 0; i + 1 < queue.size(); ++i) {
    EXPECT_TRUE(ComesBefore(AssessText(queue[i]), AssessText(queue[i + 1]))) << queue[i];
    EXPECT_FALSE(ComesBefore(AssessText(queue[i + 1]), AssessText(queue[i]))) << queue[i];
  }
}

TEST(Assessor, LinkedOnesAreListedAndComeFirstOfTheirLevel) {
  Assessment linked = AssessText("A05 context");
  ListAsLinked(&linked);
  EXPECT_EQ(linked.level, AssessmentLevel::kFlag);
  EXPECT_EQ(linked.path, AssessmentPath::kLinked);
  const Assessment own = AssessText("A05 hard");
  EXPECT_TRUE(ComesBefore(linked, own));
  Assessment both = own;
  ListAsLinked(&both);
  EXPECT_EQ(both.path, AssessmentPath::kSolid);
  EXPECT_TRUE(ComesBefore(both, linked));
}

Sign AnySign(uint32_t number) {
  const auto kinds = static_cast<uint32_t>(TestKinds().size());
  const auto first = *rc::gen::inRange<int64_t>(0, 60) * kDay;
  return {*rc::gen::inRange<uint32_t>(0, kinds), static_cast<SignGrade>(*rc::gen::inRange(0, 4)),
          first, first + *rc::gen::inRange<int64_t>(0, 20) * kDay, number};
}

std::vector<Sign> AnySigns() {
  std::vector<Sign> signs;
  const auto count = *rc::gen::inRange<uint32_t>(0, 10);
  for (uint32_t i = 0; i < count; ++i) signs.push_back(AnySign(i));
  return signs;
}

RC_GTEST_PROP(AssessorProperty, AFurtherFindingNeverLowersALevel, ()) {
  std::vector<Sign> signs = AnySigns();
  const Assessment before = TestAssessor().Assess(signs, {}, 0);
  signs.push_back(AnySign(99));
  const Assessment after = TestAssessor().Assess(signs, {}, 0);
  RC_ASSERT(after.level >= before.level);
}

RC_GTEST_PROP(AssessorProperty, TheOrderOfFindingsDoesNotMatter, ()) {
  const std::vector<Sign> signs = AnySigns();
  std::vector<Sign> shuffled = signs;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(*rc::gen::arbitrary<uint32_t>()));
  const Assessment a = TestAssessor().Assess(signs, {}, 0);
  const Assessment b = TestAssessor().Assess(shuffled, {}, 0);
  RC_ASSERT(Say(a) == Say(b));
  RC_ASSERT(a.classes == b.classes);
  RC_ASSERT(a.hard == b.hard);
}

RC_GTEST_PROP(AssessorProperty, WhatCountsHasCausesOfItsOwn, ()) {
  const Assessment one = TestAssessor().Assess(AnySigns(), {}, 0);
  for (const Contribution& a : one.contributions) {
    for (const Contribution& b : one.contributions) {
      if (&a == &b || a.role != ContributionRole::kCounted) continue;
      if (b.role == ContributionRole::kCounted) {
        RC_ASSERT(!TestAssessor().SameCause(a.kind, b.kind));
      }
      if (b.role == ContributionRole::kSameCause && b.folded_into == a.kind) {
        RC_ASSERT(TestAssessor().SameCause(a.kind, b.kind));
      }
    }
  }
}

RC_GTEST_PROP(AssessorProperty, ProxiesAloneAreNeverMoreThanAFlag, ()) {
  std::vector<Sign> signs = AnySigns();
  for (Sign& sign : signs) sign.grade = std::min(sign.grade, SignGrade::kFlag);
  std::erase_if(signs, [](const Sign& sign) { return !TestAssessor().kinds()[sign.kind].proxy; });
  RC_ASSERT(TestAssessor().Assess(signs, {}, 0).level <= AssessmentLevel::kFlag);
}

}  // namespace
}  // namespace sekisho
