#include "core/bank_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <string>

#include "core/check_digits.h"
#include "core/digit_changes.h"
#include "facts/identity/national_number.h"

namespace sekisho {
namespace {

using testing::EachChangedDigit;
using testing::EachSwap;
using testing::SomeDigits;

// Numbers that the Federal Reserve and banks print in their own instructions.
TEST(RoutingNumber, Vectors) {
  for (const char* number :
       {"111000025", "021000021", "322170016", "0210-0002-1", "０２１００００２１"}) {
    EXPECT_EQ(CheckRoutingNumber(number), DigitCheck::kPasses) << number;
  }
  EXPECT_EQ(CheckRoutingNumber("112000025"), DigitCheck::kWrongDigit);
  for (const char* number : {"", "11100002", "1110000250", "11100002A", "130000006", "500000005"}) {
    EXPECT_EQ(CheckRoutingNumber(number), DigitCheck::kMalformed) << number;
  }
}

RC_GTEST_PROP(RoutingNumber, CatchesWhatItPromises, ()) {
  std::string number = "0" + SomeDigits(7) + "0";
  while (CheckRoutingNumber(number) != DigitCheck::kPasses) ++number.back();
  EachChangedDigit(number, [](const std::string& changed, size_t, char) {
    RC_ASSERT(AsksAgain(CheckRoutingNumber(changed)));
  });
  EachSwap(number, [](const std::string& changed, char left, char right) {
    if (std::abs(left - right) != 5) RC_ASSERT(AsksAgain(CheckRoutingNumber(changed)));
  });
}

TEST(Bic, Vectors) {
  for (const char* code : {"DEUTDEFF", "deutdeff500", "DEUT DE FF", "ＤＥＵＴＤＥＦＦ"}) {
    EXPECT_EQ(CheckBic(code), DigitCheck::kUnchecked) << code;
  }
  for (const char* code : {"", "DEUTDEF", "DEUTDEFF5", "DEUTDEFF50", "DEUT1EFF", "DEUTDEFF5000"}) {
    EXPECT_EQ(CheckBic(code), DigitCheck::kMalformed) << code;
  }
}

TEST(Lei, Vectors) {
  EXPECT_EQ(CheckLei("5493001KJTIIGC8Y1R12"), DigitCheck::kPasses);
  EXPECT_EQ(CheckLei("5493 001K JTII GC8Y 1R12"), DigitCheck::kPasses);
  EXPECT_EQ(CheckLei("5493001KJTIIGC8Y1R13"), DigitCheck::kWrongDigit);
  for (const char* code : {"", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1RXX"}) {
    EXPECT_EQ(CheckLei(code), DigitCheck::kMalformed) << code;
  }
}

RC_GTEST_PROP(Lei, CatchesChangedDigitsAndSwaps, ()) {
  const std::string body = "5493" + SomeDigits(14);
  const int rest = *Mod97(body + "00");
  const std::string digits = std::to_string(100 + 98 - rest).substr(1);
  RC_ASSERT(CheckLei(body + digits) == DigitCheck::kPasses);
  const auto fails = [](const std::string& changed, auto, auto) {
    RC_ASSERT(CheckLei(changed) == DigitCheck::kWrongDigit);
  };
  EachChangedDigit(body + digits, fails);
  EachSwap(body + digits, fails);
}

// The first is a number that card schemes publish for tests.
TEST(Card, Vectors) {
  EXPECT_EQ(CheckCard("4111111111111111"), DigitCheck::kPasses);
  EXPECT_EQ(CheckCard("4111 1111-1111 1111"), DigitCheck::kPasses);
  EXPECT_EQ(CheckCard("4111111111111112"), DigitCheck::kWrongDigit);
  for (const char* number : {"", "card-1", "41111111111", "41111111111111111111"}) {
    EXPECT_EQ(CheckCard(number), DigitCheck::kMalformed) << number;
  }
}

RC_GTEST_PROP(Luhn, CatchesWhatItPromises, ()) {
  std::string number = SomeDigits(15) + "0";
  while (!PassesLuhn(number)) ++number.back();
  EachChangedDigit(
      number, [](const std::string& changed, size_t, char) { RC_ASSERT(!PassesLuhn(changed)); });
  EachSwap(number, [](const std::string& changed, char left, char right) {
    const bool blind = (left == '0' && right == '9') || (left == '9' && right == '0');
    RC_ASSERT(PassesLuhn(changed) == blind);
  });
}

TEST(CheckDigits, OfOtherCharacters) {
  EXPECT_FALSE(PassesLuhn(""));
  EXPECT_FALSE(PassesLuhn("12a"));
  EXPECT_EQ(Mod97("a"), std::nullopt);
  EXPECT_EQ(Mod97(""), 0);
  EXPECT_EQ(Mod97("A"), 10);
  EXPECT_EQ(Mod97("Z1"), (35 * 10 + 1) % 97);
}

}  // namespace
}  // namespace sekisho
