// A fixed set of threads that do one step together, again and again.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace sekisho {

// Member 0 is the thread that calls Run; the others sleep between runs. Calls of Run come from one
// thread at a time. A step is short (milliseconds), so members spin a little before they sleep.
class ThreadTeam {
 public:
  explicit ThreadTeam(uint32_t size);
  ~ThreadTeam();
  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;

  uint32_t size() const { return static_cast<uint32_t>(threads_.size()) + 1; }

  // Calls step(member) for every member at once and returns when all are done. What one run wrote,
  // every member sees in the next.
  void Run(const std::function<void(uint32_t member)>& step);

  // From now on a member that waits for the others does a little work instead, and again, while
  // there is some: piece(member) says whether there was. Pieces run at any time until
  // StopMeanwhile, which waits for those under way; `piece` lives until then.
  void DoMeanwhile(const std::function<bool(uint32_t member)>* piece) { piece_ = piece; }
  void StopMeanwhile();

 private:
  void Work(uint32_t member);
  void WaitWhile(const std::atomic<uint32_t>& value, uint32_t old, uint32_t member);

  std::vector<std::thread> threads_;
  const std::function<void(uint32_t)>* step_ = nullptr;
  std::atomic<const std::function<bool(uint32_t)>*> piece_ = nullptr;
  std::atomic<uint32_t> run_ = 0;      // number of the current run
  std::atomic<uint32_t> working_ = 0;  // members still at it
  std::atomic<bool> stop_ = false;
};

}  // namespace sekisho
