#include "core/thread_team.h"

namespace sekisho {
namespace {

// A step takes about a millisecond; waking a sleeping core can take a tenth of that. So members
// wait awake for about one step, giving way to whoever else wants the core.
constexpr int kPauses = 2000;
constexpr int kYields = 2000;

// Waits until `value` is no longer `old`.
void WaitWhile(const std::atomic<uint32_t>& value, uint32_t old) {
  for (int i = 0; i < kPauses; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
  }
  for (int i = 0; i < kYields; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    std::this_thread::yield();
  }
  value.wait(old, std::memory_order_acquire);
}

}  // namespace

ThreadTeam::ThreadTeam(uint32_t size) {
  for (uint32_t member = 1; member < size; ++member) {
    threads_.emplace_back([this, member] { Work(member); });
  }
}

ThreadTeam::~ThreadTeam() {
  stop_ = true;
  run_.fetch_add(1, std::memory_order_release);
  run_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void ThreadTeam::Run(const std::function<void(uint32_t)>& step) {
  step_ = &step;
  working_.store(static_cast<uint32_t>(threads_.size()), std::memory_order_relaxed);
  run_.fetch_add(1, std::memory_order_release);
  run_.notify_all();
  step(0);
  for (;;) {
    const uint32_t working = working_.load(std::memory_order_acquire);
    if (working == 0) return;
    WaitWhile(working_, working);
  }
}

void ThreadTeam::Work(uint32_t member) {
  for (uint32_t seen = 0;; ++seen) {
    WaitWhile(run_, seen);
    if (stop_) return;
    (*step_)(member);
    if (working_.fetch_sub(1, std::memory_order_acq_rel) == 1) working_.notify_all();
  }
}

}  // namespace sekisho
