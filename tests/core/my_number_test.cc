#include "core/my_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "core/japanese_licence.h"

namespace sekisho {
namespace {

TEST(MyNumber, IsRecognised) {
  for (const char* number : {"621498320257", "6214 9832 0257", "６２１４-９８３２-０２５７",
                             "６２１４ー９８３２ー０２５７", "6214ｰ9832ｰ0257", "6214―9832−0257",
                             "123456789018", "123456789000", "123456789050"}) {
    EXPECT_TRUE(IsMyNumber(number)) << number;
  }
}

TEST(MyNumber, OtherNumbersAreNone) {
  for (const char* number : {"", "621498320258", "62149832025", "6214983202570", "62149832025A"}) {
    EXPECT_FALSE(IsMyNumber(number)) << number;
  }
}

TEST(MyNumber, WhichNumbersOfDocumentsAreRefused) {
  struct Case {
    const char* type;
    const char* issuer;
    const char* number;
    bool refused;
  };
  const Case cases[] = {
      {"my_number_card", "JP", "621498320257", true},
      {"my_number_card", "", "6214-9832-0258", true},  // any 12 digits
      {"my_number_card", "", "No. 621498320258", true},
      {"my_number_card", "", "serial 0001", false},
      {"", "", "621498320257", true},
      {"", "", "621498320258", false},
      {"national_id", "", "６２１４９８３２０２５７", true},
      {"national_id", "JP", "６２１４ー９８３２ー０２５７", true},
      {"national_id", "JP", "No. 621498320257", true},
      {"national_id", "JP", "個人番号６２１４ー９８３２ー０２５７（本人）", true},
      {"national_id", "JP", "6214.9832.0257", true},
      {"national_id", "JP", "16214983202570", false},  // of a longer number
      {"national_id", "JP", "No621498320257", true},   // a word that announces it
      {"national_id", "JP", "Ｎｏ６２１４９８３２０２５７", true},
      {"national_id", "JP", "№621498320257", true},
      {"national_id", "JP", "MyNumber:621498320257", true},
      {"", "", "ID6214-9832-0257", true},
      {"national_id", "JP", "ANO621498320257", false},
      {"national_id", "JP", "NO2X621498320257", false},
      {"national_id", "CN", "3359 1520 1106 1707 09", false},  // 1520 1106 1707 of 18 digits
      {"national_id", "中国", "335912-201106-170709", false},
      {"national_id", "JP", "3359 1520 1106 1707 09", true},
      {"national_id", "CN", "6214 9832 0257", true},
      {"national_id", "JP", "AB621498320257", false},   // with letters of its own
      {"driving_licence", "JP", "621498320257", true},  // fails as a licence
      {"driving_licence", "東京都公安委員会", "6214 9832 0257", true},
      {"driving_licence", "JP", "番号 621498320257", true},
      {"driving_licence", "JP", "621498320258", false},  // a mistyped licence
      {"driving_licence", "JP", "309012345620", false},
      {"driving_licence", "KR", "621498320257", false},  // has 12 digits as well
      {"driving_licence", "", "621498320257", false},
      {"invoice", "JP", "621498320257", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(IsRefusedAsMyNumber(c.type, c.issuer, c.number), c.refused)
        << c.type << " " << c.issuer << " " << c.number;
  }
}

// Every digit of a licence but its check digit may be anything, and so may its writing.
RC_GTEST_PROP(MyNumber, AValidLicenceIsNeverRefused, ()) {
  const auto digits = [](int count) {
    return *rc::gen::container<std::string>(count,
                                            rc::gen::inRange('0', static_cast<char>('9' + 1)));
  };
  const std::string body = *rc::gen::element<std::string>("00", "14", "30", "62", "97") + digits(8);
  const std::string reissued = digits(1);
  for (char check = '0'; check <= '9'; ++check) {
    const std::string number = body + check + reissued;
    if (CheckJapaneseLicence(number) != DigitCheck::kPasses) continue;
    for (const std::string& written :
         {number, number.substr(0, 4) + "ー" + number.substr(4, 4) + "ー" + number.substr(8),
          "第" + number + "号", "No. " + number}) {
      RC_ASSERT(!IsRefusedAsMyNumber("driving_licence", "JP", written));
    }
    return;
  }
  RC_FAIL("no check digit");
}

// The remainders 0 and 1 share a digit; every other changed digit is noticed.
RC_GTEST_PROP(MyNumber, OneDigitInTenPasses, ()) {
  const auto body =
      *rc::gen::container<std::string>(11, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  int passing = 0;
  for (char c = '0'; c <= '9'; ++c) passing += IsMyNumber(body + c) ? 1 : 0;
  RC_ASSERT(passing == 1);
}

}  // namespace
}  // namespace sekisho
