#include "facts/contact/phone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sekisho {
namespace {

// Ranges of the numbering plans; North American numbers of the exchange 555-01XX are for fiction.
TEST(Phone, KindsOfNumbers) {
  const struct {
    const char* written;
    const char* region;
    bool valid;
    const char* e164;
    const char* of;
    const char* type;
  } kCases[] = {
      {"+81 90-1234-5678", "", true, "+819012345678", "JP", "mobile"},
      {"＋８１　９０－１２３４－５６７８", "", true, "+819012345678", "JP", "mobile"},
      {"0081 90 1234 5678", "", true, "+819012345678", "JP", "mobile"},
      {"090-1234-5678", "JP", true, "+819012345678", "JP", "mobile"},
      {"+81 50-1234-5678", "", true, "+815012345678", "JP", "voip"},
      {"+81 3-1234-5678", "", true, "+81312345678", "JP", "fixed"},
      {"+81 120-123-456", "", true, "+81120123456", "JP", "toll_free"},
      {"+82 10-1234-5678", "", true, "+821012345678", "KR", "mobile"},
      {"+82 70-1234-5678", "", true, "+827012345678", "KR", "voip"},
      {"+1 201 555 0123", "", true, "+12015550123", "US", "fixed_or_mobile"},
      {"+44 7400 123456", "", true, "+447400123456", "GB", "mobile"},
      {"+44 56 0123 4567", "", true, "+445601234567", "GB", "voip"},
      {"+81 90 1234 567", "", false, "+81901234567", "JP", ""},
  };
  for (const auto& c : kCases) {
    const auto phone = ReadPhone(c.written, c.region);
    ASSERT_TRUE(phone) << c.written;
    EXPECT_EQ(phone->valid, c.valid) << c.written;
    EXPECT_EQ(phone->e164, c.e164);
    EXPECT_EQ(phone->region, c.of) << c.written;
    EXPECT_EQ(phone->type, c.type) << c.written;
  }
}

TEST(Phone, WhatIsNoNumber) {
  for (const char* text : {"", "none", "090-1234-5678", "+", "+81 90-****-5678", "+999 1234567"}) {
    EXPECT_FALSE(ReadPhone(text, "")) << text;
  }
}

RC_GTEST_PROP(Phone, AnyTextHasAnAnswer, (const std::string& text)) {
  for (const std::string& written : {text, "+" + text, "+81" + text}) {
    const auto phone = ReadPhone(written, "");
    if (phone) RC_ASSERT(phone->valid || phone->type.empty());
  }
}

}  // namespace
}  // namespace sekisho
