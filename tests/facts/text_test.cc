#include "core/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace sekisho {
namespace {

TEST(NormalText, WidthCompositionAndCase) {
  EXPECT_EQ(NormalText(" Ａｂ　", TextCase::kKept), "Ab");
  EXPECT_EQ(NormalText("e\u0301", TextCase::kKept), "é");
  EXPECT_EQ(NormalText("ＡÉ", TextCase::kLower), "aé");
  EXPECT_EQ(NormalText("aé", TextCase::kUpper), "AÉ");
  EXPECT_EQ(NormalText("ﾊﾟ", TextCase::kKept), "パ");
  EXPECT_EQ(NormalText("I", TextCase::kLower), "i") << "without regard to language";
  EXPECT_EQ(NormalText("", TextCase::kLower), "");
}

TEST(NormalText, BrokenUtf8IsReplaced) {
  EXPECT_EQ(NormalText("a\xff"
                       "b",
                       TextCase::kUpper),
            "A\ufffdB");
}

TEST(LettersAndDigits, NothingElse) {
  EXPECT_EQ(LettersAndDigits("a-1 b.2|", TextCase::kUpper), "A1B2");
  EXPECT_EQ(LettersAndDigits("第１２‐３４号", TextCase::kUpper), "第1234号");
  EXPECT_EQ(LettersAndDigits("--", TextCase::kUpper), "");
}

// Japanese keyboards give the mark of a long vowel for a hyphen; behind kana it is what it is.
TEST(LettersAndDigits, ALongVowelThatFollowsNoKanaIsAHyphen) {
  const auto kept = [](const char* text) { return LettersAndDigits(text, TextCase::kUpper); };
  EXPECT_EQ(kept("３０９０ー１２３４ｰ5620"), "309012345620");
  EXPECT_EQ(kept("センターｰ1ー2"), "センターー12");
  EXPECT_EQ(kept("すーぱー ーA"), "すーぱーA");
  EXPECT_EQ(kept("ー1"), "1");
}

TEST(IsMasked, AsterisksAndBullets) {
  for (const char* text : {"**** 1234", "＊1", "●●12", "12••", "￮￮12"})
    EXPECT_TRUE(IsMasked(text)) << text;
  for (const char* text : {"", "1234", "XXXX1234"}) EXPECT_FALSE(IsMasked(text)) << text;
  EXPECT_TRUE(IsMaskedNumber("XXXX1234"));
  EXPECT_TRUE(IsMaskedNumber("xX-XX 1234"));
  EXPECT_TRUE(IsMaskedNumber("**12"));
  EXPECT_FALSE(IsMaskedNumber("XX1234"));
}

std::string Utf8(const std::vector<uint32_t>& points) {
  std::string text;
  for (const uint32_t point : points) {
    const uint32_t c = point % 0x3500;  // Latin to kana and the CJK symbols, with all their marks
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += {static_cast<char>(0xc0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3f))};
    } else {
      text += {static_cast<char>(0xe0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3f)),
               static_cast<char>(0x80 | (c & 0x3f))};
    }
  }
  return text;
}

RC_GTEST_PROP(NormalText, IsIdempotent, (const std::vector<uint32_t>& points)) {
  for (const TextCase text_case : {TextCase::kKept, TextCase::kLower, TextCase::kUpper}) {
    const std::string once = NormalText(Utf8(points), text_case);
    RC_ASSERT(NormalText(once, text_case) == once);
    const std::string letters = LettersAndDigits(Utf8(points), text_case);
    RC_ASSERT(LettersAndDigits(letters, text_case) == letters);
  }
}

}  // namespace
}  // namespace sekisho
