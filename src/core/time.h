// Event time: UTC milliseconds since 1970-01-01, without leap seconds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/status.h"

namespace sekisho {

inline constexpr int64_t kSecondMs = 1000;
inline constexpr int64_t kMinuteMs = 60 * kSecondMs;
inline constexpr int64_t kHourMs = 60 * kMinuteMs;
inline constexpr int64_t kDayMs = 24 * kHourMs;

// Reads an RFC 3339 date-time with offset ("2026-04-01T09:05:00.250+09:00"; a space may stand for
// the T, digits beyond milliseconds are cut), or a whole number of milliseconds since 1970.
// Refuses times outside limits::kTimeMsMin..kTimeMsEnd and times without an offset.
StatusOr<int64_t> ParseTime(std::string_view text);

// "2026-04-01T00:05:00.250Z"; the fraction is left out when it is zero.
std::string FormatTime(int64_t time_ms);

// Reads "90s", "15m", "1h", "30d", "2w"; months and years are refused because their length varies.
StatusOr<int64_t> ParseDuration(std::string_view text);

// "1h", "30d", "1h 30m", "250ms": the units of ParseDuration, largest first.
std::string FormatDuration(int64_t duration_ms);

}  // namespace sekisho
