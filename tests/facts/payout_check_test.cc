#include "facts/money/payout_check.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sekisho {
namespace {

TEST(PayoutForm, WhatAnIdentifierIs) {
  const struct {
    const char* kind;
    const char* identifier;
    const char* form;
    DigitCheck check;
  } kCases[] = {
      {"bank", "GB82 WEST 1234 5698 7654 32", "iban", DigitCheck::kPasses},
      {"bank", "GB82 WEST 1234 5698 7654 31", "iban", DigitCheck::kWrongDigit},
      {"", "GB82WEST12345698765432", "iban", DigitCheck::kPasses},
      {"bank", "021000021-00012345", "routing", DigitCheck::kPasses},
      {"bank", "021000022-00012345", "routing", DigitCheck::kWrongDigit},
      {"bank", "021000021", "", DigitCheck::kUnchecked},
      {"bank", "0000-001-1234567", "zengin", DigitCheck::kUnchecked},
      {"bank", "1234567", "", DigitCheck::kUnchecked},
      {"bank", "DEUTDEFF 1234567", "bic", DigitCheck::kUnchecked},
      {"bank", "MHCBJPJTXXX / 123-4567890", "bic", DigitCheck::kUnchecked},
      {"bank", "DEUTDEFF", "", DigitCheck::kUnchecked},
      {"bank", "DEUTDEFF branch", "", DigitCheck::kUnchecked},
      {"bank", "SAMPLEBK 1234567", "", DigitCheck::kUnchecked},
      {"bank", "Exambank 1234567", "", DigitCheck::kUnchecked},
      {"bank", "DEUTXXFF 1234567", "", DigitCheck::kUnchecked},
      {"bank", "DEUTDEFFX 1234567", "", DigitCheck::kUnchecked},
      {"card", "4111 1111 1111 1111", "card", DigitCheck::kPasses},
      {"card", "4111 1111 1111 1112", "card", DigitCheck::kWrongDigit},
      {"card", "card-token-9", "", DigitCheck::kUnchecked},
      {"card", "XXXX XXXX XXXX 1111", "", DigitCheck::kUnchecked},
      {"crypto", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron", DigitCheck::kPasses},
      {"", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bitcoin", DigitCheck::kWrongDigit},
      {"crypto", "wallet-1", "", DigitCheck::kUnchecked},
      {"e_money", "pay@example.com", "email", DigitCheck::kUnchecked},
      {"e_money", "+81 90 0000 0000", "phone", DigitCheck::kUnchecked},
      {"e_money", "@handle", "", DigitCheck::kUnchecked},
      {"bank", "", "", DigitCheck::kUnchecked},
      {"bank", "**** 4567", "", DigitCheck::kUnchecked},
  };
  for (const auto& c : kCases) {
    const PayoutForm found = FormOfPayout(c.kind, c.identifier);
    EXPECT_EQ(found.form, c.form) << c.identifier;
    EXPECT_EQ(DigitCheckName(found.check), DigitCheckName(c.check)) << c.identifier;
  }
}

RC_GTEST_PROP(PayoutForm, AnyTextHasAnAnswer, (const std::string& text)) {
  for (const char* kind : {"", "bank", "card", "crypto", "e_money", "other"}) {
    const PayoutForm found = FormOfPayout(kind, text);
    if (found.form.empty()) RC_ASSERT(found.check == DigitCheck::kUnchecked);
  }
}

TEST(PayoutClass, WhoReceivesTheMoneyWinsOverTheKind) {
  EXPECT_EQ(PayoutClass("bank", "1234567", ""), "bank");
  EXPECT_EQ(PayoutClass("", "1234567", "person"), "bank");
  EXPECT_EQ(PayoutClass("bank", "1234567", "money_service"), "money_service");
  EXPECT_EQ(PayoutClass("bank", "1234567", "exchange"), "exchange");
  EXPECT_EQ(PayoutClass("crypto", "", ""), "wallet");
  EXPECT_EQ(PayoutClass("crypto", "", "exchange"), "exchange");
  EXPECT_EQ(PayoutClass("e_money", "", "person"), "e_money");
  EXPECT_EQ(PayoutClass("card", "", ""), "card");
  EXPECT_EQ(PayoutClass("", "", ""), "");
  EXPECT_EQ(PayoutClass("other", "x", ""), "");
}

TEST(PayoutClass, WhatADirectoryKnows) {
  EXPECT_EQ(PayoutClass("bank", "1", "", InstitutionKind::kMoneyService), "money_service");
  EXPECT_EQ(PayoutClass("bank", "1", "", InstitutionKind::kExchange), "exchange");
  EXPECT_EQ(PayoutClass("bank", "1", "", InstitutionKind::kBank), "bank");
  EXPECT_EQ(PayoutClass("bank", "1", "", InstitutionKind::kSponsorBank), "");
}

}  // namespace
}  // namespace sekisho
