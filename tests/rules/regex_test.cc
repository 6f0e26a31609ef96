#include "rules/regex.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

bool Matches(std::string_view pcre, std::string_view text, RegexFlags flags = {}) {
  const auto regex = CompileRegex(pcre, flags);
  EXPECT_TRUE(regex.ok()) << pcre << ": " << regex.status();
  return regex.ok() && RegexMatches(**regex, text);
}

TEST(Regex, WritesPcreAsRe2WhereItMeansTheSame) {
  const std::pair<const char*, const char*> kCases[] = {
      {"a+b*?c{2,3}", "a+b*?c{2,3}"},
      {"(?<year>\\d+)", "(?P<year>\\d+)"},
      {"(?'year'\\d+)", "(?P<year>\\d+)"},
      {"(?P<year>x)(?:y)", "(?P<year>x)(?:y)"},
      {"(?i)a(?s-m:b)", "(?i)a(?s-m:b)"},
      {"a(?#a remark)b", "ab"},
      {"a\\_b", "a_b"},
      {"\\e", "\\x1b"},
      {"\\cA\\ci", "\\x01\\x09"},
      {"\\x4\\x41\\x{1f600}", "\\x04\\x41\\x{1f600}"},
      {"\\s", "[\\s\\x0b]"},
      {"\\S", "[^\\s\\x0b]"},
      {"[\\s,]", "[\\s\\x0b,]"},
      {"[]a]", "[\\]a]"},
      {"[^]a]", "[^\\]a]"},
      {"[a[b]", "[a\\[b]"},
      {"[[:alpha:]_]", "[[:alpha:]_]"},
      {"[\\b]", "[\\x08]"},
      {"\\Qa.b\\E.", "a\\.b."},
      {"${x}", "$\\{x}"},
      {"a{,3}", "a\\{,3}"},
      {"a{2}", "a{2}"},
      {"\\N", "[^\\n]"},
  };
  for (const auto& [pcre, re2] : kCases) {
    const StatusOr<std::string> translated = TranslateRegex(pcre);
    ASSERT_TRUE(translated.ok()) << pcre;
    EXPECT_EQ(*translated, re2) << pcre;
    EXPECT_TRUE(CompileRegex(pcre, {}).ok()) << pcre << ": " << CompileRegex(pcre, {}).status();
  }
}

TEST(Regex, TellsApartUnsupportedTooLargeAndMalformed) {
  for (const char* pcre :
       {"a(?=b)",   "a(?!b)",    "(?<=a)b", "(?<!a)b", "(a)\\1", "a++",    "a{2}+",
        "(?>a)",    "(?|a|b)",   "(?R)",    "(?1)",    "(?&n)",  "(?P=n)", "(?P>n)",
        "(?-1)",    "(?(1)a|b)", "\\Ka",    "\\Ga",    "\\R",    "\\X",    "(*UTF)a",
        "(?x) a b", "\\k<n>",    "a\\Z",    "[\\H]"}) {
    EXPECT_TRUE(absl::IsUnimplemented(CompileRegex(pcre, {}).status())) << pcre;
  }
  EXPECT_TRUE(absl::IsResourceExhausted(CompileRegex("(a{1,900}){1,900}", {}).status()));
  EXPECT_TRUE(absl::IsResourceExhausted(CompileRegex("a{1,2000}", {}).status()));
  for (const char* pcre : {"(", "[a", "*a", "a\\", "(?<n", "[z-a]", "\\x{zz}", "\\c"}) {
    EXPECT_TRUE(absl::IsInvalidArgument(CompileRegex(pcre, {}).status())) << pcre;
  }
}

TEST(Regex, MatchesWhatPcreMatches) {
  EXPECT_TRUE(Matches("a\\hb", "a\u3000b"));
  EXPECT_FALSE(Matches("a\\hb", "a\nb"));
  EXPECT_TRUE(Matches("a\\vb",
                      "a\x0b"
                      "b"));
  EXPECT_TRUE(Matches("a\\sb",
                      "a\x0b"
                      "b"));
  EXPECT_TRUE(Matches("^\\w+$", "abc"));
  EXPECT_FALSE(Matches("^b", "a\nb"));
  EXPECT_TRUE(Matches("^b", "a\nb", {.multi_line = true}));
  EXPECT_TRUE(Matches("a.b", "a\nb", {.dot_all = true}));
  EXPECT_TRUE(Matches("ÄB", "äb", {.ignore_case = true}));
  EXPECT_FALSE(Matches("ÄB", "äb"));
}

}  // namespace
}  // namespace sekisho
