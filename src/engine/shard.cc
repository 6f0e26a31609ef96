#include "engine/shard.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <tuple>

namespace sekisho {
namespace {

// How many inputs ahead the slots and the records of the next ones are fetched from memory.
constexpr size_t kSlotAhead = 24;
constexpr size_t kRecordAhead = 12;

template <typename Visitor>
void ForEachInput(const Touch& touch, Visitor visit) {
  const std::byte* at = reinterpret_cast<const std::byte*>(&touch + 1);
  for (uint16_t i = 0; i < touch.inputs; ++i) {
    const TouchInput& input = *reinterpret_cast<const TouchInput*>(at);
    visit(input);
    at += sizeof(TouchInput);
    for (uint16_t c = 0; c < input.chained; ++c) at += reinterpret_cast<const Touch*>(at)->bytes;
  }
}

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

struct Shard::Table {
  explicit Table(const TablePlan& plan, WindowPools* pools)
      : plan(plan), records(plan.payload_bytes), links(&pools->blocks) {}
  const TablePlan& plan;
  KeyTable records;  // kWindows, kProfile
  LinkTable links;   // kLinks
};

struct Shard::OpenEpisode {
  Position opening;
  EventRef opening_event = 0;
  EventRef run_start = 0;  // presence
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

Shard::Shard(const Plan& plan, size_t state_bytes_max)
    : plan_(plan),
      state_bytes_max_(state_bytes_max),
      front_(plan),
      profile_event_(plan.fields().size()),
      counts_(plan.rules().rules.size()) {
  for (const TablePlan& table : plan.tables()) {
    tables_.push_back(std::make_unique<Table>(table, &pools_));
  }
}

Shard::~Shard() = default;

void SortMessages(std::vector<Message>* messages) {
  const auto before = [](const Message& a, const Message& b) {
    if (!(a.position == b.position)) return a.position < b.position;
    return std::tie(a.touch->table, a.touch->key) < std::tie(b.touch->table, b.touch->key);
  };
  if (!std::is_sorted(messages->begin(), messages->end(), before)) {
    std::stable_sort(messages->begin(), messages->end(), before);
  }
}

Window Shard::WindowAt(uint16_t window, uint32_t record) {
  const WindowPlan& plan = plan_.windows()[window];
  return {plan.spec, tables_[plan.table]->records.Payload(record) + plan.offset, &pools_};
}

uint32_t& Shard::TimerOf(uint16_t window, uint32_t record) {
  const WindowPlan& plan = plan_.windows()[window];
  std::byte* payload = tables_[plan.table]->records.Payload(record);
  return *reinterpret_cast<uint32_t*>(payload + plan.timer_offset());
}

void Shard::Prefetch(std::span<const Message> inputs, size_t at) {
  if (at + kSlotAhead < inputs.size()) {
    const Touch& touch = *inputs[at + kSlotAhead].touch;
    const Table& table = *tables_[touch.table];
    table.plan.kind == TableKind::kLinks ? table.links.PrefetchSlot(touch.key)
                                         : table.records.PrefetchSlot(touch.key);
  }
  if (at + kRecordAhead < inputs.size()) {
    const Touch& touch = *inputs[at + kRecordAhead].touch;
    const Table& table = *tables_[touch.table];
    table.plan.kind == TableKind::kLinks ? table.links.PrefetchRecord(touch.key)
                                         : table.records.PrefetchRecord(touch.key);
  }
}

void Shard::Run(Round round, std::span<const Message> inputs, int64_t clock_ms,
                RoundOutput* output) {
  full_ = bytes_used() > state_bytes_max_;
  for (const auto& table : tables_) {
    if (table->plan.round == round && (full_ || table->records.full()) && !inputs.empty()) {
      ForgetExpired(table.get(), inputs.front().position.time_ms, output);
    }
  }
  for (size_t i = 0; i < inputs.size();) {
    Prefetch(inputs, i);
    const Message& message = inputs[i];
    if (round == kRoundProfiles) {
      VisitProfile(message, output);
      ++i;
    } else if (round == kRoundLinks) {
      VisitLinks(message, output);
      ++i;
    } else {
      FireTimers(round, message.position.time_ms, output);
      size_t end = i + 1;
      while (end < inputs.size() && inputs[end].position == message.position &&
             inputs[end].touch->table == message.touch->table &&
             inputs[end].touch->key == message.touch->key) {
        ++end;
      }
      VisitWindows(inputs.subspan(i, end - i), output);
      i = end;
    }
  }
  FireTimers(round, clock_ms, output);
}

uint32_t Shard::RecordOf(Table* table, const Key& key) {
  if (!full_) return table->records.FindOrInsert(key);
  const uint32_t record = table->records.Find(key);
  refused_ += record == 0;
  return record;
}

void Shard::VisitProfile(const Message& message, RoundOutput* output) {
  Table* table = tables_[message.touch->table].get();
  const uint32_t record = RecordOf(table, message.touch->key);
  front_.Unpack(*message.touch, message.position.time_ms, &profile_event_);
  if (record != 0) {
    plan_.profile().Visit(table->records.Payload(record), plan_.seed(), &profile_event_);
  }
  Send(front_.Match(profile_event_), message.position, message.event, output);
}

void Shard::VisitLinks(const Message& message, RoundOutput* output) {
  // Room for the links of each source, so that their positions never meet.
  constexpr uint32_t kSubsPerSource = limits::kLinkAccountsMax + 2;
  Table* table = tables_[message.touch->table].get();
  const Key& identifier = message.touch->key;
  const auto& input = *reinterpret_cast<const LinkInput*>(message.touch + 1);
  const uint16_t kind = table->plan.link_kind;
  const Stamp stamp(message.position.time_ms, message.event);
  Position position = message.position;
  position.sub = input.source * kSubsPerSource;

  table->links.Add(
      identifier, input.account, stamp,
      [&](const LinkedAccount& earlier) {
        const Link link = {kind,          static_cast<uint16_t>(input.source),
                           identifier,    earlier.account(),
                           input.account, earlier.since(),
                           stamp};
        output->links.push_back(link);
        ++position.sub;
        Send(front_.TakeLink(kind, identifier, &link), position, message.event, output);
      },
      [&] {
        ++position.sub;
        Send(front_.TakeLink(kind, identifier, nullptr), position, message.event, output);
      });
}

void Shard::VisitWindows(std::span<const Message> same_record, RoundOutput* output) {
  const Message& message = same_record.front();
  Table* table = tables_[message.touch->table].get();
  const uint32_t record = RecordOf(table, message.touch->key);
  if (record == 0) return;
  if (same_record.size() > 1) {
    ApplyMerged(same_record, record, output);
    return;
  }
  const TouchInput* last = nullptr;
  ForEachInput(*message.touch, [&](const TouchInput& input) {
    if (last != nullptr && last->window != input.window) {
      Judge(last->window, record, message, *last, output);
    }
    Add(input.window, record, message, input, input.mask);
    last = &input;
  });
  if (last != nullptr) Judge(last->window, record, message, *last, output);
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
    ForEachInput(*message.touch, [&](const TouchInput& input) {
      parts.push_back({&message, &input});
    });
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return std::tie(a.input->window, a.input->mask) < std::tie(b.input->window, b.input->mask);
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
  const WindowPlan& plan = plan_.windows()[window];
  RuleCounts& counts = counts_[plan.rule];
  counts.inputs += plan_.rules().rules[plan.rule].correlation() != nullptr;
  if (plan.spec.anchored) return;
  const int64_t time_ms = message.position.time_ms;
  Window view = WindowAt(window, record);
  const Judgement judgement = view.Judge(time_ms);
  if (!judgement.holds) return;
  ++counts.held;
  bool opening = false;
  Extend(window, record, message, judgement, output, &opening);
  if (input.chained > 0) {
    SendChained(input, message.position, message.event, opening, output);
  }
}

// The condition holds: the open episode goes on, or a new one begins.
void Shard::Extend(uint16_t window, uint32_t record, const Message& message,
                   const Judgement& judgement, RoundOutput* output, bool* opening) {
  const WindowSpec& spec = plan_.windows()[window].spec;
  Window view = WindowAt(window, record);
  if (view.flag()) {
    OpenEpisode& episode = open_.at(Handle(window, record));
    const bool goes_on = spec.kind == WindowKind::kPresence
                             ? episode.run_start == view.run_start().ref()
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
    episode.run_start = view.run_start().ref();
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

void Shard::Send(const Touches& touches, const Position& position, EventRef event,
                 RoundOutput* output) {
  if (touches.count == 0) return;
  std::byte* copy = output->arena.Allocate(touches.bytes.size());
  std::memcpy(copy, touches.bytes.data(), touches.bytes.size());
  for (uint32_t i = 0; i < touches.count; ++i) {
    const Touch* touch = reinterpret_cast<const Touch*>(copy);
    output->messages.push_back({position, event, touch});
    copy += touch->bytes;
  }
}

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

void Shard::FireTimers(Round round, int64_t before_ms, RoundOutput* output) {
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
  return view.Expired(time_ms) || view.run_start().ref() != episode.run_start;
}

size_t Shard::bytes_used() const {
  size_t bytes = pools_.bytes_used() + evidence_bytes_ +
                 open_.capacity() * (sizeof(OpenEpisode) + sizeof(uint64_t) + 1) +
                 timers_.capacity() * sizeof(Timer);
  for (const auto& table : tables_) {
    bytes += table->plan.kind == TableKind::kLinks ? table->links.bytes_used()
                                                   : table->records.bytes_used();
  }
  return bytes;
}

size_t Shard::accounts() const {
  size_t accounts = 0;
  for (const auto& table : tables_) {
    if (table->plan.counts_accounts) accounts = std::max(accounts, table->records.size());
  }
  return accounts;
}

}  // namespace sekisho
