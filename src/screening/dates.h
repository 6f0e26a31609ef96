// Dates of birth as lists and people write them.
#pragma once

#include <optional>
#include <string_view>

#include "screening/entry.h"

namespace sekisho {

// "1971-05-06", "08 Feb 1971", "Feb 1971", "1971", "circa 1947", "1955-1958", "1955 to 1958",
// "06/05/1971" is refused (two readings), "1971年5月6日", "1955年-1958年頃". Nothing for other
// text.
std::optional<BirthDate> ReadBirthDate(std::string_view text);

enum class DateFit {
  kUnknown,  // one of the two is not known
  kDiffers,  // both are known and cannot be one day
  kYear,     // the years fit, the day is not known on one side
  kSame,     // one day
};

DateFit CompareDates(const BirthDate& a, const BirthDate& b);

}  // namespace sekisho
