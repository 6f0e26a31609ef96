// Where "unrelated" would say more than anybody knows.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "names/match.h"

namespace sekisho {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

bool MayBe(const std::string& a, const std::string& b) {
  const NameMatch match = MatchNames(a, b);
  EXPECT_EQ(match.outcome, NameOutcome::kUnrelated) << a << " " << b;
  EXPECT_EQ(MatchNames(b, a).unknown_reading, match.unknown_reading) << a << " " << b;
  const std::string text = ExplainNameMatch(match, Language::kEnglish);
  EXPECT_EQ(text.find("no table") != std::string::npos, match.unknown_reading) << text;
  return match.unknown_reading;
}

TEST(UnknownReading, ReadInPart) {
  for (const auto& [a, b] : Pairs{{"幻崎 花子", "マボロサキ ハナコ"},
                                  {"架野 奈々", "カケノ ナナ"},
                                  {"架野奈々", "NANA KAKENO"},
                                  {"架谷 誠", "ｶｹﾀﾆ ﾏｺﾄ"},
                                  {"模川 修", "モカワ オサム"},
                                  {"架谷誠", "カケタニマコト"},
                                  {"標山 さくら", "シメヤマ サクラ"}}) {
    EXPECT_TRUE(MayBe(a, b)) << a << " " << b;
  }
}

TEST(UnknownReading, ASyllableForEachCharacter) {
  EXPECT_TRUE(MayBe("阮文安", "Nguyen Van An"));
  EXPECT_TRUE(MayBe("阮文安", "Van An Nguyen"));
  EXPECT_TRUE(MayBe("黎志強", "Le Chi Cuong"));
  EXPECT_TRUE(MayBe("陳大文", "Chan Tai Mun"));
  EXPECT_FALSE(MayBe("陳大文", "Jonas Peter Beispiel"));
  EXPECT_FALSE(MayBe("陳大文", "Leung Chi Keung"));
  EXPECT_FALSE(MayBe("金敏洙", "Park Ji Hoon"));
}

TEST(UnknownReading, LettersThatAreReadAsTheWordIs) {
  EXPECT_TRUE(MayBe("กมล รักไทย", "Kamon Rakthai"));
  EXPECT_TRUE(MayBe("สมศักดิ์ ทองดี", "THONGDEE SOMSAK"));
  EXPECT_FALSE(MayBe("สมชาย ใจดี", "Prasert Boonmee"));
  EXPECT_FALSE(MayBe("สมชาย ใจดี", "Jonas Peter Beispiel"));
  EXPECT_FALSE(MayBe("สมชาย ใจดี", "กมล รักไทย"));
}

TEST(UnknownReading, NothingIsReadThatWay) {
  for (const auto& [a, b] : Pairs{{"山本翔太", "ﾓﾘ ｹﾝｼﾞ"},
                                  {"山田太郎", "Suzuki Hanako"},
                                  {"山田 太郎", "ヤマダ ハナコ"},
                                  {"大野太郎", "Jonas Beispiel"},
                                  {"김민수", "Park Jihoon"},
                                  {"Mina Placeholder", "Jonas Beispiel"},
                                  {"ミホン ハナコ", "Petra Muster"},
                                  {"", "Jonas"},
                                  {"山", "Jonas"}}) {
    EXPECT_FALSE(MayBe(a, b)) << a << " " << b;
  }
}

TEST(UnknownReading, IsOnlyOfUnrelatedNames) {
  NameMatch match;
  MatchNames(Name("阮文安"), Name("Nguyen Van An"), &match);
  EXPECT_TRUE(match.unknown_reading);
  MatchNames(Name("大野太郎"), Name("Ohno Taro"), &match);
  EXPECT_FALSE(match.unknown_reading);
}

}  // namespace
}  // namespace sekisho
