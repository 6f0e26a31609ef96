#include "core/my_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sekisho {
namespace {

TEST(MyNumber, IsRecognised) {
  for (const char* number : {"621498320257", "6214 9832 0257", "６２１４-９８３２-０２５７",
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
  EXPECT_TRUE(IsRefusedAsMyNumber("my_number_card", "621498320257"));
  EXPECT_TRUE(IsRefusedAsMyNumber("my_number_card", "6214-9832-0258"));
  EXPECT_TRUE(IsRefusedAsMyNumber("", "621498320257"));
  EXPECT_TRUE(IsRefusedAsMyNumber("national_id", "６２１４９８３２０２５７"));
  EXPECT_FALSE(IsRefusedAsMyNumber("", "621498320258"));
  EXPECT_FALSE(IsRefusedAsMyNumber("driving_licence", "621498320257"));
  EXPECT_FALSE(IsRefusedAsMyNumber("invoice", "621498320257"));
  EXPECT_FALSE(IsRefusedAsMyNumber("my_number_card", "serial 0001"));
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
