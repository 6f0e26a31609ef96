#include "core/time.h"

#include <charconv>
#include <cstdio>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "core/limits.h"

namespace sekisho {
namespace {

// Reads exactly `digits` decimal digits at `*cursor`; false when there are not that many.
bool TakeDigits(std::string_view text, size_t* cursor, size_t digits, int* number) {
  if (*cursor + digits > text.size()) return false;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    const char c = text[*cursor + i];
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  *cursor += digits;
  *number = value;
  return true;
}

// Times that events may have: each finding shows some, and strftime is slow.
std::string FormatAccepted(int64_t time_ms) {
  const absl::CivilSecond time = absl::CivilSecond() + time_ms / kSecondMs;
  std::string text = "0000-00-00T00:00:00.000Z";
  const auto put = [&text](size_t at, size_t digits, int64_t number) {
    for (size_t i = at + digits; i-- > at; number /= 10) {
      text[i] = static_cast<char>('0' + number % 10);
    }
  };
  put(0, 4, time.year());
  put(5, 2, time.month());
  put(8, 2, time.day());
  put(11, 2, time.hour());
  put(14, 2, time.minute());
  put(17, 2, time.second());
  put(20, 3, time_ms % kSecondMs);
  if (time_ms % kSecondMs == 0) text.erase(19, 4);
  return text;
}

bool TakeChar(std::string_view text, size_t* cursor, std::string_view any_of) {
  if (*cursor >= text.size() || any_of.find(text[*cursor]) == std::string_view::npos) return false;
  ++*cursor;
  return true;
}

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// The offset at the end of a date-time, in minutes east of UTC.
bool TakeOffset(std::string_view text, size_t* cursor, int* minutes) {
  *minutes = 0;
  if (TakeChar(text, cursor, "Zz")) return true;
  if (*cursor >= text.size()) return false;
  const bool west = text[*cursor] == '-';
  int hours = 0;
  int rest = 0;
  if (!TakeChar(text, cursor, "+-") || !TakeDigits(text, cursor, 2, &hours)) return false;
  TakeChar(text, cursor, ":");
  if (!TakeDigits(text, cursor, 2, &rest) || hours > 23 || rest > 59) return false;
  *minutes = (hours * 60 + rest) * (west ? -1 : 1);
  return true;
}

Status BadTime(std::string_view text, std::string_view why) {
  return InvalidInput("the time \"" + std::string(text.substr(0, 40)) + "\" " + std::string(why) +
                      "; write RFC 3339 with an offset (2026-04-01T09:05:00+09:00) or whole "
                      "milliseconds since 1970");
}

StatusOr<int64_t> CheckRange(std::string_view text, int64_t time_ms) {
  if (time_ms >= limits::kTimeMsMin && time_ms < limits::kTimeMsEnd) return time_ms;
  return BadTime(text, "is outside the years 1970 to 2262");
}

bool IsInteger(std::string_view text) {
  if (text.empty()) return false;
  for (size_t i = text[0] == '-' ? 1 : 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return text != "-";
}

struct Unit {
  char letter;
  int64_t ms;
};
constexpr Unit kUnits[] = {
    {'w', 7 * kDayMs}, {'d', kDayMs}, {'h', kHourMs}, {'m', kMinuteMs}, {'s', kSecondMs}};

}  // namespace

StatusOr<int64_t> ParseTime(std::string_view text) {
  if (IsInteger(text)) {
    int64_t time_ms = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), time_ms);
    if (error != std::errc()) return BadTime(text, "is outside the years 1970 to 2262");
    return CheckRange(text, time_ms);
  }
  size_t at = 0;
  int year, month, day, hour, minute, second;
  const bool read = TakeDigits(text, &at, 4, &year) && TakeChar(text, &at, "-") &&
                    TakeDigits(text, &at, 2, &month) && TakeChar(text, &at, "-") &&
                    TakeDigits(text, &at, 2, &day) && TakeChar(text, &at, "Tt ") &&
                    TakeDigits(text, &at, 2, &hour) && TakeChar(text, &at, ":") &&
                    TakeDigits(text, &at, 2, &minute) && TakeChar(text, &at, ":") &&
                    TakeDigits(text, &at, 2, &second);
  if (!read) return BadTime(text, "cannot be read");
  int64_t fraction_ms = 0;
  if (TakeChar(text, &at, ".")) {
    int64_t scale = 100;
    const size_t start = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10) {
      fraction_ms += (text[at] - '0') * scale;
    }
    if (at == start) return BadTime(text, "has no digits after the point");
  }
  int offset_minutes = 0;
  if (at == text.size()) return BadTime(text, "has no offset from UTC");
  if (!TakeOffset(text, &at, &offset_minutes) || at != text.size()) {
    return BadTime(text, "cannot be read");
  }
  if (month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month) || hour > 23 ||
      minute > 59 || second > 60) {
    return BadTime(text, "is no date of the calendar");
  }
  const int64_t days = absl::CivilDay(year, month, day) - absl::CivilDay(1970, 1, 1);
  const int64_t seconds = days * 86400 + hour * 3600 + (minute - offset_minutes) * 60 + second;
  return CheckRange(text, seconds * kSecondMs + fraction_ms);
}

std::string FormatTime(int64_t time_ms) {
  if (time_ms >= 0 && time_ms < limits::kTimeMsEnd) return FormatAccepted(time_ms);
  const absl::Time time = absl::FromUnixMillis(time_ms);
  std::string text = absl::FormatTime("%Y-%m-%dT%H:%M:%S", time, absl::UTCTimeZone());
  if (time_ms % 1000 != 0) {
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03d", static_cast<int>(time_ms % 1000));
    text += fraction;
  }
  return text + "Z";
}

StatusOr<int64_t> ParseDuration(std::string_view text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const size_t used = static_cast<size_t>(end - text.data());
  if (error == std::errc() && number >= 0 && used + 1 == text.size()) {
    for (const Unit& unit : kUnits) {
      if (text[used] == unit.letter && number <= limits::kTimeMsEnd / unit.ms) {
        return number * unit.ms;
      }
    }
  }
  return InvalidInput("the duration \"" + std::string(text.substr(0, 40)) +
                      "\" cannot be read; write a whole number and a unit: s, m (minutes), h, d or "
                      "w (months and years have no fixed length)");
}

std::string FormatDuration(int64_t duration_ms) {
  if (duration_ms % kSecondMs != 0 || duration_ms == 0) return std::to_string(duration_ms) + "ms";
  std::string text;
  for (const Unit& unit : kUnits) {
    if (unit.letter == 'w') continue;
    const int64_t count = duration_ms / unit.ms;
    if (count == 0) continue;
    if (!text.empty()) text += ' ';
    text += std::to_string(count) + unit.letter;
    duration_ms -= count * unit.ms;
  }
  return text;
}

}  // namespace sekisho
