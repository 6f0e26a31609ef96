// The engine: touches of events in settled order go in, episodes and groups come out.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/thread_team.h"
#include "engine/cost.h"
#include "engine/episode.h"
#include "engine/message.h"
#include "engine/plan.h"
#include "engine/routed.h"
#include "state/groups.h"

namespace sekisho {

struct EngineOptions {
  size_t state_bytes_max = size_t{4} << 30;  // of all shards together
  CostClock cost_clock = nullptr;            // to measure what the rules cost
};

// What Front::Take made of one event, at its place in the settled order.
struct EventTouches {
  int64_t time_ms = 0;
  EventRef ref = 0;
  const std::byte* touches = nullptr;  // `count` of them, one behind the other
  uint32_t count = 0;
};

struct StateSize {
  size_t bytes = 0;
  size_t accounts = 0;
  size_t bytes_max = 0;  // the budget
  uint64_t refused = 0;  // inputs dropped because the budget was used up
};

struct EngineResult {
  std::vector<Episode> episodes;   // sorted by opening, rule, key
  std::vector<RuleCounts> counts;  // by rule
  RuleCosts costs;                 // without a clock all 0
  Groups groups;
  StateSize state;  // at its largest
};

// Owns the shards and the steps between rounds, and nothing else; in a step each member of the team
// takes one shard after the other. Results do not depend on the size of the team or of the batches.
// Use from one thread.
class Engine {
 public:
  // `plan` and `team` must outlive the engine.
  Engine(const Plan& plan, const EngineOptions& options, ThreadTeam* team);
  ~Engine();

  // Takes the next events, in order, sorted out already: runs that follow one another, the last
  // event of all at `clock_ms`. Nothing of them is needed after the call.
  void Feed(std::span<const EventRun> runs, int64_t clock_ms);
  // The same for events as they are; their numbers follow one another.
  void Feed(std::span<const EventTouches> batch);
  // Ends the input. Call once.
  EngineResult Finish();

 private:
  class Runner;
  std::unique_ptr<Runner> runner_;
};

}  // namespace sekisho
