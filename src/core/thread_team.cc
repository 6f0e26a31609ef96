#include "core/thread_team.h"

namespace sekisho {
namespace {

// A step takes about a millisecond; waking a sleeping core can take a tenth of that. So members
// wait awake for about one step, giving way to whoever else wants the core.
constexpr int kPauses = 2000;
constexpr int kYields = 2000;

}  // namespace

// Waits until `value` is no longer `old`.
void ThreadTeam::WaitWhile(const std::atomic<uint32_t>& value, uint32_t old, uint32_t member) {
  for (int i = 0; i < kPauses + kYields; ++i) {
    if (value.load(std::memory_order_acquire) != old) return;
    const std::function<bool(uint32_t)>* const piece = piece_.load(std::memory_order_acquire);
    if (piece != nullptr && (*piece)(member)) {
      i = 0;
    } else if (i >= kPauses) {
      std::this_thread::yield();
    } else {
#if defined(__x86_64__)
      __builtin_ia32_pause();
#endif
    }
  }
  value.wait(old, std::memory_order_acquire);
}

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
    WaitWhile(working_, working, 0);
  }
}

void ThreadTeam::StopMeanwhile() {
  piece_ = nullptr;
  Run([](uint32_t) {});  // nobody takes part who is still at a piece
}

void ThreadTeam::Work(uint32_t member) {
  for (uint32_t seen = 0;; ++seen) {
    WaitWhile(run_, seen, member);
    if (stop_) return;
    (*step_)(member);
    if (working_.fetch_sub(1, std::memory_order_acq_rel) == 1) working_.notify_all();
  }
}

}  // namespace sekisho
