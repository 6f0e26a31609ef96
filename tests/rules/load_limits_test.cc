// What is too large is refused by name; nothing of it is read halfway.
#include <gtest/gtest.h>

#include "core/limits.h"
#include "rules/load_texts.h"

namespace sekisho {
namespace {

TEST(LoadLimits, AFileThatIsTooLarge) {
  EXPECT_EQ(Codes(LoadTexts({std::string(limits::kRuleFileBytesMax + 1, '#')})),
            (std::vector<std::string>{"SK0002"}));
}

TEST(LoadLimits, AConditionThatIsTooLargeWrittenOut) {
  std::string values;
  for (int i = 0; i < 3000; ++i) values += "v" + std::to_string(i) + ",";
  std::string condition = "it";
  for (int i = 0; i < 30; ++i) condition += " or it";
  EXPECT_EQ(Codes(LoadTexts({"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
                             "  it: {text: [" +
                             values + "]}\n  condition: " + condition + "\n"})),
            (std::vector<std::string>{"SK0107"}));
}

TEST(LoadLimits, AValueWithTooManyForms) {
  EXPECT_EQ(Codes(LoadTexts({"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
                             "  it: {text|windash|base64: '------------'}\n  condition: it\n"})),
            (std::vector<std::string>{"SK0212"}));
}

TEST(LoadLimits, AValueThatGrowsWithEachEncoding) {
  EXPECT_EQ(Codes(LoadTexts({"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
                             "  it: {text" +
                             [] {
                               std::string modifiers;
                               for (int i = 0; i < 40; ++i) modifiers += "|utf16le";
                               return modifiers;
                             }() +
                             ": abc}\n  condition: it\n"})),
            (std::vector<std::string>{"SK0212"}));
}

TEST(LoadLimits, MoreRegularExpressionsThanFit) {
  std::string values;
  for (int i = 0; i < 3000; ++i) values += "'(a{1,100}){1,9}b" + std::to_string(i) + "',";
  const LoadResult loaded =
      LoadTexts({"title: t\nname: t\nlogsource: {product: sekisho}\ndetection:\n"
                 "  it: {text|re: [" +
                 values + "]}\n  condition: it\n"});
  ASSERT_EQ(loaded.rule_status.size(), 1u);
  EXPECT_EQ(loaded.rule_status[0].code, "SK0206");
}

TEST(LoadLimits, MoreFieldsThanATableHolds) {
  LoadRequest request;
  request.foreign_fields = true;
  for (int rule = 0; rule < 2; ++rule) {
    std::string text = "title: t\nlogsource: {product: p}\ndetection:\n  it:\n";
    for (int i = 0; i < 40'000; ++i) {
      text += "    f" + std::to_string(rule * 40'000 + i) + ": x\n";
    }
    request.texts.push_back({std::to_string(rule) + ".yml", text + "  condition: it\n"});
  }
  const LoadResult loaded = LoadRules(request);
  EXPECT_EQ(Codes(loaded), (std::vector<std::string>{"SK0406"}));
  EXPECT_TRUE(loaded.has_errors());
}

}  // namespace
}  // namespace sekisho
