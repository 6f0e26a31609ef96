#include "facts/identity/national_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

#include "core/digit_changes.h"
#include "core/japanese_licence.h"

namespace sekisho {
namespace {

using testing::EachChangedDigit;
using testing::EachSwap;
using testing::SomeDigits;

struct Case {
  const char* number;
  DigitCheck check;
};

template <size_t kCount>
void Expect(DigitCheck (*check)(std::string_view), const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    EXPECT_EQ(DigitCheckName(check(c.number)), DigitCheckName(c.check)) << c.number;
  }
}

// The worked example of the pages that describe the rule, and the remainders 0 and 1.
TEST(JapaneseLicence, Vectors) {
  Expect(CheckJapaneseLicence, {{"309012345620", DigitCheck::kPasses},
                                {"第 3090-1234-5620 号", DigitCheck::kMalformed},
                                {"3090-1234-5620", DigitCheck::kPasses},
                                {"３０９０１２３４５６２０", DigitCheck::kPasses},
                                {"309012345621", DigitCheck::kPasses},
                                {"309012345630", DigitCheck::kWrongDigit},
                                {"３０９０ー１２３４ー５６２０", DigitCheck::kPasses},
                                {"3090ｰ1234ｰ5620", DigitCheck::kPasses},
                                {"301500000300", DigitCheck::kPasses},
                                {"301500000810", DigitCheck::kPasses},
                                {"30901234562", DigitCheck::kMalformed},
                                {"30901234562A", DigitCheck::kMalformed},
                                {"", DigitCheck::kMalformed}});
  EXPECT_EQ(JapaneseLicenceRoot("3090-1234-5627"), JapaneseLicenceRoot("309012345620"));
  EXPECT_NE(JapaneseLicenceRoot("309012345720"), JapaneseLicenceRoot("309012345620"));
  EXPECT_EQ(JapaneseLicenceRoot("1234"), std::nullopt);
}

// The first two digits name the commission that issued the licence: the first and the last of each
// row, and what lies behind.
TEST(JapaneseLicence, OnlyOfCommissionsThatThereAre) {
  const auto is_malformed = [](const std::string& commission) {
    return CheckJapaneseLicence(commission + "9012345620") == DigitCheck::kMalformed;
  };
  for (const char* one : {"00", "10", "14", "20", "25", "30", "40", "49", "50", "55", "60", "65",
                          "70", "74", "80", "83", "90", "97"}) {
    EXPECT_FALSE(is_malformed(one)) << one;
  }
  for (const char* none :
       {"01", "09", "15", "19", "26", "31", "39", "56", "66", "75", "84", "98", "99"}) {
    EXPECT_TRUE(is_malformed(none)) << none;
  }
}

int LicenceRemainder(const std::string& number) {
  static constexpr std::array<int, 10> kWeights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (number[i] - '0');
  return sum % 11;
}

RC_GTEST_PROP(JapaneseLicence, CatchesWhatItPromises, ()) {
  std::string number = "30" + SomeDigits(8) + "00";
  while (CheckJapaneseLicence(number) != DigitCheck::kPasses) ++number[10];
  EachChangedDigit(number, [&](const std::string& changed, size_t at, char) {
    const int before = LicenceRemainder(number) % 10;
    const bool blind = at == 11 || (at < 10 && LicenceRemainder(changed) % 10 == before &&
                                    CheckJapaneseLicence(changed) != DigitCheck::kMalformed);
    RC_ASSERT((CheckJapaneseLicence(changed) == DigitCheck::kPasses) == blind);
  });
}

TEST(ResidenceCard, Vectors) {
  Expect(CheckResidenceCard, {{"AB12345678CD", DigitCheck::kUnchecked},
                              {"ab 1234-5678 cd", DigitCheck::kUnchecked},
                              {"ＡＢ１２３４５６７８ＣＤ", DigitCheck::kUnchecked},
                              {"A112345678CD", DigitCheck::kMalformed},
                              {"AB1234567CD", DigitCheck::kMalformed},
                              {"", DigitCheck::kMalformed}});
}

// The last but one is the number of the National Tax Agency itself.
TEST(CorporateNumber, Vectors) {
  Expect(CheckCorporateNumber, {{"5835678256246", DigitCheck::kPasses},
                                {"5-8356-7825-6246", DigitCheck::kPasses},
                                {"2835678256246", DigitCheck::kWrongDigit},
                                {"7000012050002", DigitCheck::kPasses},
                                {"T7000012050002", DigitCheck::kPasses},
                                {"Ｔ7-0000-1205-0002", DigitCheck::kPasses},
                                {"T8000012050002", DigitCheck::kWrongDigit},
                                {"TT7000012050002", DigitCheck::kMalformed},
                                {"TT000012050002", DigitCheck::kMalformed},
                                {"583567825624", DigitCheck::kMalformed}});
}

RC_GTEST_PROP(CorporateNumber, CatchesWhatItPromises, ()) {
  std::string number = "1" + SomeDigits(12);
  while (CheckCorporateNumber(number) != DigitCheck::kPasses) ++number[0];
  EachChangedDigit(number, [&](const std::string& changed, size_t at, char was) {
    const bool blind = at > 0 && (changed[at] - was == 9 || was - changed[at] == 9);
    RC_ASSERT((CheckCorporateNumber(changed) == DigitCheck::kPasses) == blind);
  });
}

TEST(SocialSecurityNumber, Vectors) {
  Expect(CheckSocialSecurityNumber, {{"536-90-4399", DigitCheck::kUnchecked},
                                     {"536904399", DigitCheck::kUnchecked},
                                     {"666-00-0000", DigitCheck::kMalformed},
                                     {"666-12-3456", DigitCheck::kMalformed},
                                     {"000-12-3456", DigitCheck::kMalformed},
                                     {"900-12-3456", DigitCheck::kMalformed},
                                     {"536-00-4399", DigitCheck::kMalformed},
                                     {"536-90-0000", DigitCheck::kMalformed},
                                     {"078-05-1120", DigitCheck::kMalformed},
                                     {"219-09-9999", DigitCheck::kMalformed},
                                     {"457-55-5462", DigitCheck::kMalformed},
                                     {"536-90-439", DigitCheck::kMalformed}});
}

TEST(TaxpayerNumber, Vectors) {
  Expect(CheckTaxpayerNumber, {{"912-90-3456", DigitCheck::kUnchecked},
                               {"912-50-3456", DigitCheck::kUnchecked},
                               {"912-66-3456", DigitCheck::kMalformed},
                               {"912-89-3456", DigitCheck::kMalformed},
                               {"912-93-3456", DigitCheck::kMalformed},
                               {"812-90-3456", DigitCheck::kMalformed},
                               {"", DigitCheck::kMalformed}});
}

TEST(KoreanResidentNumber, AWrongDigitProvesNothing) {
  Expect(CheckKoreanResidentNumber, {{"9710139019902", DigitCheck::kPasses},
                                     {"971013-9019902", DigitCheck::kPasses},
                                     {"971013-9019903", DigitCheck::kUnchecked},
                                     {"971313-9019902", DigitCheck::kMalformed},
                                     {"971032-9019902", DigitCheck::kMalformed},
                                     {"971013-901990", DigitCheck::kMalformed}});
}

TEST(ChineseResidentNumber, Vectors) {
  Expect(CheckChineseResidentNumber, {{"11010519491231002X", DigitCheck::kPasses},
                                      {"11010519491231002x", DigitCheck::kPasses},
                                      {"360426199101010071", DigitCheck::kPasses},
                                      {"360426199101010072", DigitCheck::kWrongDigit},
                                      {"360426199113010071", DigitCheck::kMalformed},
                                      {"36042619910101007", DigitCheck::kMalformed},
                                      {"X60426199101010071", DigitCheck::kMalformed}});
}

RC_GTEST_PROP(ChineseResidentNumber, CatchesChangedDigitsAndSwaps, ()) {
  static constexpr std::string_view kCharacters = "0123456789X";
  std::string number = SomeDigits(6) + "19910101" + SomeDigits(3) + "0";
  for (const char c : kCharacters) {
    number.back() = c;
    if (CheckChineseResidentNumber(number) == DigitCheck::kPasses) break;
  }
  RC_ASSERT(CheckChineseResidentNumber(number) == DigitCheck::kPasses);
  const auto fails = [](const std::string& changed, auto, auto) {
    RC_ASSERT(AsksAgain(CheckChineseResidentNumber(changed)));
  };
  EachChangedDigit(number, fails);
  EachSwap(number, fails);
}

}  // namespace
}  // namespace sekisho
