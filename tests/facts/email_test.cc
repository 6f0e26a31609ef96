#include "facts/contact/email.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "facts/contact/domain.h"

namespace sekisho {
namespace {

TEST(Email, PartsOfAnAddress) {
  const struct {
    const char* written;
    const char* local;
    const char* host;
    const char* domain;
  } kCases[] = {
      {"hanako@example.com", "hanako", "example.com", "example.com"},
      {" Hanako.Sample+jobs@Mail.Example.COM ", "Hanako.Sample+jobs", "mail.example.com",
       "example.com"},
      {"ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "hanako", "example.com", "example.com"},
      {"a@b.c.example.co.jp", "a", "b.c.example.co.jp", "example.co.jp"},
      {"\"two words\"@example.com", "\"two words\"", "example.com", "example.com"},
      {"花子@例え.example", "花子", "xn--r8jz45g.example", "xn--r8jz45g.example"},
      {"花子@xn--r8jz45g.example", "花子", "xn--r8jz45g.example", "xn--r8jz45g.example"},
  };
  for (const auto& c : kCases) {
    const auto address = ParseEmail(c.written);
    ASSERT_TRUE(address) << c.written;
    EXPECT_EQ(address->local, c.local);
    EXPECT_EQ(address->host, c.host);
    EXPECT_EQ(address->domain, c.domain) << c.written;
  }
}

TEST(Email, APublicSuffixIsNobodysDomain) {
  EXPECT_EQ(ParseEmail(std::string("info@") + "co.jp")->domain, "");
}

TEST(Email, WhatIsNoAddress) {
  const std::string long_local = std::string(65, 'a') + "@example.com";
  const std::string long_label = "a@" + std::string(64, 'b') + ".example.com";
  const std::string long_text = "a@" + std::string(250, 'b') + ".com";
  for (const std::string& text : {std::string(),
                                  std::string("hanako"),
                                  std::string("@example.com"),
                                  std::string("hanako@"),
                                  std::string("hanako@localhost"),
                                  std::string("a..b@example.com"),
                                  std::string(".a@example.com"),
                                  std::string("a.@example.com"),
                                  std::string("two words@example.com"),
                                  std::string("a@exam ple.com"),
                                  std::string("a@-a.example.com"),
                                  std::string("a@example..com"),
                                  std::string("a@[192.0.2.1]"),
                                  std::string("a@") + "192.0.2.1",
                                  std::string("\"a\"b\"@example.com"),
                                  std::string("a@b@c"),
                                  std::string("a@xn--\xff.example"),
                                  long_local,
                                  long_label,
                                  long_text}) {
    EXPECT_FALSE(ParseEmail(text)) << text;
  }
}

TEST(Email, AnEmployersDomain) {
  const struct {
    const char* email;
    const char* employer;
    const char* match;
  } kCases[] = {
      {"hanako@samplefirm.example", "samplefirm.example", "same"},
      {"hanako@mail.samplefirm.example", "https://www.samplefirm.example:443/about", "same"},
      {"hanako@samplefirm.example", "jobs@SampleFirm.Example", "same"},
      // A digit for a letter, two letters for one, another script, a letter more, a swap.
      {"hanako@samp1efirm.example", "samplefirm.example", "look_alike"},
      {"hanako@sarnplefirm.example", "samplefirm.example", "look_alike"},
      {"hanako@s\u0430mplefirm.example", "samplefirm.example", "look_alike"},
      {"hanako@xn--smplefirm-0yh.example", "samplefirm.example", "look_alike"},
      {"hanako@xn--80ak6aa92e.example", "apple.example", "look_alike"},  // аррӏе, all Cyrillic
      {"hanako@аррӏе.example", "apple.example", "look_alike"},
      {"hanako@sampplefirm.example", "samplefirm.example", "look_alike"},
      {"hanako@smaplefirm.example", "samplefirm.example", "look_alike"},
      {"hanako@samplefirm.test", "samplefirm.example", "other_ending"},
      {"hanako@otherfirm.example", "samplefirm.example", "different"},
      {"hanako@abc.example", "abd.example", "different"},
      {"hanako@example.com", "", ""},
      {"hanako@example.com", "Example Inc.", ""},
      {"hanako", "example.com", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(MatchDomains(c.email, c.employer), c.match) << c.email;
}

RC_GTEST_PROP(Email, AnyTextHasAnAnswer, (const std::string& text)) {
  for (const std::string& written : {text, text + "@example.com", "a@" + text}) {
    const auto address = ParseEmail(written);
    if (address) RC_ASSERT(address->host.ends_with(address->domain));
    const auto match = MatchDomains(written, text);
    RC_ASSERT(address || match.empty());
  }
}

TEST(Domain, Hosts) {
  EXPECT_EQ(AsciiHost("WWW.Example.com."), "www.example.com");
  EXPECT_EQ(AsciiHost("例え.テスト"), "xn--r8jz45g.xn--zckzah");
  EXPECT_EQ(UnicodeHost("xn--r8jz45g.xn--zckzah"), "例え.テスト");
  for (const char* text : {"", ".", "com", "a b.com", "192.0.2.1", "a_b.com", "-a.com", "a..com"}) {
    EXPECT_EQ(AsciiHost(text), std::nullopt) << text;
  }
}

// The rules of the Public Suffix List: plain, wildcard, exception.
TEST(Domain, WhatSomebodyRegisters) {
  EXPECT_EQ(RegistrableDomain("a.b.example.com"), "example.com");
  EXPECT_EQ(RegistrableDomain("a.example.co.uk"), "example.co.uk");
  EXPECT_EQ(RegistrableDomain("b.c.kobe.jp"), "b.c.kobe.jp");
  EXPECT_EQ(RegistrableDomain("city.kobe.jp"), "city.kobe.jp");
  EXPECT_EQ(RegistrableDomain("www.city.kobe.jp"), "city.kobe.jp");
  EXPECT_EQ(RegistrableDomain("co.uk"), std::nullopt);
}

class Domains : public DomainSet {
 public:
  bool Contains(std::string_view domain) const override { return domain == "throwaway.example"; }
};

TEST(Domain, AListThatIsMissingClearsNobody) {
  const Domains list;
  EXPECT_EQ(IsListed("a.throwaway.example", &list), true);
  EXPECT_EQ(IsListed("example.com", &list), false);
  EXPECT_EQ(IsListed("example.com", nullptr), std::nullopt);
  EXPECT_EQ(IsListed("com", &list), std::nullopt);
}

}  // namespace
}  // namespace sekisho
