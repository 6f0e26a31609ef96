// The engine as it would run behind the topics of a log: every hand-over is bytes, executors work
// at their own pace, and a step begins when the watermark says that its input is complete.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/engine.h"
#include "engine/harness.h"
#include "engine/plan.h"

namespace sekisho {

// Runs `events` in batches through one unit for each round and shard. Three executors take whatever
// unit is ready, after random delays drawn from `seed`. The size of the state is not looked at.
EngineResult RunMessageMode(const Plan& plan, const SettledEvents& events, uint32_t shards,
                            size_t batch, uint32_t seed);

}  // namespace sekisho
