#include "facts/external/external.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/time.h"

namespace sekisho {
namespace {

struct Case {
  const char* written;
  std::optional<std::string> key;
};

TEST(WebsiteKey, OneFormPerSite) {
  const Case kCases[] = {
      {"https://hanako.example.com", "hanako.example.com"},
      {"HTTP://www.Hanako.example.com/", "hanako.example.com"},
      {" hanako.example.com ", "hanako.example.com"},
      {"https://hanako.example.com:443/#top", "hanako.example.com"},
      {"https://example.com/People/Hanako/", "example.com/People/Hanako"},
      {"https://example.com/?user=Hanako", "example.com/?user=Hanako"},
      {"https://ｅｘａｍｐｌｅ．com/a", "example.com/a"},
      {"", std::nullopt},
      {"none", std::nullopt},
      {"my own site.", std::nullopt},
      {"https://", std::nullopt},
      {".example", std::nullopt},
      {"https://h***o.example.com", std::nullopt},
  };
  for (const Case& c : kCases) EXPECT_EQ(WebsiteKey(c.written), c.key) << c.written;
}

TEST(ExternalKey, SiteAndHandle) {
  const std::optional<std::string> key = "code.example.org|hanako-s";
  EXPECT_EQ(ExternalKey("code.example.org", "hanako-s"), key);
  EXPECT_EQ(ExternalKey("https://www.Code.example.org/", "@Hanako-S"), key);
  EXPECT_EQ(ExternalKey("code.example.org", "https://code.example.org/hanako-s/"), key);
  EXPECT_NE(ExternalKey("code.example.net", "hanako-s"), key);
  EXPECT_EQ(ExternalKey("", "hanako-s"), std::nullopt);
  EXPECT_EQ(ExternalKey("code.example.org", "@"), std::nullopt);
  EXPECT_EQ(ExternalKey("code.example.org", "h****o"), std::nullopt);
}

TEST(WebsiteKey, SlashesAndSpacesAtTheEndMeanNothing) {
  const std::optional<std::string> key = "example.com/team";
  EXPECT_EQ(WebsiteKey("https://www.example.com/team /"), key);
  EXPECT_EQ(WebsiteKey("example.com/team/\u3000/ \u2028#contact"), key);
  EXPECT_EQ(WebsiteKey("example.com/team/\x1e#"), key);
}

TEST(RequestKey, WidthCaseAndSpaces) {
  EXPECT_EQ(RequestKey("  Ｅxample\t Messenger \n"), "example messenger");
  EXPECT_EQ(RequestKey("+81 90 0000 0000"), "+81 90 0000 0000");
  EXPECT_EQ(RequestKey(" "), std::nullopt);
  EXPECT_EQ(RequestKey("0x12****89"), std::nullopt);
}

TEST(CommitDays, WholeDaysOfTheCalendar) {
  const auto days = [](const char* commit, const char* created) {
    return CommitDaysBefore(ParseTime(commit).value(), created);
  };
  EXPECT_EQ(days("2024-01-01T23:59:59Z", "2024-01-15"), 14);
  EXPECT_EQ(days("2023-01-15T00:00:00+09:00", "2024-01-15T12:00:00Z"), 366);
  EXPECT_EQ(days("2024-01-15T00:00:00Z", "2024-01-15"), std::nullopt);
  EXPECT_EQ(days("2024-02-01T00:00:00Z", "2024-01-15"), std::nullopt);
  EXPECT_EQ(days("2024-01-01T00:00:00Z", "last year"), std::nullopt);
  EXPECT_EQ(days("2024-01-01T00:00:00Z", "2024-02-30"), std::nullopt);
}

RC_GTEST_PROP(External, KeysAreIdempotent, (const std::string& noise)) {
  for (const std::string& text : {noise, "https://www.example.com/" + noise, noise + ".example/"}) {
    if (const auto once = WebsiteKey(text)) RC_ASSERT(WebsiteKey(*once) == once);
    if (const auto once = RequestKey(text)) RC_ASSERT(RequestKey(*once) == once);
  }
}

}  // namespace
}  // namespace sekisho
