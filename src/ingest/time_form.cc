#include "ingest/time_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <utility>

#include "core/limits.h"
#include "core/time.h"
#include "core/utf8.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

constexpr size_t kPatternBytesMax = 100;
constexpr size_t kTextBytesMax = 100;
constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
struct HalfDay {
  std::string_view text;
  bool afternoon;
};
constexpr HalfDay kHalfDays[] = {
    {"AM", false},   {"PM", true},   {"am", false},   {"pm", true},
    {"午前", false}, {"午後", true}, {"오전", false}, {"오후", true},
};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// How often each letter may stand.
bool IsKnown(char letter, int count) {
  switch (letter) {
    case 'y':
      return count == 4;
    case 'M':
      return count <= 3;
    case 'd':
    case 'H':
    case 'h':
    case 'm':
    case 's':
      return count <= 2;
    case 'a':
      return count == 1;
    case 'S':
      return count <= 9;
    case 'Z':
      return count == 1 || count == 5;
    default:
      return false;
  }
}

int64_t DaysOf(int year, int month, int day, bool* exists) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  *exists = date.ok();
  return *exists ? std::chrono::sys_days(date).time_since_epoch().count() : 0;
}

std::chrono::year_month_day DateOf(int64_t local_ms) {
  const int64_t days = local_ms / kDayMs - (local_ms % kDayMs < 0 ? 1 : 0);
  return std::chrono::sys_days(std::chrono::days(days));
}

std::string Shown(std::string_view text) {
  constexpr size_t kShownBytes = 40;
  return "\"" + std::string(CutUtf8(text, kShownBytes)) + "\"" +
         (text.size() > kShownBytes ? "…" : "");
}

// The serial number of a spreadsheet as local time.
std::optional<LocalTime> ReadSerial(std::string_view text, int64_t start_days) {
  double days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  // Before 1900-03-01 the numbers of 1899-12-30 are a day off; beyond the years of events none is.
  constexpr double kSerialMin = 61;
  constexpr double kSerialMax = 200'000;
  if (error != std::errc() || end != text.data() + text.size() || !(days >= kSerialMin) ||
      !(days <= kSerialMax)) {
    return std::nullopt;
  }
  const auto seconds = static_cast<int64_t>(std::llround(days * 86'400));
  return LocalTime{start_days * kDayMs + seconds * kSecondMs, std::nullopt};
}

}  // namespace

StatusOr<TimeForm> TimeForm::Parse(std::string_view pattern) {
  TimeForm form;
  form.pattern_ = std::string(pattern);
  if (pattern == "excel" || pattern == "excel_1904") {
    bool exists = false;
    form.serial_start_days_ =
        pattern == "excel" ? DaysOf(1899, 12, 30, &exists) : DaysOf(1904, 1, 1, &exists);
    form.has_clock_ = true;
    return form;
  }
  if (pattern.empty() || pattern.size() > kPatternBytesMax) {
    return InvalidInput("a time form has 1 to " + std::to_string(kPatternBytesMax) + " bytes");
  }
  for (size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (IsLetter(c)) {
      const size_t end = std::min(pattern.find_first_not_of(c, at), pattern.size());
      const auto count = static_cast<int>(end - at);
      if (!IsKnown(c, count)) {
        return InvalidInput("\"" + std::string(pattern.substr(at, end - at)) +
                            "\" is no part of a time form; docs/mapping.md lists them");
      }
      form.parts_.push_back({c, count, ""});
      form.has_offset_ |= c == 'Z';
      form.has_clock_ |= c == 'H' || c == 'h';
      at = end;
      continue;
    }
    std::string literal(1, c);
    ++at;
    if (c == '\'') {
      const size_t close = pattern.find('\'', at);
      if (close == std::string_view::npos) {
        return InvalidInput("an apostrophe of the time form is never closed");
      }
      literal = close == at ? "'" : std::string(pattern.substr(at, close - at));
      at = close + 1;
    }
    if (form.parts_.empty() || form.parts_.back().letter != 0) form.parts_.push_back({});
    form.parts_.back().literal += literal;
  }
  if (Status status = form.Check(); !status.ok()) return status;
  return form;
}

Status TimeForm::Check() const {
  std::string letters;
  for (size_t i = 0; i < parts_.size(); ++i) {
    const char letter = parts_[i].letter;
    if (letter == 0) continue;
    if (letters.find(letter) != std::string::npos) {
      return InvalidInput("\"" + std::string(1, letter) + "\" stands twice in the time form");
    }
    letters += letter;
    // "Md" would read 111 in two ways.
    const bool variable = parts_[i].count == 1 && letter != 'a' && letter != 'Z';
    if (variable && i + 1 < parts_.size() && parts_[i + 1].letter != 0 &&
        parts_[i + 1].letter != 'a' && parts_[i + 1].letter != 'Z') {
      return InvalidInput("\"" + std::string(1, letter) +
                          "\" takes one or two digits, so digits cannot follow it at once");
    }
  }
  const auto has = [&](char letter) { return letters.find(letter) != std::string::npos; };
  if (!has('y') || !has('M') || !has('d')) {
    return InvalidInput("a time form needs year, month and day: yyyy, M and d");
  }
  if (has('H') && has('h')) return InvalidInput("a time form has H or h, not both");
  if (has('h') != has('a')) return InvalidInput("the hours h (1 to 12) need a (AM or PM), H not");
  if ((has('m') && !has('H') && !has('h')) || (has('s') && !has('m')) || (has('S') && !has('s'))) {
    return InvalidInput("a time form has minutes behind hours, and seconds behind minutes");
  }
  return absl::OkStatus();
}

// Reads one text by one form.
class TimeFormReader {
 public:
  TimeFormReader(const TimeForm& form, std::string_view text) : form_(form), text_(text) {}

  std::optional<LocalTime> Read() {
    for (const TimeForm::Part& part : form_.parts_) {
      if (!(part.letter == 0 ? TakeLiteral(part.literal) : Take(part))) return std::nullopt;
    }
    if (at_ != text_.size()) return std::nullopt;
    return Assemble();
  }

 private:
  bool TakeLiteral(std::string_view literal) {
    for (size_t i = 0; i < literal.size(); ++i) {
      if (at_ == text_.size() || text_[at_] != literal[i]) return false;
      ++at_;
      while (literal[i] == ' ' && at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    return true;
  }

  bool TakeDigits(size_t least, size_t most, int* number) {
    const size_t begin = at_;
    *number = 0;
    while (at_ < text_.size() && at_ - begin < most && IsDigit(text_[at_])) {
      *number = *number * 10 + (text_[at_++] - '0');
    }
    return at_ - begin >= least;
  }

  bool TakeMonthName() {
    for (size_t i = 0; i < std::size(kMonths); ++i) {
      if (text_.substr(at_, kMonths[i].size()) != kMonths[i]) continue;
      month_ = static_cast<int>(i) + 1;
      at_ += kMonths[i].size();
      return true;
    }
    return false;
  }

  bool TakeHalfDay() {
    for (const HalfDay& half : kHalfDays) {
      if (text_.substr(at_, half.text.size()) != half.text) continue;
      afternoon_ = half.afternoon;
      at_ += half.text.size();
      return true;
    }
    return false;
  }

  bool TakeFraction(int digits) {
    int number = 0;
    for (int i = 0; i < digits; ++i) {
      if (at_ == text_.size() || !IsDigit(text_[at_])) return false;
      if (i < 3) number = number * 10 + (text_[at_] - '0');
      ++at_;
    }
    for (int i = digits; i < 3; ++i) number *= 10;
    fraction_ms_ = number;
    return true;
  }

  bool TakeOffset(bool colon) {
    if (colon && at_ < text_.size() && text_[at_] == 'Z') {
      ++at_;
      offset_minutes_ = 0;
      return true;
    }
    if (at_ == text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return false;
    const int sign = text_[at_++] == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!TakeDigits(2, 2, &hours)) return false;
    if (colon && (at_ == text_.size() || text_[at_++] != ':')) return false;
    if (!TakeDigits(2, 2, &minutes) || hours > 23 || minutes > 59) return false;
    offset_minutes_ = sign * (hours * 60 + minutes);
    return true;
  }

  bool Take(const TimeForm::Part& part) {
    const auto least = static_cast<size_t>(part.count);
    switch (part.letter) {
      case 'y':
        return TakeDigits(4, 4, &year_);
      case 'M':
        return part.count == 3 ? TakeMonthName() : TakeDigits(least, 2, &month_);
      case 'd':
        return TakeDigits(least, 2, &day_);
      case 'H':
      case 'h':
        half_days_ = part.letter == 'h';
        return TakeDigits(least, 2, &hour_);
      case 'a':
        return TakeHalfDay();
      case 'm':
        return TakeDigits(least, 2, &minute_);
      case 's':
        return TakeDigits(least, 2, &second_);
      case 'S':
        return TakeFraction(part.count);
      default:
        return TakeOffset(part.count == 5);
    }
  }

  std::optional<LocalTime> Assemble() {
    if (half_days_) {
      if (hour_ < 1 || hour_ > 12) return std::nullopt;
      hour_ = hour_ % 12 + (afternoon_ ? 12 : 0);
    }
    bool exists = false;
    const int64_t days = DaysOf(year_, month_, day_, &exists);
    if (!exists || hour_ > 23 || minute_ > 59 || second_ > 59) return std::nullopt;
    return LocalTime{
        days * kDayMs + hour_ * kHourMs + minute_ * kMinuteMs + second_ * kSecondMs + fraction_ms_,
        offset_minutes_};
  }

  const TimeForm& form_;
  const std::string_view text_;
  size_t at_ = 0;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  int hour_ = 0;
  int minute_ = 0;
  int second_ = 0;
  int fraction_ms_ = 0;
  bool half_days_ = false;
  bool afternoon_ = false;
  std::optional<int> offset_minutes_;
};

std::optional<LocalTime> TimeForm::Read(std::string_view text) const {
  if (text.size() > kTextBytesMax) return std::nullopt;
  if (parts_.empty()) return ReadSerial(text, serial_start_days_);
  return TimeFormReader(*this, text).Read();
}

StatusOr<LocalTime> TimeForms::ReadLocal(std::string_view text) const {
  const size_t first = std::min(text.find_first_not_of(' '), text.size());
  const std::string_view bare = text.substr(first, text.find_last_not_of(' ') + 1 - first);
  const TimeForm* suits = nullptr;
  LocalTime time;
  for (const TimeForm& form : forms) {
    const std::optional<LocalTime> read = form.Read(bare);
    if (!read) continue;
    if (suits != nullptr && (read->ms != time.ms || read->offset_minutes != time.offset_minutes)) {
      return InvalidInput("the time " + Shown(text) + " suits two forms that differ: " +
                          Shown(suits->pattern()) + " and " + Shown(form.pattern()));
    }
    suits = &form;
    time = *read;
  }
  if (suits != nullptr) return time;
  std::string wanted;
  for (const TimeForm& form : forms) {
    wanted += (wanted.empty() ? "" : " or ") + ("\"" + form.pattern() + "\"");
  }
  return InvalidInput("the time " + Shown(text) + " is not of the form " + wanted);
}

StatusOr<int64_t> TimeForms::Read(std::string_view text) const {
  const StatusOr<LocalTime> local = ReadLocal(text);
  if (!local.ok()) return local.status();
  StatusOr<int64_t> utc = local->offset_minutes
                              ? StatusOr<int64_t>(local->ms - *local->offset_minutes * kMinuteMs)
                          : zone ? zone->ToUtc(local->ms)
                                 : InvalidInput("no zone is stated");
  if (!utc.ok()) {
    return InvalidInput("the time " + Shown(text) + " " +
                        std::string(ToStd(utc.status().message())));
  }
  if (*utc < limits::kTimeMsMin || *utc >= limits::kTimeMsEnd) {
    return InvalidInput("the time " + Shown(text) + " is before 1970 or after 2262");
  }
  return utc;
}

std::string FormatDay(int64_t local_ms) {
  const std::chrono::year_month_day date = DateOf(local_ms);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

int YearOf(int64_t local_ms) { return static_cast<int>(DateOf(local_ms).year()); }

}  // namespace sekisho
