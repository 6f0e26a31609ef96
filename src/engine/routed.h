// The touches of a run of events, sorted out by round and shard before the run has its place in the
// settled order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/message.h"
#include "engine/plan.h"

namespace sekisho {

// Shards of an engine that works with so many threads: two each, so that one that has finished
// early takes another.
inline uint32_t ShardsFor(uint32_t threads) { return 2 * threads; }

// Which shard a key belongs to.
inline uint32_t ShardOf(const Key& key, uint32_t shards) {
  return static_cast<uint32_t>((key.high >> 32) * shards >> 32);
}

// A touch of the event `event` of its run, counted from 0. The bytes belong to somebody else.
struct RoutedTouch {
  const Touch* touch = nullptr;
  int64_t time_ms = 0;
  uint32_t event = 0;
};

// Filled by one thread, then read by the shards. Memory is kept for the next run.
class RoutedEvents {
 public:
  // `plan` must outlive it.
  RoutedEvents(const Plan& plan, uint32_t shards) : plan_(&plan), shards_(shards) {
    for (auto& by_shard : lists_) by_shard.resize(shards);
  }

  void Clear() {
    for (auto& by_shard : lists_) {
      for (auto& list : by_shard) list.clear();
    }
  }
  // The next event: `count` touches, one behind the other.
  void Add(int64_t time_ms, uint32_t event, const std::byte* touches, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) {
      const Touch* touch = reinterpret_cast<const Touch*>(touches);
      const Round round = plan_->tables()[touch->table].round;
      lists_[round][ShardOf(touch->key, shards_)].push_back({touch, time_ms, event});
      touches += touch->bytes;
    }
  }
  // In the order of the events.
  const std::vector<RoutedTouch>& Of(Round round, uint32_t shard) const {
    return lists_[round][shard];
  }

 private:
  const Plan* plan_;
  uint32_t shards_;
  std::vector<std::vector<RoutedTouch>> lists_[kRounds];  // by round, by shard
};

// A run of events at its place in the settled order: its event n is number `first` + n.
struct EventRun {
  EventRef first = 0;
  const RoutedEvents* events = nullptr;
};

// What one round of one shard gets of it.
struct RoutedRun {
  EventRef first = 0;
  std::span<const RoutedTouch> touches;
};

}  // namespace sekisho
