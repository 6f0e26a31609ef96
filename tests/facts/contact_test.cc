#include "facts/contact/contact.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <string>

namespace sekisho {
namespace {

struct Case {
  const char* written;
  std::optional<std::string> key;
};

TEST(EmailKey, OneFormPerAddress) {
  const Case kCases[] = {
      {"Hanako@Example.COM", "hanako@example.com"},
      {"  hanako@example.com. ", "hanako@example.com"},
      {"ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "hanako@example.com"},
      {"hanako+shop@example.com", "hanako+shop@example.com"},
      {"ha.na.ko@example.com", "ha.na.ko@example.com"},
      {"\"a@b\"@example.com", "\"a@b\"@example.com"},
      {"例え@例え.example", "例え@xn--r8jz45g.example"},
      {"例え@XN--R8JZ45G.example", "例え@xn--r8jz45g.example"},
      {"例え@例え", "例え@例え"},  // no public host
      {"", std::nullopt},
      {"hanako", std::nullopt},
      {"@example.com", std::nullopt},
      {"hanako@", std::nullopt},
      {"two words@example.com", std::nullopt},
      {"h****o@example.com", std::nullopt},
  };
  for (const Case& c : kCases) EXPECT_EQ(EmailKey(c.written), c.key) << c.written;
}

TEST(PhoneKey, OneFormPerNumber) {
  const Case kCases[] = {
      {"+81 90-0000-0000", "+819000000000"},
      {"+81 (0)90-0000-0000", "+819000000000"},
      {"0081 90 0000 0000", "+819000000000"},
      {"＋８１　９０‐００００‐００００", "+819000000000"},
      {"tel:+81-90-0000-0000", "+819000000000"},
      {"090-0000-0000", "09000000000"},
      {"(090) 0000.0000", "09000000000"},
      {"+1 202 555 0100 ext. 12", "+12025550100"},
      {"+1 202 555 0100;ext=12", "+12025550100"},
      {"03-0000-0000 内線 12", "0300000000"},
      {"", std::nullopt},
      {"none", std::nullopt},
      {"1234", std::nullopt},
      {"+81 90-****-0000", std::nullopt},
  };
  for (const Case& c : kCases) EXPECT_EQ(PhoneKey(c.written), c.key) << c.written;
}

RC_GTEST_PROP(EmailKey, IsIdempotent, (const std::string& noise)) {
  for (const std::string& text : {noise, noise + "@example.com", "a@" + noise}) {
    const auto once = EmailKey(text);
    if (once) RC_ASSERT(EmailKey(*once) == once);
  }
}

RC_GTEST_PROP(PhoneKey, IsIdempotent, (const std::string& noise)) {
  for (const std::string& text : {noise, "+81 90 " + noise, "0012345" + noise}) {
    const auto once = PhoneKey(text);
    if (once) RC_ASSERT(PhoneKey(*once) == once);
  }
}

}  // namespace
}  // namespace sekisho
