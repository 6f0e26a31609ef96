#include "facts/identity/document_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "core/time.h"

namespace sekisho {
namespace {

TEST(DocumentNumber, FormOfItsIssuer) {
  const struct {
    const char* type;
    const char* issuer;
    const char* number;
    std::optional<DigitCheck> check;
  } kCases[] = {
      {"driving_licence", "JP", "309012345620", DigitCheck::kPasses},
      {"driving_licence", "東京都公安委員会", "309012345630", DigitCheck::kWrongDigit},
      {"driving_licence", "Example Public Safety Commission", "3090", DigitCheck::kMalformed},
      {"driving_licence", "Example Prefecture", "3090", std::nullopt},
      {"driving_licence", "US", "3090", std::nullopt},
      {"Passport", "jpn", "tk 123-4567", DigitCheck::kUnchecked},
      {"passport", "日本国", "ＴＫ１２３４５６７", DigitCheck::kUnchecked},
      {"passport", "JP", "T12345678", DigitCheck::kMalformed},
      {"passport", "USA", "A12345678", DigitCheck::kUnchecked},
      {"passport", "US", "123456789", DigitCheck::kUnchecked},
      {"passport", "KR", "M123A4567", DigitCheck::kUnchecked},
      {"passport", "대한민국", "M1234567", DigitCheck::kMalformed},
      {"passport", "UTO", "L898902C3", std::nullopt},
      {"residence_card", "出入国在留管理庁", "AB12345678CD", DigitCheck::kUnchecked},
      {"residence_card", "", "AB12345678CD", std::nullopt},
      {"national_id", "CN", "11010519491231002X", DigitCheck::kPasses},
      {"national_id", "KR", "9710139019903", DigitCheck::kUnchecked},
      {"social_security_card", "US", "666-00-0000", DigitCheck::kMalformed},
      {"tax_id", "United States", "912-90-3456", DigitCheck::kUnchecked},
      {"company_registration", "国税庁", "5835678256246", DigitCheck::kPasses},
      {"company_registration", "GLEIF", "5493001KJTIIGC8Y1R12", DigitCheck::kPasses},
      {"company_registration", "LEI", "5493 001K JTII GC8Y 1R13", DigitCheck::kWrongDigit},
      {"company_registration", "gleif", "5493001KJTIIGC8Y1R", DigitCheck::kMalformed},
      {"diploma", "JP", "D-77", std::nullopt},
      {"passport", "JP", "TK***4567", std::nullopt},
      {"passport", "JP", "", std::nullopt},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(CheckDocumentNumber(c.type, c.issuer, c.number), c.check) << c.number;
  }
}

RC_GTEST_PROP(DocumentNumber, AnyTextHasAnAnswer, (const std::string& text)) {
  for (const char* type : {"passport", "driving_licence", "national_id", "tax_id"}) {
    for (const char* issuer : {"JP", "US", "KR", "CN"}) CheckDocumentNumber(type, issuer, text);
  }
  CheckDocumentNumber(text, text, text);
}

TEST(DocumentExpiry, TheLastDayCountsEverywhereOnEarth) {
  const auto at = [](const char* time) { return *ParseTime(time); };
  EXPECT_EQ(IsExpired("2026-03-31", at("2026-03-31T12:00:00Z")), false);
  EXPECT_EQ(IsExpired("2026-03-31", at("2026-04-01T11:59:59Z")), false);
  EXPECT_EQ(IsExpired("2026-03-31", at("2026-04-01T12:00:00Z")), true);
  EXPECT_EQ(IsExpired("2026-02-31", at("2026-04-01T12:00:00Z")), std::nullopt);
  EXPECT_EQ(IsExpired("31.03.2026", at("2026-04-01T12:00:00Z")), std::nullopt);
  EXPECT_EQ(IsExpired("", at("2026-04-01T12:00:00Z")), std::nullopt);
}

}  // namespace
}  // namespace sekisho
