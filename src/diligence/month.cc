#include "diligence/month.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2100;
constexpr int kDayYearMax = 2199;

std::optional<int> Digits(std::string_view text, int least, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (text[0] == '-' || number < least || number > most) return std::nullopt;
  return number;
}

}  // namespace

bool IsDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::optional<int> year = Digits(text.substr(0, 4), kYearMin, kDayYearMax);
  const std::optional<int> month = Digits(text.substr(5, 2), 1, 12);
  const std::optional<int> day = Digits(text.substr(8, 2), 1, 31);
  return year && month && day && absl::CivilDay(*year, *month, *day).day() == *day;
}

std::optional<MonthRange> ParseMonth(std::string_view text) {
  if (text.size() == 10 && !IsDay(text)) return std::nullopt;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const std::optional<int> year = Digits(text.substr(0, 4), kYearMin, kYearMax);
  if (!year) return std::nullopt;
  if (text.size() == 4) return MonthRange{*year * 12, *year * 12 + 11};
  if (text[4] != '-') return std::nullopt;
  const std::optional<int> month = Digits(text.substr(5, 2), 1, 12);
  if (!month) return std::nullopt;
  const int number = *year * 12 + *month - 1;
  return MonthRange{number, number};
}

std::string DateText(const std::optional<MonthRange>& range) {
  if (!range) return "?";
  if (range->first != range->last) return absl::StrFormat("%04d", range->first_year());
  return absl::StrFormat("%04d-%02d", range->first_year(), range->first % 12 + 1);
}

int MonthsApart(const MonthRange& a, const MonthRange& b) {
  return std::max({0, a.first - b.last, b.first - a.last});
}

int MonthsInCommon(const MonthRange& from_a, const std::optional<MonthRange>& to_a,
                   const MonthRange& from_b, const std::optional<MonthRange>& to_b, int now) {
  const int begin = std::max(from_a.last, from_b.last);
  const int end = std::min(to_a ? to_a->first : now, to_b ? to_b->first : now);
  return std::max(0, end - begin);
}

int MonthOf(long long time_ms) {
  const std::optional<MonthRange> month = ParseMonth(FormatTime(time_ms).substr(0, 7));
  return month ? month->first : 0;
}

}  // namespace sekisho
