// One sliding window of one rule and one key (semantics.md 12 to 19), as bytes inside a record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/threshold.h"
#include "state/block_pool.h"
#include "state/distinct_set.h"
#include "state/evidence.h"
#include "state/stamp.h"

namespace sekisho {

enum class WindowKind : uint8_t {
  kCount,
  kDistinct,
  kSum,
  kAverage,
  kPercentile,
  kTemporal,
  kTemporalOrdered,
  kRatio,
  kPresence,
};

// What all windows of one rule have in common.
struct WindowSpec {
  WindowKind kind = WindowKind::kCount;
  bool anchored = false;          // judged once, `span_ms` after its first input (semantics.md 13)
  uint16_t inputs = 1;            // rules that feed it, at most 32
  uint16_t split = 0;             // ratio, presence: inputs below are numerators, activities
  uint16_t percentile = 0;        // 1..99
  int64_t span_ms = 0;            // the window is (t - span, t]
  int64_t lag_ms = 0;             // ratio
  int64_t gap_ms = 0;             // presence
  int64_t minimum_numerator = 0;  // ratio
  int64_t minimum_denominator = 0;  // ratio
  std::vector<Threshold> thresholds;
  // Counts that are judged at each event have lower bounds only: the least count that holds.
  int64_t lowest_count = 0;

  // Do its inputs bring a value (a distinct value or a number)?
  bool takes_values() const {
    return kind == WindowKind::kDistinct || kind == WindowKind::kSum ||
           kind == WindowKind::kAverage || kind == WindowKind::kPercentile;
  }
};

// What one event brings to one window.
struct WindowInput {
  uint32_t mask = 1;   // bit i: the event matched input i of the rule
  uint64_t value = 0;  // hash of the distinct value, or a number in micros (two's complement)
};

// The condition at one event.
struct Judgement {
  bool holds = false;
  bool at_least = false;   // the window was full: `value_micros` is a lower bound
  bool truncated = false;  // the window was full: `value_micros` covers the entries kept
  int64_t value_micros = 0;
};

// The memory that the windows of one shard share.
struct WindowPools {
  BlockPool blocks;
  DistinctSets sets;
  size_t bytes_used() const { return blocks.bytes_used() + sets.bytes_used(); }
};

// A window at `memory`: a view made for one visit. All zeros is the empty window. The three steps
// of a visit are Add for each input of the event, Judge once, and Evidence when it opens a finding.
class Window {
 public:
  Window(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec), memory_(memory), pools_(pools) {}

  // Bytes that a window of `spec` takes in its record; a multiple of 4.
  static size_t Bytes(const WindowSpec& spec);

  void Add(Stamp stamp, const WindowInput& input);
  Judgement Judge(int64_t time_ms);
  // Add and Judge at the time of the input, in one step.
  Judgement AddAndJudge(Stamp stamp, const WindowInput& input) {
    return AddAndJudge(spec_, memory_, pools_, stamp, input);
  }
  // The events that the last judgement rested on, in the order of their position.
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  // Presence: the first activity of the run that was judged last.
  Stamp run_start();
  // True when no event at or after `time_ms` can make a difference: the window is as good as empty.
  bool Expired(int64_t time_ms);
  // Back to empty.
  void Clear();

  // One bit for the owner, false in an empty window: "a finding is open".
  bool flag() const;
  void set_flag(bool value);

 private:
  // Of the window at `memory`; the view of it stays in registers.
  static Judgement AddAndJudge(const WindowSpec& spec, std::byte* memory, WindowPools* pools,
                               Stamp stamp, const WindowInput& input);
  template <typename Use>
  auto As(Use use);

  const WindowSpec& spec_;
  std::byte* memory_;
  WindowPools* pools_;
};

}  // namespace sekisho
