// Days, months and years as careers give them: often only "2016" or "2016-04". What is not known is
// kept open, and two claims are compared in the way that is best for the person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

// A claimed point in time, as the months in which it may lie. Months count from year 0.
struct MonthRange {
  int first = 0;
  int last = 0;

  int first_year() const { return first / 12; }
  int last_year() const { return last / 12; }
};

// A day of the calendar as YYYY-MM-DD, years 1900 to 2199. Event times begin with 1970, people
// earlier.
bool IsDay(std::string_view text);

// Reads "2016", "2016-04" or "2016-04-30", years 1900 to 2100. Nothing for other text.
std::optional<MonthRange> ParseMonth(std::string_view text);

// "2016" or "2016-04", as exactly as it was given; "?" for nothing.
std::string DateText(const std::optional<MonthRange>& range);

// The least number of months between two points: 0 when they may be the same.
int MonthsApart(const MonthRange& a, const MonthRange& b);

// The least number of whole months that two stretches have in common. A missing end is still
// going on at `now`.
int MonthsInCommon(const MonthRange& from_a, const std::optional<MonthRange>& to_a,
                   const MonthRange& from_b, const std::optional<MonthRange>& to_b, int now);

// The month of a time, in UTC.
int MonthOf(long long time_ms);

}  // namespace sekisho
