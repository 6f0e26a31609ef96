// Time that passes, for progress and statistics. Findings never depend on it.
#pragma once

#include <cstdint>

namespace sekisho {

class Clock {
 public:
  virtual ~Clock() = default;
  // Microseconds since some moment; never goes back.
  virtual int64_t NowMicros() const = 0;
};

// Of this machine.
const Clock& SteadyClock();

}  // namespace sekisho
