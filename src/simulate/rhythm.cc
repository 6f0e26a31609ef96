#include "simulate/rhythm.h"

#include <array>

#include "core/time.h"

namespace sekisho::simulate {
namespace {

// Weights of the hours from midnight on.
using Hours = std::array<uint16_t, 24>;
constexpr std::array<Hours, 4> kHours = {{
    // Office: nine to seven with a break at noon, a look in the evening.
    {2, 1, 0, 0, 0, 1, 4, 14, 40, 90, 105, 95, 50, 85, 95, 90, 80, 60, 36, 24, 22, 18, 10, 5},
    // Day: the same, wider, with more of the evening.
    {10, 4, 2, 1, 1, 3, 10, 24, 44, 66, 74, 70, 52, 64, 68, 64, 58, 50, 44, 50, 62, 64, 46, 24},
    // Evening: beside a job or studies.
    {34, 16, 7, 2, 1, 2, 8, 18, 16, 12, 14, 18, 38, 22, 16, 18, 24, 40, 60, 80, 100, 110, 95, 62},
    // Night.
    {100, 98, 95, 86, 70, 45, 20, 8, 3, 1, 1, 2, 4, 6, 8, 12, 18, 22, 26, 32, 44, 70, 95, 102},
}};

}  // namespace

int32_t PickMinute(Rhythm rhythm, Random* random) {
  const uint32_t hour = random->Weighted<uint16_t>(kHours[static_cast<size_t>(rhythm)]);
  return static_cast<int32_t>(hour * 60 + random->Below(60));
}

int64_t PickTime(Rhythm rhythm, Random* random) {
  const int64_t minute = PickMinute(rhythm, random);
  return minute * kMinuteMs + random->Between(0, kMinuteMs - 1);
}

uint32_t WeekdayFactor(Rhythm rhythm, int32_t day) {
  const bool weekend = Weekday(day) >= 5;
  switch (rhythm) {
    case Rhythm::kOffice:
      return weekend ? 250 : 1250;
    case Rhythm::kEvening:
      return weekend ? 1350 : 860;
    default:
      return weekend ? 800 : 1080;
  }
}

}  // namespace sekisho::simulate
