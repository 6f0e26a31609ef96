#include "dossier/states.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "dossier/report_step.h"
#include "dossier/sample.h"

namespace sekisho {
namespace {

using Way = std::vector<std::string>;

std::vector<Diagnostic> ProblemsOf(const std::string& text) {
  ReportFileLoad load = ReadReportFile({"sample.json", text}, {});
  EXPECT_TRUE(load.report) << text;
  return load.report ? CheckStates(*load.report) : std::vector<Diagnostic>();
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(ReportStates, TheWholeWay) {
  for (const Way& way :
       {Way{}, Way{"checked"}, Way{"checked", "approved"},
        Way{"checked", "approved", "handed_over", "closed"}, Way{"withheld"},
        Way{"checked", "approved", "withheld"}, Way{"checked", "draft", "checked", "approved"}}) {
    EXPECT_TRUE(ProblemsOf(SampleText(way)).empty());
  }
}

// An independent table: what may stand beside what.
bool MayFollow(const std::string& from, const std::string& to) {
  static const std::set<std::string> pairs = {
      "draft>checked",        "draft>withheld", "checked>approved",
      "checked>withheld",     "checked>draft",  "approved>withheld",
      "approved>handed_over", "approved>draft", "handed_over>closed"};
  return pairs.contains(from + ">" + to);
}

RC_GTEST_PROP(ReportStates, EveryOtherStepIsAnError, ()) {
  const Way way = *rc::gen::container<Way>(rc::gen::element<std::string>(
      "draft", "checked", "approved", "handed_over", "closed", "withheld"));
  bool allowed = true;
  std::string from = "draft";
  for (const std::string& to : way) {
    allowed = allowed && MayFollow(from, to);
    from = to;
  }
  RC_ASSERT(ProblemsOf(SampleText(way)).empty() == allowed);
}

TEST(ReportStates, WhatWasCheckedStaysAsItIs) {
  const std::string checked = SampleText({"checked"});
  const std::string changed = Replaced(checked, "Read access.", "Write access.");
  const std::vector<Diagnostic> problems = ProblemsOf(changed);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].message.find("changed after it was checked"), std::string::npos);
  // White space is no change.
  EXPECT_TRUE(ProblemsOf(Replaced(checked, "\"asked\":", "\"asked\":   ")).empty());
}

TEST(ReportStates, ASecondPersonChecks) {
  for (const std::string_view by : {"A. Writer", "a writer", "Ａ．ＷＲＩＴＥＲ"}) {
    const std::string text = Replaced(SampleText({"checked"}), "B. Second", by);
    const std::vector<Diagnostic> problems = ProblemsOf(text);
    ASSERT_EQ(problems.size(), 1u) << by;
    EXPECT_NE(problems[0].message.find("who wrote the draft"), std::string::npos);
  }
}

// Who checked may send the report back; this does not make its first writer a second person.
TEST(ReportStates, AWriterStaysAWriterWhenAnotherDraftsAnew) {
  std::string text = SampleText({"checked"});
  const auto step = [&](std::string_view state, std::string_view by, std::string_view reason) {
    text = *TakeStep(
        "sample.json", text,
        {std::string(state), std::string(by), 1'775'900'000'000, std::string(reason), "", ""});
  };
  step("draft", "B. Second", "a word was wrong");
  step("checked", "A. Writer", "");
  step("approved", "B. Second", "");
  const std::vector<Diagnostic> problems = ProblemsOf(text);
  ASSERT_EQ(problems.size(), 2u);
  for (const Diagnostic& one : problems) {
    EXPECT_NE(one.message.find("who wrote the draft"), std::string::npos) << one.message;
  }
}

TEST(ReportStates, NothingIsLeftToFillIn) {
  std::string text = Replaced(SampleText({}), "Read access.", kToFillIn);
  EXPECT_TRUE(ProblemsOf(text).empty());
  text = *TakeStep("sample.json", text, {"checked", "B. Second", 1'775'900'000'000, "", "", ""});
  const std::vector<Diagnostic> problems = ProblemsOf(text);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].message.find("/access_held"), std::string::npos);
}

TEST(ReportStates, AnApprovalMayBeAFileOfItsOwn) {
  const ReportFile checked = Sample({"checked"});
  const std::string text = SampleText({"checked"});
  const std::string approval = R"({"format": "sekisho.approval/1", "report": "r-000000000001",
    "states": [{"state": "approved", "by": "C", "at": "2026-05-01T00:00:00Z",
                "content_sha256": ")" +
                               checked.content_sha256 + "\"}]}";
  const ReportFileLoad load = ReadReportFile({"sample.json", text}, {"a.json", approval});
  ASSERT_TRUE(load.report);
  EXPECT_TRUE(CheckStates(*load.report).empty());
  EXPECT_TRUE(load.report->open());
  const ReportFileLoad early =
      ReadReportFile({"sample.json", text}, {"a.json", Replaced(approval, "2026-05", "2026-01")});
  const std::vector<Diagnostic> problems = CheckStates(*early.report);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].place.file, "a.json") << "where it is to be mended";
  const ReportFileLoad other =
      ReadReportFile({"sample.json", text}, {"a.json", Replaced(approval, "r-0", "r-1")});
  EXPECT_FALSE(other.report);
}

}  // namespace
}  // namespace sekisho
