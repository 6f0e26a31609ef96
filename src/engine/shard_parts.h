// What the files of Shard share; nobody else includes it.
#pragma once

#include <vector>

#include "engine/shard.h"

namespace sekisho {

// Calls visit(input, next) for each input of a touch; `next` is the input behind it, null for the
// last.
template <typename Visitor>
void ForEachInput(const Touch& touch, Visitor visit) {
  const std::byte* at = reinterpret_cast<const std::byte*>(&touch + 1);
  for (uint16_t i = 0; i < touch.inputs; ++i) {
    const TouchInput& input = *reinterpret_cast<const TouchInput*>(at);
    at += sizeof(TouchInput);
    for (uint16_t c = 0; c < input.chained; ++c) at += reinterpret_cast<const Touch*>(at)->bytes;
    visit(input, i + 1 < touch.inputs ? reinterpret_cast<const TouchInput*>(at) : nullptr);
  }
}

struct Shard::Table {
  explicit Table(const TablePlan& plan, WindowPools* pools)
      : plan(plan),
        kind(plan.kind),
        record_bytes(static_cast<uint32_t>(sizeof(Key) + plan.payload_bytes)),
        records(plan.payload_bytes),
        links(&pools->blocks) {}
  const TablePlan& plan;
  const TableKind kind;         // of the plan, where it is looked at for every input
  const uint32_t record_bytes;  // that are used
  KeyTable records;             // kWindows, kProfile
  LinkTable links;              // kLinks
};

struct Shard::OpenEpisode {
  Position opening;
  EventRef opening_event = 0;
  Stamp run_start;  // presence
  int64_t first_ms = 0;
  int64_t last_ms = 0;
  Judgement judgement;  // the most remarkable one
  Evidence evidence;
};

// An anchored window on its way to its deadline.
struct Shard::Timer {
  Position opening;
  EventRef event = 0;  // the first of the window
  int64_t deadline_ms = 0;
  uint16_t window = 0;
  uint32_t record = 0;
  std::vector<std::byte> input;  // the opening TouchInput and its chained touches
  // Filled when the next window of the same key starts before the timer fires.
  bool judged = false;
  Judgement judgement;
  Evidence evidence;
};

inline Window Shard::WindowAt(uint16_t window, uint32_t record) {
  const WindowPlan& plan = plan_.windows()[window];
  return {plan.spec, tables_[plan.table]->records.Payload(record) + plan.offset, &pools_};
}

// `guess`: the record that is probably the one of `key`, or 0.
inline uint32_t Shard::RecordOf(Table* table, const Key& key, uint32_t guess) {
  if (guess != 0 && table->records.KeyOf(guess) == key) return guess;
  return FindRecord(table, key);
}

inline uint32_t& Shard::TimerOf(uint16_t window, uint32_t record) {
  const WindowPlan& plan = plan_.windows()[window];
  std::byte* payload = tables_[plan.table]->records.Payload(record);
  return *reinterpret_cast<uint32_t*>(payload + plan.timer_offset());
}

}  // namespace sekisho
