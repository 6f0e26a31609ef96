#include "core/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <optional>
#include <string>

#include "core/threshold.h"

namespace sekisho {
namespace {

TEST(ParseMicros, ReadsNumbersExactly) {
  const struct {
    const char* text;
    std::optional<int64_t> micros;
  } kCases[] = {
      {"0", 0},
      {"-0", 0},
      {"1", 1'000'000},
      {"-1.5", -1'500'000},
      {"0.000001", 1},
      {"0.0000019", 1},
      {"-0.0000019", -1},
      {"0.0000001", 0},
      {"1e3", 1'000'000'000},
      {"1.5E-1", 150'000},
      {"15e-7", 1},
      {"9000000000000", 9'000'000'000'000'000'000},
      {"10000000000000", std::nullopt},
      {"1e400", std::nullopt},
      {"1e-400", 0},
      {"", std::nullopt},
      {"-", std::nullopt},
      {".5", std::nullopt},
      {"5.", std::nullopt},
      {"1e", std::nullopt},
      {"1 ", std::nullopt},
      {"abc", std::nullopt},
  };
  for (const auto& c : kCases) EXPECT_EQ(ParseMicros(c.text), c.micros) << c.text;
}

TEST(CanonicalNumber, HasOneSpellingForEachNumber) {
  const struct {
    const char* text;
    const char* canonical;
  } kCases[] = {
      {"1.50", "1.5"}, {"15e-1", "1.5"}, {"1.5", "1.5"},    {"-0.0", "0"},    {"0e5", "0"},
      {"100", "100"},  {"1e2", "100"},   {"0.010", "0.01"}, {"-7", "-7"},     {"12e-4", "0.0012"},
      {"abc", "abc"},  {"", ""},         {"1.", "1."},      {"1e99", "1e99"},
  };
  for (const auto& c : kCases) EXPECT_EQ(CanonicalNumber(c.text), c.canonical) << c.text;
}

RC_GTEST_PROP(CanonicalNumber, ChangesNothingTwice, ()) {
  const std::string text = std::to_string(*rc::gen::inRange(-100000, 100000)) + "." +
                           std::to_string(*rc::gen::inRange(0, 100000)) + "e" +
                           std::to_string(*rc::gen::inRange(-20, 20));
  const std::string once = CanonicalNumber(text);
  RC_ASSERT(CanonicalNumber(once) == once);
  RC_ASSERT(ParseMicros(once) == ParseMicros(text));
}

RC_GTEST_PROP(FormatMicros, IsReadBack, (int64_t micros)) {
  const std::string text = FormatMicros(micros);
  if (micros != std::numeric_limits<int64_t>::min()) {
    RC_ASSERT(ParseMicros(text) == std::optional<int64_t>(micros));
  }
  RC_ASSERT(CanonicalNumber(text) == text);
}

TEST(Threshold, ComparesExactly) {
  EXPECT_TRUE((Threshold{Compare::kGreaterEqual, 3'000'000}.Holds(3'000'000)));
  EXPECT_FALSE((Threshold{Compare::kGreater, 3'000'000}.Holds(3'000'000)));
  EXPECT_TRUE((Threshold{Compare::kLessEqual, 20'000}.Holds(1'000'000, 50)));  // 1/50 <= 0.02
  EXPECT_FALSE((Threshold{Compare::kLess, 20'000}.Holds(1'000'000, 50)));
  EXPECT_TRUE((Threshold{Compare::kEqual, 0}.Holds(0, 7)));
  EXPECT_TRUE((Threshold{Compare::kNotEqual, 1}.Holds(0)));
}

}  // namespace
}  // namespace sekisho
