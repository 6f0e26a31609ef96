#include "state/window.h"

#include <algorithm>
#include <limits>

#include "state/entry_list.h"
#include "state/window_kinds.h"

namespace sekisho {

size_t Window::Bytes(const WindowSpec& spec) {
  switch (spec.kind) {
    case WindowKind::kCount:
      return CountWindow::Bytes();
    case WindowKind::kDistinct:
      return DistinctWindow::Bytes();
    case WindowKind::kSum:
    case WindowKind::kAverage:
    case WindowKind::kPercentile:
      return NumberWindow::Bytes();
    case WindowKind::kTemporal:
      return TemporalWindow::Bytes(spec);
    case WindowKind::kTemporalOrdered:
      return OrderedWindow::Bytes(spec);
    case WindowKind::kRatio:
      return RatioWindow::Bytes();
    case WindowKind::kPresence:
      return PresenceWindow::Bytes();
  }
  return 0;
}

// Calls `use` with the window as what it is.
template <typename Use>
auto Window::As(Use use) {
  switch (spec_.kind) {
    case WindowKind::kCount:
      return use(CountWindow(spec_, memory_, pools_));
    case WindowKind::kDistinct:
      return use(DistinctWindow(spec_, memory_, pools_));
    case WindowKind::kTemporal:
      return use(TemporalWindow(spec_, memory_));
    case WindowKind::kTemporalOrdered:
      return use(OrderedWindow(spec_, memory_));
    case WindowKind::kRatio:
      return use(RatioWindow(spec_, memory_, pools_));
    case WindowKind::kPresence:
      return use(PresenceWindow(spec_, memory_, pools_));
    case WindowKind::kSum:
    case WindowKind::kAverage:
    case WindowKind::kPercentile:
      break;
  }
  return use(NumberWindow(spec_, memory_, pools_));
}

void Window::Add(Stamp stamp, const WindowInput& input) {
  As([&](auto window) { window.Add(stamp, input); });
}

Judgement Window::Judge(int64_t time_ms) {
  return As([&](auto window) {
    window.Expire(time_ms);
    return window.Judge(time_ms);
  });
}

Judgement Window::AddAndJudge(const WindowSpec& spec, std::byte* memory, WindowPools* pools,
                              Stamp stamp, const WindowInput& input) {
  if (spec.kind == WindowKind::kDistinct) {
    Judgement judgement;
    DistinctWindow window(spec, memory, pools);
    if (window.AddInline(stamp, input.value, &judgement)) return judgement;
  }
  return Window(spec, memory, pools).As([&](auto window) {
    window.Add(stamp, input);
    return window.Judge(stamp.time_ms());
  });
}

void Window::CollectEvidence(int64_t time_ms, Evidence* evidence) {
  As([&](auto window) { window.CollectEvidence(time_ms, evidence); });
}

bool Window::Expired(int64_t time_ms) {
  return As([&](auto window) { return window.Expired(time_ms); });
}

void Window::Clear() {
  As([](auto window) { window.Clear(); });
}

Stamp Window::run_start() { return PresenceWindow(spec_, memory_, pools_).start(); }

bool Window::flag() const { return reinterpret_cast<const ListHead*>(memory_)->flag; }

void Window::set_flag(bool value) { reinterpret_cast<ListHead*>(memory_)->flag = value; }

}  // namespace sekisho
