#include "cli/text_width.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "cli/table.h"

namespace sekisho {
namespace {

using Lines = std::vector<std::string>;

TEST(TextWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("関所"), 4u);
  EXPECT_EQ(DisplayWidth("관문"), 4u);
  EXPECT_EQ(DisplayWidth("ｶﾅ"), 2u);       // half-width kana
  EXPECT_EQ(DisplayWidth("Ａ"), 2u);       // full-width Latin
  EXPECT_EQ(DisplayWidth("e\u0301"), 1u);  // a combining accent
  EXPECT_EQ(DisplayWidth("a\xff"
                         "b"),
            3u);  // one replacement sign
}

TEST(TextWidth, FitCutsAtCharacters) {
  EXPECT_EQ(Fit("abcdef", 6), "abcdef");
  EXPECT_EQ(Fit("abcdef", 5), "abcd…");
  EXPECT_EQ(Fit("関所の町", 8), "関所の町");
  EXPECT_EQ(Fit("関所の町", 6), "関所…");  // a half character does not fit
  EXPECT_EQ(Fit("関所", 1), "…");
  EXPECT_EQ(Fit("関所", 0), "");
}

TEST(TextWidth, PadsToColumns) {
  EXPECT_EQ(PadRight("関所", 6), "関所  ");
  EXPECT_EQ(PadLeft("12", 4), "  12");
  EXPECT_EQ(PadLeft("12345", 4), "12345");
}

TEST(TextWidth, PrintableDisarmsControls) {
  EXPECT_EQ(Printable("a\x1b[2Jb\r\n"), "a\ufffd[2Jb\ufffd\ufffd");
  EXPECT_EQ(Printable("a\u202eb\u200b"), "a\ufffdb\ufffd");  // direction and zero-width marks
  EXPECT_EQ(Printable("\xc3"), "\ufffd");
  EXPECT_EQ(Printable("関所 é"), "関所 é");
}

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_EQ(Wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(Wrap("one", 7), (Lines{"one"}));
  EXPECT_EQ(Wrap("", 7), Lines{});
  EXPECT_EQ(Wrap("abcdefgh ij", 4), (Lines{"abcd", "efgh", "ij"}));
}

TEST(Wrap, BreaksBetweenWideCharacters) {
  EXPECT_EQ(Wrap("関所の町", 4), (Lines{"関所", "の町"}));
  EXPECT_EQ(Wrap("関所。町", 4), (Lines{"関", "所。", "町"}));  // no line begins with a full stop
  EXPECT_EQ(Wrap("関「所」", 6), (Lines{"関", "「所」"}));      // and none ends with an opening one
}

TEST(Wrap, LeavesOutSpacesOfBrokenJapaneseLines) {
  EXPECT_EQ(Wrap("交代制で 見られる", 40), (Lines{"交代制で見られる"}));
  EXPECT_EQ(Wrap("여러 사람이", 40), (Lines{"여러 사람이"}));
}

RC_GTEST_PROP(Wrap, NoLineIsTooWideAndNothingIsLost, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "bcd", "関所", "。", "「", "관문", "long-word", "é"));
  const auto columns = *rc::gen::inRange<size_t>(2, 30);
  std::string text;
  for (const std::string& word : words) text += word + (word.size() % 2 == 0 ? " " : "");
  std::string joined;
  for (const std::string& line : Wrap(text, columns)) {
    RC_ASSERT(DisplayWidth(line) <= columns);
    joined += line;
  }
  const auto without_spaces = [](std::string s) {
    std::erase(s, ' ');
    return s;
  };
  RC_ASSERT(without_spaces(joined) == without_spaces(text));
}

TEST(Table, LinesUpWideCharacters) {
  Table table({{"name"}, {"n", true}});
  table.AddRow({"関所", "1"});
  table.AddRow({"gate", "12"});
  table.AddLine("between");
  EXPECT_EQ(table.Render(Terminal(), 2), "  name   n\n  関所   1\n  gate  12\nbetween\n");
}

TEST(Table, CutsOnlyTheColumnsThatMayShrink) {
  Table table({{"", false, Style::kPlain, 4}, {""}});
  table.AddRow({"a long name", "2026-04-01"});
  Terminal narrow;
  narrow.columns = 20;
  EXPECT_EQ(table.Render(narrow, 0), "a long …  2026-04-01\n");
  narrow.columns = 5;
  EXPECT_EQ(table.Render(narrow, 0), "a l…  2026-04-01\n");
}

}  // namespace
}  // namespace sekisho
