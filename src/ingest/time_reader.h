// Event times, read fast.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/status.h"

namespace sekisho {

// The answers of ParseTime (core/time.h), faster when the same days come again and again: a day
// is looked up in the calendar once. One per thread.
class TimeReader {
 public:
  // False when `text` needs the slow way: any other form, or an error.
  bool ReadFast(std::string_view text, int64_t* time_ms);
  StatusOr<int64_t> Read(std::string_view text);

 private:
  struct Day {
    char text[10] = {};  // "2026-04-01"
    int64_t ms = 0;
  };
  Day* DayOf(std::string_view text) {
    return &days_[(static_cast<unsigned char>(text[8]) * 10u +
                   static_cast<unsigned char>(text[9])) %
                  32];
  }

  Day days_[32];  // one for each day of a month
};

}  // namespace sekisho
