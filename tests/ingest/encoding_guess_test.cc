#include "ingest/encoding_guess.h"

#include <gtest/gtest.h>

#include <string>

namespace sekisho {
namespace {

using std::string_literals::operator""s;

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(EncodingGuess, TellsEncodingsApart) {
  const struct {
    std::string text;
    Encoding encoding;
    EncodingClue clue;
  } cases[] = {
      {"id,name\n1,Ada\n", Encoding::kUtf8, EncodingClue::kAscii},
      {"id,名前\n1,花子\n", Encoding::kUtf8, EncodingClue::kUtf8},
      {"\xef\xbb\xbfid\n", Encoding::kUtf8, EncodingClue::kMark},
      {"\xff\xfei\0d\0"s, Encoding::kUtf16, EncodingClue::kMark},
      {"i\0d\0,\0a\0\n\0"s, Encoding::kUtf16Le, EncodingClue::kZeros},
      {"\0i\0d\0,\0a\0\n"s, Encoding::kUtf16Be, EncodingClue::kZeros},
      // 氏名,登録日時 / ひらがな, 성명,가입일시
      {Repeated("\x8e\x81\x96\xbc,\x93\x6f\x98\x5e\x93\xfa\x8e\x9e,\x82\xd0\x82\xe7\n", 20),
       Encoding::kCp932, EncodingClue::kDetector},
      {Repeated("\xbb\xe1\xcc\xbe,\xc5\xd0\xcf\xbf\xc6\xfc\xbb\xfe,\xa4\xd2\xa4\xe9\n", 20),
       Encoding::kEucJp, EncodingClue::kDetector},
      {Repeated("\xbc\xba\xb8\xed,\xb0\xa1\xc0\xd4\xc0\xcf\xbd\xc3,\xb0\xe8\xc1\xc2\n", 20),
       Encoding::kCp949, EncodingClue::kDetector},
  };
  for (const auto& test : cases) {
    const EncodingGuess guess = GuessEncoding(test.text);
    ASSERT_TRUE(guess.encoding) << test.text;
    EXPECT_EQ(*guess.encoding, test.encoding) << test.text;
    EXPECT_EQ(guess.clue, test.clue) << test.text;
  }
}

TEST(EncodingGuess, EndsWithinACharacter) {
  EXPECT_EQ(GuessEncoding("名前\xe8\x8a").clue, EncodingClue::kUtf8);
  EXPECT_EQ(CountUndecodable(Encoding::kCp932, "\x8e\x81\x96"), 0u);
  EXPECT_EQ(CountUndecodable(Encoding::kCp932, "\x8e\x81\x82\x01,a"), 1u);
}

TEST(EncodingGuess, KnowsBrokenPlacesFromOtherEncodings) {
  const std::string good = Repeated("\x8e\x81\x96\xbc,\x93\x6f\x98\x5e\n", 200);
  EXPECT_EQ(GuessEncoding(good + "\xfd\xff,a\n" + good).encoding, Encoding::kCp932);
  EXPECT_EQ(GuessEncoding(Repeated("\xfd\xff,\xfe\n", 100)).clue, EncodingClue::kNone);
}

}  // namespace
}  // namespace sekisho
