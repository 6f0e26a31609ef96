#include "facts/money/zengin.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <string>

namespace sekisho {
namespace {

TEST(ZenginAccount, OneAccountWrittenDifferently) {
  const ZenginAccount account = {"0000", "001", 0, "1234567"};
  for (const char* written : {"0000-001-1234567", "0000 001 1234567", "00000011234567",
                              "００００－００１－１２３４５６７", "0000ー001ー1234567"}) {
    EXPECT_EQ(ParseZenginAccount(written), account) << written;
  }
  const ZenginAccount typed = {"0000", "001", '1', "1234567"};
  for (const char* written : {"0000-001-1-1234567", "000000111234567", "0000-001-普通-1234567",
                              "0000-001 普通 1234567"}) {
    EXPECT_EQ(ParseZenginAccount(written), typed) << written;
  }
  EXPECT_EQ(ParseZenginAccount("0000-001-12345"), (ZenginAccount{"0000", "001", 0, "0012345"}));
  EXPECT_EQ(ParseZenginAccount("0000-001-当座-1"), (ZenginAccount{"0000", "001", '2', "0000001"}));
}

// Symbol and number become bank, branch and account as Japan Post Bank explains it to its clients.
TEST(ZenginAccount, JapanPostBank) {
  EXPECT_EQ(ParseZenginAccount("10940-12345671"), (ZenginAccount{"9900", "098", '1', "1234567"}));
  EXPECT_EQ(ParseZenginAccount("10940-1"), std::nullopt);
  EXPECT_EQ(ParseZenginAccount("10941-12345671"), std::nullopt);
  EXPECT_EQ(ParseZenginAccount("10940-12345672"), std::nullopt);
}

TEST(ZenginAccount, OtherForms) {
  for (const char* written :
       {"", "-", "1234567", "000-001-1234567", "0000-01-1234567", "0000-001-12345678",
        "0000-001-3-1234567", "0000-001-A234567", "GB82WEST12345698765432", "000000131234567"}) {
    EXPECT_EQ(ParseZenginAccount(written), std::nullopt) << written;
  }
}

TEST(ZenginHolder, NamesAsTheFieldCarriesThem) {
  const struct {
    const char* name;
    std::optional<std::string> field;
  } kCases[] = {
      {"サンプル　ショウコ", "ｻﾝﾌﾟﾙ ｼﾖｳｺ"},
      {"さんぷる しょうこ", "ｻﾝﾌﾟﾙ ｼﾖｳｺ"},
      {"ｻﾝﾌﾟﾙ ｼｮｳｺ", "ｻﾝﾌﾟﾙ ｼﾖｳｺ"},
      {"カ）レイ", "ｶ)ﾚｲ"},
      {"ヲガワ ヴァレリー", "ｵｶﾞﾜ ｳﾞｱﾚﾘ-"},
      {"ＳＡＭＰＬＥ taro 2", "SAMPLE TARO 2"},
      {"「例」", std::nullopt},
      {"見本 花子", std::nullopt},
      {"", std::nullopt},
      {"  ", std::nullopt},
  };
  for (const auto& c : kCases) EXPECT_EQ(ZenginHolder(c.name), c.field) << c.name;
}

TEST(ZenginHolder, IsCutAtTheLengthOfTheField) {
  const auto cut = ZenginHolder("カブシキガイシャ レイノナガイナマエノカイシャ トウキョウシテン");
  EXPECT_EQ(cut, "ｶﾌﾞｼｷｶﾞｲｼﾔ ﾚｲﾉﾅｶﾞｲﾅﾏｴﾉｶｲｼﾔ ﾄｳｷ");
  EXPECT_EQ(ZenginHolder("アイウ", 2), "ｱｲ");
}

RC_GTEST_PROP(ZenginHolder, IsIdempotent, (const std::vector<uint8_t>& choices)) {
  static constexpr const char* kPieces[] = {"ア", "ｱ",  "が", "ゞ", "ー", "ｰ",  "ﾞ",     "゛", "・",
                                            "ｬ",  "ヮ", "a",  "Ａ", "1",  "１", " ",     "　", "(",
                                            "㈱", "¥",  "￥", "\\", "「", "é",  "\u3099"};
  std::string text;
  for (const uint8_t choice : choices) text += kPieces[choice % std::size(kPieces)];
  const auto once = ZenginHolder(text);
  if (once) RC_ASSERT(ZenginHolder(*once) == once);
}

}  // namespace
}  // namespace sekisho
