#include "core/language.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

TEST(Language, KnowsItsCodes) {
  EXPECT_EQ(ParseLanguage("ja"), Language::kJapanese);
  EXPECT_EQ(ParseLanguage("KO"), std::nullopt);
  EXPECT_EQ(LanguageCode(Language::kKorean), "ko");
}

TEST(Language, TakesItFromTheLocale) {
  EXPECT_EQ(LanguageOfLocale("ja_JP.UTF-8"), Language::kJapanese);
  EXPECT_EQ(LanguageOfLocale("ko"), Language::kKorean);
  EXPECT_EQ(LanguageOfLocale("C.UTF-8"), Language::kEnglish);
  EXPECT_EQ(LanguageOfLocale(""), Language::kEnglish);
}

TEST(Phrase, SpeaksEachLanguage) {
  constexpr Phrase kFiles{"files", "ファイル", "파일"};
  EXPECT_EQ(kFiles.In(Language::kEnglish), "files");
  EXPECT_EQ(kFiles.In(Language::kJapanese), "ファイル");
  EXPECT_EQ(kFiles.In(Language::kKorean), "파일");
}

}  // namespace
}  // namespace sekisho
