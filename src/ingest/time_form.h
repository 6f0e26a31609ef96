// Times as tables write them: forms that a mapping names, in a zone that it states. Nothing is
// guessed: a text that suits no form, or two forms with different results, is refused.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

// A time as the clocks of some place show it: milliseconds since 1970-01-01 00:00 there.
struct LocalTime {
  int64_t ms = 0;
  std::optional<int> offset_minutes;  // east of UTC, when the text says it
};

// One form, written with letters as in Unicode's date patterns (UTS #35, "Date Format Patterns"),
// but read strictly: all of the text has to suit.
//
//   yyyy year · M MM month · MMM Jan…Dec · d dd day · H HH hour 0–23 · h hh hour 1–12 with
//   a AM/PM, 午前/午後, 오전/오후 · m mm minute · s ss second · S… fraction · ZZZZZ Z or +09:00 ·
//   Z +0900
//
// One letter takes one or two digits, two letters exactly two. Text between apostrophes and
// everything that is no letter of A–Z stands for itself; a space is one or more spaces.
//
// "excel" and "excel_1904" are the serial numbers of spreadsheets: days since 1899-12-30 or
// 1904-01-01, rounded to the second.
class TimeForm {
 public:
  // Fails with what is wrong in the pattern.
  static StatusOr<TimeForm> Parse(std::string_view pattern);

  // None when the text does not suit, or names a day or hour that does not exist.
  std::optional<LocalTime> Read(std::string_view text) const;

  const std::string& pattern() const { return pattern_; }
  bool has_offset() const { return has_offset_; }
  bool has_clock() const { return has_clock_; }  // else every time is a midnight

 private:
  struct Part {
    char letter = 0;  // 0: `literal`
    int count = 0;
    std::string literal;
  };
  friend class TimeFormReader;

  Status Check() const;

  std::string pattern_;
  std::vector<Part> parts_;
  int64_t serial_start_days_ = 0;  // of a spreadsheet; parts_ is empty then
  bool has_offset_ = false;
  bool has_clock_ = false;
};

// A zone by its IANA name ("Asia/Tokyo"), "UTC", or a fixed offset ("+09:00"). The rules of IANA's
// zones come with ICU. Immutable; thread-safe.
class CivilZone {
 public:
  static StatusOr<CivilZone> Parse(std::string_view name);
  // Fails where clocks are set forward (the time does not exist) or back (it exists twice).
  StatusOr<int64_t> ToUtc(int64_t local_ms) const;
  const std::string& name() const { return name_; }

 private:
  struct Rules;
  std::string name_;
  int64_t offset_ms_ = 0;
  std::shared_ptr<const Rules> rules_;  // null: a fixed offset
};

// The forms of one field, with the zone for texts without an offset.
struct TimeForms {
  std::vector<TimeForm> forms;
  std::optional<CivilZone> zone;

  // The local time of `text`; fails when no form suits, or two do and differ.
  StatusOr<LocalTime> ReadLocal(std::string_view text) const;
  // UTC milliseconds. Fails also when neither text nor zone says the offset.
  StatusOr<int64_t> Read(std::string_view text) const;
};

// "2026-04-01" of a local time, and its year.
std::string FormatDay(int64_t local_ms);
int YearOf(int64_t local_ms);

}  // namespace sekisho
