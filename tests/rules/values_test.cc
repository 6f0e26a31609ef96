// Numbers, times, network ranges, encodings, nearest names.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/suggestion.h"
#include "core/time.h"
#include "rules/encoding.h"
#include "rules/network_range.h"
#include "rules/number_test.h"

namespace sekisho {
namespace {

TEST(Number, TakesJsonNumbersOnly) {
  for (const char* text : {"0", "-1", "1.5", "1e3", "9223372036854775807", "1e300"}) {
    EXPECT_TRUE(ParseNumber(text).has_value()) << text;
  }
  for (const char* text :
       {"", "-", "+1", "inf", "nan", "-inf", "0x10", "1 ", "one", "1e999", "1,5"}) {
    EXPECT_FALSE(ParseNumber(text).has_value()) << text;
  }
}

RC_GTEST_PROP(Number, OrdersWholeNumbersExactly, (int64_t a, int64_t b)) {
  const int order = Order(*ParseNumber(std::to_string(a)), *ParseNumber(std::to_string(b)));
  RC_ASSERT((order < 0) == (a < b));
  RC_ASSERT((order > 0) == (a > b));
}

TEST(Number, PartsOfTimes) {
  struct Case {
    const char* time;
    int64_t minute, hour, day, week, month, year;
  };
  // Weeks: the examples of ISO 8601, and years that begin or end within a week of another one.
  const Case kCases[] = {
      {"1970-01-01T00:00:00Z", 0, 0, 1, 1, 1, 1970},
      {"2026-01-01T23:59:59.999Z", 59, 23, 1, 1, 1, 2026},
      {"2027-01-03T05:07:00Z", 7, 5, 3, 53, 1, 2027},
      {"2027-01-04T00:00:00Z", 0, 0, 4, 1, 1, 2027},
      {"2024-12-30T12:00:00+09:00", 0, 3, 30, 1, 12, 2024},
      {"2028-02-29T00:30:00-01:00", 30, 1, 29, 9, 2, 2028},
  };
  for (const Case& c : kCases) {
    const int64_t time = *ParseTime(c.time);
    EXPECT_EQ(ExtractTimePart(time, TimePart::kMinute), c.minute) << c.time;
    EXPECT_EQ(ExtractTimePart(time, TimePart::kHour), c.hour) << c.time;
    EXPECT_EQ(ExtractTimePart(time, TimePart::kDay), c.day) << c.time;
    EXPECT_EQ(ExtractTimePart(time, TimePart::kWeek), c.week) << c.time;
    EXPECT_EQ(ExtractTimePart(time, TimePart::kMonth), c.month) << c.time;
    EXPECT_EQ(ExtractTimePart(time, TimePart::kYear), c.year) << c.time;
  }
}

RC_GTEST_PROP(NetworkRange, HoldsAnAddressWhenItsFirstBitsAreEqual, (uint32_t a, uint32_t b)) {
  const int prefix = *rc::gen::inRange(0, 33);
  // Addresses that share a beginning, as random ones hardly do.
  const int shared = *rc::gen::inRange(0, 33);
  const uint32_t mask = shared == 0 ? 0 : ~uint32_t{0} << (32 - shared);
  const uint32_t other = (a & mask) | (b & ~mask);
  const auto text = [](uint32_t address) {
    return std::to_string(address >> 24) + "." + std::to_string(address >> 16 & 255) + "." +
           std::to_string(address >> 8 & 255) + "." + std::to_string(address & 255);
  };
  const auto range = ParseNetworkRange(text(a) + "/" + std::to_string(prefix));
  RC_ASSERT(range.has_value());
  const uint32_t bits = prefix == 0 ? 0 : ~uint32_t{0} << (32 - prefix);
  RC_ASSERT(range->Contains(text(other)) == ((a & bits) == (other & bits)));
  RC_ASSERT(range->Contains("::ffff:" + text(other)) == range->Contains(text(other)));
  RC_ASSERT(range->host_bits == ((a & ~bits) != 0));
}

TEST(NetworkRange, RefusesWhatIsNone) {
  for (const char* text :
       {"", "/", "192.0.2.0/", "192.0.2.0/-1", "192.0.2.0/33", "192.0.2/24", "2001:db8::/129",
        "2001:db8::/x", "localhost", "192.0.2.0/24/8", "2001:db8::1%eth0",
        "1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa"}) {
    EXPECT_FALSE(ParseNetworkRange(text).has_value()) << text;
  }
  EXPECT_FALSE(ParseNetworkRange("192.0.2.0/24")->Contains("192.0.2.0/23"));
  EXPECT_TRUE(ParseNetworkRange("::/0")->Contains("2001:db8::1"));
  EXPECT_FALSE(ParseNetworkRange("::/0")->Contains("192.0.2.1"));
}

TEST(Encoding, Base64IsThatOfRfc4648) {
  // Section 10 of the RFC has the prefixes of one word; these are of another, checked with
  // coreutils' base64.
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("s"), "cw==");
  EXPECT_EQ(Base64("se"), "c2U=");
  EXPECT_EQ(Base64("sek"), "c2Vr");
  EXPECT_EQ(Base64("\xff\xfe\xfd"), "//79");
}

// Wherever the text stands in what is encoded, one of the forms stands in the result.
RC_GTEST_PROP(Encoding, OffsetsFindTheTextAnywhere, (std::string before, std::string after)) {
  const std::string text = *rc::gen::suchThat(rc::gen::string<std::string>(),
                                              [](const std::string& s) { return s.size() >= 3; });
  const std::string encoded = Base64(before + text + after);
  const std::string form = Base64AtOffsets(text)[before.size() % 3];
  RC_ASSERT(!form.empty());
  RC_ASSERT(encoded.find(form) != std::string::npos);
}

TEST(Encoding, Utf16) {
  using std::string_literals::operator""s;
  EXPECT_EQ(Utf16("aé", false), "a\0\xe9\0"s);
  EXPECT_EQ(Utf16("aé", true), "\0a\0\xe9"s);
  EXPECT_EQ(Utf16("\U0001f600", true), "\xd8\x3d\xde\x00"s);
}

TEST(Suggestion, NearestName) {
  EXPECT_EQ(EditDistance("session", "sesion"), 1u);
  EXPECT_EQ(EditDistance("acount", "account"), 1u);
  EXPECT_EQ(EditDistance("ab", "ba"), 1u);
  EXPECT_EQ(EditDistance("", "abc"), 3u);
  EXPECT_EQ(EditDistance("KITTEN", "sitting"), 3u);
  EXPECT_EQ(DidYouMean("acount", {"amount", "account"}), "did you mean \"account\"?");
  EXPECT_EQ(DidYouMean("nothing like it", {"account"}), "");
  EXPECT_EQ(DidYouMean("x", {}), "");
  EXPECT_EQ(Enumerate({"a"}), "a");
  EXPECT_EQ(Enumerate({"a", "b", "c"}), "a, b or c");
}

}  // namespace
}  // namespace sekisho
