#include "rules/number_test.h"

#include <charconv>

#include "absl/time/civil_time.h"
#include "core/time.h"

namespace sekisho {

bool Holds(int order, Compare compare) {
  switch (compare) {
    case Compare::kLess:
      return order < 0;
    case Compare::kLessEqual:
      return order <= 0;
    case Compare::kGreater:
      return order > 0;
    case Compare::kGreaterEqual:
      return order >= 0;
    case Compare::kEqual:
      return order == 0;
    case Compare::kNotEqual:
      return order != 0;
  }
  return false;
}

std::optional<Number> ParseNumber(std::string_view text) {
  const char* const end = text.data() + text.size();
  const size_t sign = !text.empty() && text[0] == '-' ? 1 : 0;
  // from_chars alone would take "inf" and "nan".
  if (text.size() <= sign || text[sign] < '0' || text[sign] > '9') return std::nullopt;
  Number number;
  const auto whole = std::from_chars(text.data(), end, number.integer);
  if (whole.ec == std::errc() && whole.ptr == end) {
    number.whole = true;
    number.real = static_cast<double>(number.integer);
    return number;
  }
  const auto real = std::from_chars(text.data(), end, number.real);
  if (real.ec != std::errc() || real.ptr != end) return std::nullopt;
  return number;
}

int Order(const Number& a, const Number& b) {
  if (a.whole && b.whole) return a.integer < b.integer ? -1 : a.integer > b.integer ? 1 : 0;
  return a.real < b.real ? -1 : a.real > b.real ? 1 : 0;
}

int64_t ExtractTimePart(int64_t time_ms, TimePart part) {
  const int64_t days = (time_ms >= 0 ? time_ms : time_ms - kDayMs + 1) / kDayMs;
  const int64_t in_day = time_ms - days * kDayMs;
  if (part == TimePart::kMinute) return in_day / kMinuteMs % 60;
  if (part == TimePart::kHour) return in_day / kHourMs;
  const absl::CivilDay day = absl::CivilDay(1970, 1, 1) + days;
  if (part == TimePart::kDay) return day.day();
  if (part == TimePart::kMonth) return day.month();
  if (part == TimePart::kYear) return day.year();
  // The week of a day is that of its Thursday: weeks belong to the year with most of their days.
  const int from_monday = static_cast<int>(absl::GetWeekday(day));
  const absl::CivilDay thursday = day + (3 - from_monday);
  return (absl::GetYearDay(thursday) - 1) / 7 + 1;
}

bool NumberTest::MatchesTime(int64_t time_ms) const {
  Number part_number;
  part_number.whole = true;
  part_number.integer = ExtractTimePart(time_ms, part);
  part_number.real = static_cast<double>(part_number.integer);
  return Holds(Order(part_number, number), compare);
}

bool NumberTest::Matches(const Value& value) const {
  if (value.kind != ValueKind::kNumber && value.kind != ValueKind::kText) return false;
  if (part != TimePart::kNone) {
    const StatusOr<int64_t> time_ms = ParseTime(value.text);
    return time_ms.ok() && MatchesTime(*time_ms);
  }
  if (value.text == text) return Holds(0, compare);
  if (compare == Compare::kEqual && value.kind == ValueKind::kText) return false;
  const std::optional<Number> other = ParseNumber(value.text);
  return other && Holds(Order(*other, number), compare);
}

}  // namespace sekisho
