// Time that passes, for progress and statistics. Findings never depend on it.
#pragma once

#include <cstdint>
#include <string>

namespace sekisho {

class Clock {
 public:
  virtual ~Clock() = default;
  // Microseconds since some moment; never goes back.
  virtual int64_t NowMicros() const = 0;
};

// Of this machine.
const Clock& SteadyClock();

// Of this machine's clock, UTC milliseconds since 1970: for what people do now.
int64_t NowMs();

// The day of this machine's clock in UTC, "2026-11-23": for what ends on a day.
std::string Today();

}  // namespace sekisho
