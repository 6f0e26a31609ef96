// Hours of the day and days of the week at which people are at it, by their own clock.
#pragma once

#include <cstdint>

#include "simulate/parameters.h"
#include "simulate/random.h"

namespace sekisho::simulate {

// 2026-04-06T00:00:00Z, a Monday: day 0. Clocks everywhere have changed to summer time by then, and
// change back in autumn.
inline constexpr int64_t kFirstDayMs = 1'775'433'600'000;

// 0 = Monday. Days before the first are negative.
inline int32_t Weekday(int32_t day) { return ((day % 7) + 7) % 7; }

// A minute of the day (0 to 1439) at which a visit begins.
int32_t PickMinute(Rhythm rhythm, Random* random);

// The same in milliseconds from midnight, at some second of it.
int64_t PickTime(Rhythm rhythm, Random* random);

// Permille of a usual day's chance that a person of that rhythm is there: less at weekends for
// those who keep office hours, more for those who work beside another job.
uint32_t WeekdayFactor(Rhythm rhythm, int32_t day);

}  // namespace sekisho::simulate
