#include "facts/identity/document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sekisho {
namespace {

TEST(DocumentKey, SameNumberWrittenDifferently) {
  const char* kNumbers[] = {"TK1234567",          "tk1234567",   "TK 1234567",
                            "TK-123-4567",        " TK1234567 ", "TK‐1234567",
                            "ＴＫ１２３４５６７", "TK.1234567",  "TK 1234567"};
  for (const char* number : kNumbers) {
    EXPECT_EQ(DocumentKey("JP", "passport", number), "JP|PASSPORT|TK1234567") << number;
  }
}

TEST(DocumentKey, DifferentDocuments) {
  const auto key = DocumentKey("JP", "passport", "TK1234567");
  EXPECT_NE(key, DocumentKey("KR", "passport", "TK1234567"));
  EXPECT_NE(key, DocumentKey("JP", "driving_licence", "TK1234567"));
  EXPECT_NE(key, DocumentKey("JP", "passport", "TK1234568"));
  EXPECT_NE(key, DocumentKey("", "passport", "TK1234567"));
}

TEST(DocumentKey, PartsCannotRunIntoEachOther) {
  EXPECT_NE(DocumentKey("A|B", "C", "1"), DocumentKey("A", "B|C", "1"));
}

TEST(DocumentKey, NoNumberNoKey) {
  for (const char* number : {"", " ", "-", "****4567", "●●●●4567", "XXXX-XXXX-4567"}) {
    EXPECT_EQ(DocumentKey("JP", "passport", number), std::nullopt) << number;
  }
}

TEST(DocumentKey, OtherScripts) {
  EXPECT_EQ(DocumentKey("東京都公安委員会", "運転免許証", "第 12-34 号"), "JP|運転免許証|第1234号");
}

TEST(DocumentKey, AJapaneseLicenceThatWasIssuedAgainIsOneLicence) {
  const auto key = DocumentKey("JP", "driving_licence", "3090-1234-5620");
  EXPECT_EQ(key, "JP|DRIVINGLICENCE|30901234562");
  EXPECT_EQ(DocumentKey("JP", "Driving Licence", "309012345623"), key);
  EXPECT_NE(DocumentKey("", "driving_licence", "309012345620"),
            DocumentKey("", "driving_licence", "309012345623"));
  // A country by its names and its authorities, whose numbers are unique in all of it.
  for (const char* issuer : {"Japan", "jpn", "日本", "東京都公安委員会"}) {
    EXPECT_EQ(DocumentKey(issuer, "driving_licence", "309012345621"), key) << issuer;
    EXPECT_EQ(DocumentHashKey(issuer, "passport", "00112233445566778899aabbccddeeff"),
              DocumentHashKey("JP", "passport", "00112233445566778899aabbccddeeff"));
  }
  EXPECT_NE(DocumentKey("Example Prefecture", "driving_licence", "309012345620"), key);
  EXPECT_EQ(DocumentKey("JP", "driving_licence", "12-34"), "JP|DRIVINGLICENCE|1234");
}

TEST(DocumentKey, OfANumberThatTheDelivererHasHashed) {
  EXPECT_EQ(DocumentHashKey("JP", "passport", "00112233445566AA"), "JP|PASSPORT|#00112233445566aa");
  EXPECT_EQ(DocumentHashKey("JP", "passport", "0011"), std::nullopt);
}

RC_GTEST_PROP(DocumentKey, IsIdempotent, (const std::string& noise)) {
  const auto once = DocumentKey("", "", noise);
  if (!once) return;
  RC_ASSERT(DocumentKey("", "", once->substr(2)) == once);
}

}  // namespace
}  // namespace sekisho
