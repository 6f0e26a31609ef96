// Shard: anchored windows and their timers, and what is forgotten.
#include <algorithm>

#include "engine/shard_parts.h"

namespace sekisho {

// Before an input enters an anchored window: starts the window when none is open, or when the open
// one ends at this very time (its timer fires only after all events of the time).
void Shard::AddAnchored(uint16_t window, uint32_t record, const Message& message,
                        const TouchInput& input) {
  const uint32_t number = TimerOf(window, record);
  if (number != 0) {
    Timer* timer = &timers_[number - 1];
    if (message.position.time_ms < timer->deadline_ms) return;
    JudgeTimer(timer);
  }
  StartTimer(window, record, message, input);
}

void Shard::StartTimer(uint16_t window, uint32_t record, const Message& message,
                       const TouchInput& input) {
  uint32_t number;
  if (free_timers_.empty()) {
    timers_.emplace_back();
    number = static_cast<uint32_t>(timers_.size());
  } else {
    number = free_timers_.back();
    free_timers_.pop_back();
  }
  const WindowPlan& plan = plan_.windows()[window];
  Timer& timer = timers_[number - 1];
  timer = Timer();
  timer.opening = message.position;
  timer.event = message.event;
  timer.deadline_ms = message.position.time_ms + plan.spec.span_ms;
  timer.window = window;
  timer.record = record;
  const std::byte* begin = reinterpret_cast<const std::byte*>(&input);
  const std::byte* end = begin + sizeof input;
  for (uint16_t c = 0; c < input.chained; ++c) end += reinterpret_cast<const Touch*>(end)->bytes;
  timer.input.assign(begin, end);
  TimerOf(window, record) = number;
  due_[tables_[plan.table]->plan.round].push({timer.deadline_ms, number});
}

// The window has seen its last input: remembers what it amounts to and empties it.
void Shard::JudgeTimer(Timer* timer) {
  Window view = WindowAt(timer->window, timer->record);
  timer->judged = true;
  timer->judgement = view.Judge(timer->deadline_ms);
  if (timer->judgement.holds) view.CollectEvidence(timer->deadline_ms, &timer->evidence);
  view.Clear();
  TimerOf(timer->window, timer->record) = 0;
}

void Shard::FireDue(Round round, int64_t before_ms, RoundOutput* output) {
  Timers& due = due_[round];
  while (!due.empty() && due.top().deadline_ms < before_ms) {
    const uint32_t number = due.top().timer;
    due.pop();
    Timer& timer = timers_[number - 1];
    if (!timer.judged) JudgeTimer(&timer);
    free_timers_.push_back(number);
    if (!timer.judgement.holds) continue;

    const WindowPlan& plan = plan_.windows()[timer.window];
    ++counts_[plan.rule].held;
    if (plan.reports) {
      Episode episode;
      episode.rule = plan.rule;
      episode.key = tables_[plan.table]->records.KeyOf(timer.record);
      episode.opening = timer.opening;
      episode.opening_event = timer.event;
      episode.first_ms = timer.opening.time_ms;
      episode.last_ms = timer.deadline_ms;
      episode.SetJudgement(timer.judgement);
      episode.evidence_total = timer.evidence.total();
      episode.evidence = timer.evidence.events();
      output->episodes.push_back(std::move(episode));
    }
    const auto& input = *reinterpret_cast<const TouchInput*>(timer.input.data());
    SendChained(input, Position::OfFire(timer.deadline_ms, timer.opening), timer.event, true,
                output);
  }
}

// Drops the records of a table in which nothing can matter any more at `time_ms`.
void Shard::ForgetExpired(Table* table, int64_t time_ms, RoundOutput* output) {
  if (table->plan.kind != TableKind::kWindows) return;
  const auto is_expired = [&](uint32_t record) {
    return std::all_of(table->plan.windows.begin(), table->plan.windows.end(),
                       [&](uint16_t window) {
                         const WindowPlan& plan = plan_.windows()[window];
                         if (plan.spec.anchored) return TimerOf(window, record) == 0;
                         Window view = WindowAt(window, record);
                         if (!view.Expired(time_ms)) return false;
                         return !view.flag() || IsOver(window, record, time_ms);
                       });
  };
  table->records.ForEach([&](uint32_t record) {
    if (!is_expired(record)) return;
    for (const uint16_t window : table->plan.windows) {
      Window view = WindowAt(window, record);
      if (view.flag()) Close(window, record, false, output);
      view.Clear();
    }
    table->records.Erase(record);
  });
}

}  // namespace sekisho
