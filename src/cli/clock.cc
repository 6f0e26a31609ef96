#include "cli/clock.h"

#include <chrono>

namespace sekisho {
namespace {

class MachineClock : public Clock {
 public:
  int64_t NowMicros() const override {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
  }
};

}  // namespace

const Clock& SteadyClock() {
  static const MachineClock clock;
  return clock;
}

}  // namespace sekisho
