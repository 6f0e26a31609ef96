#include "facts/career/career.h"

#include <gtest/gtest.h>

#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kYear = 2026;

std::optional<int64_t> Years(int64_t years) { return years * kMicro; }

TEST(Career, WhatIsPossibleInTheBestCase) {
  // Born on 2000-01-01, at work from 2015-01-01 to 2026-12-31: twelve years.
  EXPECT_EQ(CareerContradiction({2000, Years(12), {}, {}}, kYear), "");
  EXPECT_EQ(CareerContradiction({2000, Years(12), 2015, 2015}, kYear), "");
  EXPECT_EQ(CareerContradiction({2000, Years(13), {}, {}}, kYear), "years_exceed_age");
  EXPECT_EQ(CareerContradiction({2000, 12 * kMicro + 1, {}, {}}, kYear), "years_exceed_age");
  EXPECT_EQ(CareerContradiction({2000, {}, 2014, {}}, kYear), "works_before_15");
  EXPECT_EQ(CareerContradiction({2000, {}, {}, 2014}, kYear), "graduates_before_15");
  EXPECT_EQ(CareerContradiction({{}, Years(10), 2017, {}}, kYear), "");
  EXPECT_EQ(CareerContradiction({{}, Years(11), 2017, {}}, kYear), "overlaps");
}

TEST(Career, NothingFromUnknownParts) {
  EXPECT_EQ(CareerContradiction({}, kYear), "");
  EXPECT_EQ(CareerContradiction({2000, {}, {}, {}}, kYear), "");
  EXPECT_EQ(CareerContradiction({{}, Years(40), {}, {}}, kYear), "");
  EXPECT_EQ(CareerContradiction({{}, Years(40), {}, 2020}, kYear), "")
      << "people study beside or after years of work";
  EXPECT_EQ(CareerContradiction({2020, Years(0), {}, {}}, kYear), "");
}

class CareerFact : public testing::Test {
 protected:
  std::string_view Of(std::string_view birth, std::string_view years, std::string_view first,
                      std::string_view graduated) {
    const FieldId inputs[] = {5, 6, 7, 8};
    const FieldId output = 9;
    event_.Clear();
    event_.time_ms = ParseTime("2026-12-31T23:59:59Z").value();
    const std::string_view texts[] = {birth, years, first, graduated};
    for (size_t i = 0; i < 4; ++i) {
      if (!texts[i].empty()) event_.Set(inputs[i], Value::Number(texts[i]));
    }
    ComputeCareerContradiction(inputs, output, &event_);
    return event_.Get(output).text;
  }

  EventView event_{10};
};

TEST_F(CareerFact, ReadsNumbers) {
  EXPECT_EQ(Of("1994", "7", "2019", "2019"), "");
  EXPECT_EQ(Of("1994", "7.5e0", "2.019e3", ""), "");
  EXPECT_EQ(Of("2000", "12.5", "", ""), "years_exceed_age");
  EXPECT_EQ(Of("", "20", "2015", ""), "overlaps");
}

TEST_F(CareerFact, TypingErrorsAreUnknown) {
  EXPECT_EQ(Of("94", "7", "", ""), "");
  EXPECT_EQ(Of("2030", "7", "", ""), "");
  EXPECT_EQ(Of("1994", "700", "", ""), "");
  EXPECT_EQ(Of("1994", "-3", "19", "2027"), "");
  EXPECT_EQ(Of("2000.5", "20", "", ""), "");
  EXPECT_EQ(Of("2000", "many", "1999.5", ""), "");
}

}  // namespace
}  // namespace sekisho
