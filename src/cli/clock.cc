#include "cli/clock.h"

#include <chrono>

#include "core/time.h"

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

int64_t NowMs() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::string Today() {
  constexpr size_t kDateSize = 10;
  return FormatTime(NowMs()).substr(0, kDateSize);
}

}  // namespace sekisho
