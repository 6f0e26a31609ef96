#include "report/report_names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/html_page.h"

namespace sekisho {
namespace {

std::string TextsOf(const ReportNames& names) {
  std::string texts;
  JsonWriter json(&texts);
  names.WriteTexts(&json);
  return texts;
}

std::string AccountOf(std::string_view name, ReportNames* names) {
  std::string account;
  JsonWriter json(&account);
  names->WriteAccount(name, &json);
  return account;
}

TEST(ReportNames, EachTextStandsOnce) {
  ReportNames names;
  EXPECT_EQ(names.Text("u1"), 0);
  EXPECT_EQ(names.Text("u2"), 1);
  EXPECT_EQ(names.Text("u1"), 0);
  EXPECT_EQ(TextsOf(names), R"(["u1","u2"])");
}

TEST(ReportNames, TextsAreVisibleAndShort) {
  ReportNames names;
  names.Text("a\u202eb");
  names.Text(std::string(300, 'x'));
  const std::string texts = TextsOf(names);
  EXPECT_TRUE(texts.starts_with("[\"a⟨U+202E⟩b\",\"xxx")) << texts;
  EXPECT_TRUE(texts.ends_with("x…\"]")) << texts;
  EXPECT_LT(texts.size(), 240u);
}

TEST(ReportNames, AListedAccountIsItsPlaceAnotherOneItsText) {
  ReportNames names;
  names.List("first");
  names.List("second");
  EXPECT_EQ(names.listed(), 2u);
  EXPECT_EQ(AccountOf("second", &names), "1");
  EXPECT_EQ(AccountOf("third", &names), "[0]");
  EXPECT_EQ(names.PlaceOf("third"), SIZE_MAX);
}

// The limits of the page rest on this: what is counted is what is written.
RC_GTEST_PROP(ReportNames, BytesAreThoseOfThePage, (const std::vector<std::string>& texts)) {
  ReportNames names;
  for (const std::string& text : texts) names.Text(text);
  const size_t brackets_and_one_comma_less = texts.empty() ? 2 : 1;
  RC_ASSERT(EscapeForScript(TextsOf(names)).size() == names.bytes() + brackets_and_one_comma_less);
}

TEST(ReportNames, BytesOfTextsThatArePutDifferently) {
  ReportNames names;
  names.Text("<&>\"\\\u2028絵");
  EXPECT_EQ(EscapeForScript(TextsOf(names)).size(), names.bytes() + 1);
}

}  // namespace
}  // namespace sekisho
