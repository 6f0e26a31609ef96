// Shard: events enter windows, and findings begin, go on and end.
#include <algorithm>
#include <cstring>
#include <tuple>

#include "engine/shard_parts.h"

namespace sekisho {
namespace {

bool IsSequence(WindowKind kind) {
  return kind == WindowKind::kTemporal || kind == WindowKind::kTemporalOrdered;
}

// Where all operators are upper bounds or equality, the smaller a value, the more remarkable.
bool WantsSmallest(const WindowSpec& spec) {
  return !spec.thresholds.empty() &&
         std::all_of(spec.thresholds.begin(), spec.thresholds.end(), [](const Threshold& t) {
           return t.compare == Compare::kLess || t.compare == Compare::kLessEqual ||
                  t.compare == Compare::kEqual;
         });
}

// What an episode tells of all its judgements.
void Include(const WindowSpec& spec, const Judgement& judgement, Judgement* all) {
  const int64_t value = judgement.value_micros;
  all->value_micros =
      WantsSmallest(spec) ? std::min(all->value_micros, value) : std::max(all->value_micros, value);
  all->at_least = all->at_least || judgement.at_least;
  all->truncated = all->truncated || judgement.truncated;
}

}  // namespace

void Shard::VisitWindows(const Message& message, uint32_t guess, RoundOutput* output) {
  Table* table = tables_[message.touch->table].get();
  const uint32_t record = RecordOf(table, message.touch->key, guess);
  if (record == 0) return;
  const Stamp stamp(message.position.time_ms, message.event);
  std::byte* const payload = table->records.Payload(record);
  ForEachInput(*message.touch, [&](const TouchInput& input, const TouchInput* next) {
    const WindowPlan& plan = plan_.windows()[input.window];
    const bool is_last = next == nullptr || next->window != input.window;
    if (plan.spec.anchored || !is_last) {
      Add(input.window, record, message, input, input.mask);
      if (is_last) Judge(input.window, record, message, input, output);
      return;
    }
    Window window(plan.spec, payload + plan.offset, &pools_);
    Conclude(input.window, record, message, input,
             window.AddAndJudge(stamp, {input.mask, input.value}), output);
  });
}

// Several messages of one event for one record: each window takes them as one input.
void Shard::ApplyMerged(std::span<const Message> same_record, uint32_t record,
                        RoundOutput* output) {
  struct Part {
    const Message* message;
    const TouchInput* input;
  };
  std::vector<Part> parts;
  for (const Message& message : same_record) {
    ForEachInput(*message.touch, [&](const TouchInput& input, const TouchInput*) {
      parts.push_back({&message, &input});
    });
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return std::tie(a.input->window, a.input->mask, a.input->value) <
           std::tie(b.input->window, b.input->mask, b.input->value);
  });
  for (size_t i = 0; i < parts.size();) {
    const uint16_t window = parts[i].input->window;
    const size_t first = i;
    for (; i < parts.size() && parts[i].input->window == window; ++i) {
      // Each different value once, with the bits of all inputs that bring it.
      const TouchInput& input = *parts[i].input;
      const auto same = [&](const Part& other) { return other.input->value == input.value; };
      const auto begin = parts.begin() + static_cast<ptrdiff_t>(first);
      if (std::find_if(begin, parts.end(), same) != parts.begin() + static_cast<ptrdiff_t>(i)) {
        continue;
      }
      uint32_t mask = 0;
      for (const Part& other : parts) {
        if (other.input->window == window && same(other)) mask |= other.input->mask;
      }
      Add(window, record, *parts[i].message, input, mask);
    }
    Judge(window, record, *parts[first].message, *parts[first].input, output);
  }
}

// `mask`: which inputs of the rule the event is, those of `input` among them.
void Shard::Add(uint16_t window, uint32_t record, const Message& message, const TouchInput& input,
                uint32_t mask) {
  const WindowPlan& plan = plan_.windows()[window];
  if (plan.spec.anchored) AddAnchored(window, record, message, input);
  WindowAt(window, record).Add(Stamp(message.position.time_ms, message.event), {mask, input.value});
}

void Shard::Judge(uint16_t window, uint32_t record, const Message& message, const TouchInput& input,
                  RoundOutput* output) {
  Judgement judgement;  // an anchored window is judged by its timer
  if (!plan_.windows()[window].spec.anchored) {
    judgement = WindowAt(window, record).Judge(message.position.time_ms);
  }
  Conclude(window, record, message, input, judgement, output);
}

// What follows from the judgement of one input.
void Shard::Conclude(uint16_t window, uint32_t record, const Message& message,
                     const TouchInput& input, const Judgement& judgement, RoundOutput* output) {
  const WindowPlan& plan = plan_.windows()[window];
  RuleCounts& counts = counts_[plan.rule];
  counts.inputs += plan.counts_inputs;
  if (!judgement.holds) return;
  ++counts.held;
  bool opening = false;
  Extend(window, record, message, judgement, output, &opening);
  if (input.chained > 0) SendChained(input, message.position, message.event, opening, output);
}

// The condition holds: the open episode goes on, or a new one begins.
void Shard::Extend(uint16_t window, uint32_t record, const Message& message,
                   const Judgement& judgement, RoundOutput* output, bool* opening) {
  const WindowSpec& spec = plan_.windows()[window].spec;
  Window view = WindowAt(window, record);
  if (view.flag()) {
    OpenEpisode& episode = open_.at(Handle(window, record));
    const bool goes_on = spec.kind == WindowKind::kPresence
                             ? episode.run_start == view.run_start()
                             : message.position.time_ms < episode.last_ms + spec.span_ms;
    if (goes_on) {
      episode.last_ms = message.position.time_ms;
      evidence_bytes_ -= episode.evidence.bytes_used();
      if (plan_.windows()[window].reports) episode.evidence.Add(message.event);
      evidence_bytes_ += episode.evidence.bytes_used();
      Include(spec, judgement, &episode.judgement);
      return;
    }
    Close(window, record, false, output);
  }
  *opening = true;
  Open(window, record, message, judgement);
}

void Shard::Open(uint16_t window, uint32_t record, const Message& message,
                 const Judgement& judgement) {
  const WindowPlan& plan = plan_.windows()[window];
  Window view = WindowAt(window, record);
  view.set_flag(true);
  OpenEpisode& episode = open_[Handle(window, record)];
  episode.opening = message.position;
  episode.opening_event = message.event;
  episode.first_ms = message.position.time_ms;
  if (plan.spec.kind == WindowKind::kPresence) {
    episode.first_ms = view.run_start().time_ms();
    episode.run_start = view.run_start();
  }
  episode.last_ms = message.position.time_ms;
  episode.judgement = judgement;
  if (plan.reports) {
    view.CollectEvidence(message.position.time_ms, &episode.evidence);
    evidence_bytes_ += episode.evidence.bytes_used();
  }
}

void Shard::Close(uint16_t window, uint32_t record, bool at_end, RoundOutput* output) {
  const WindowPlan& plan = plan_.windows()[window];
  const auto found = open_.find(Handle(window, record));
  OpenEpisode& open = found->second;
  evidence_bytes_ -= open.evidence.bytes_used();
  if (plan.reports) {
    Episode episode;
    episode.rule = plan.rule;
    episode.key = tables_[plan.table]->records.KeyOf(record);
    episode.opening = open.opening;
    episode.opening_event = open.opening_event;
    episode.first_ms = open.first_ms;
    episode.last_ms = open.last_ms;
    episode.SetJudgement(open.judgement);
    episode.open = at_end;
    episode.evidence_total = open.evidence.total();
    episode.evidence = open.evidence.events();
    output->episodes.push_back(std::move(episode));
  }
  open_.erase(found);
  WindowAt(window, record).set_flag(false);
}

void Shard::SendChained(const TouchInput& input, const Position& position, EventRef event,
                        bool opening, RoundOutput* output) {
  const std::byte* at = reinterpret_cast<const std::byte*>(&input + 1);
  for (uint16_t c = 0; c < input.chained; ++c) {
    const Touch& touch = *reinterpret_cast<const Touch*>(at);
    const auto& first = *reinterpret_cast<const TouchInput*>(&touch + 1);
    if (opening || IsSequence(plan_.windows()[first.window].spec.kind)) {
      std::byte* copy = output->arena.Allocate(touch.bytes);
      std::memcpy(copy, &touch, touch.bytes);
      output->messages.push_back({position, event, reinterpret_cast<const Touch*>(copy)});
    }
    at += touch.bytes;
  }
}

void Shard::Finish(int64_t clock_ms, RoundOutput* output) {
  std::vector<uint64_t> handles;
  for (const auto& [handle, episode] : open_) handles.push_back(handle);
  for (const uint64_t handle : handles) {
    const uint16_t window = static_cast<uint16_t>(handle >> 32);
    const uint32_t record = static_cast<uint32_t>(handle);
    Close(window, record, !IsOver(window, record, clock_ms), output);
  }
}

// Can no event at or after `time_ms` prolong the open episode?
bool Shard::IsOver(uint16_t window, uint32_t record, int64_t time_ms) {
  const WindowSpec& spec = plan_.windows()[window].spec;
  const OpenEpisode& episode = open_.at(Handle(window, record));
  if (spec.kind != WindowKind::kPresence) return time_ms >= episode.last_ms + spec.span_ms;
  Window view = WindowAt(window, record);
  return view.Expired(time_ms) || !(view.run_start() == episode.run_start);
}

}  // namespace sekisho
