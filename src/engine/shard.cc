#include "engine/shard.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <tuple>

#include "core/cache_line.h"
#include "engine/shard_inputs.h"
#include "engine/shard_parts.h"

namespace sekisho {
namespace {

// Of an event that was packed up.
uint64_t Candidates(const Touch& touch) {
  return reinterpret_cast<const ProfileHead*>(&touch + 1)->candidates;
}

// How many inputs ahead memory is fetched: the touch itself, the slot of its key, the record that
// the slot names. Each step reads what the one before fetched.
constexpr size_t kTouchAhead = 24;
constexpr size_t kSlotAhead = 16;
constexpr size_t kRecordAhead = 8;
// Of a longer record only the lines of the windows in question are fetched.
constexpr size_t kWholeBytesMax = 256;

}  // namespace

Shard::Shard(const Plan& plan, size_t state_bytes_max, CostClock cost_clock)
    : plan_(plan),
      state_bytes_max_(state_bytes_max),
      front_(plan, cost_clock),
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
  // They come as a few runs that are in order: one for each sender. Neighbours are merged until
  // there is one.
  std::vector<size_t> ends;
  for (auto at = messages->begin(); at != messages->end();) {
    at = std::is_sorted_until(at, messages->end(), before);
    ends.push_back(static_cast<size_t>(at - messages->begin()));
  }
  std::vector<Message> merged(ends.size() > 1 ? messages->size() : 0);
  while (ends.size() > 1) {
    std::vector<size_t> merged_ends;
    size_t begin = 0;
    for (size_t run = 0; run < ends.size(); run += 2) {
      const size_t middle = ends[run];
      const size_t end = run + 1 < ends.size() ? ends[run + 1] : middle;
      const Message* const from = messages->data();
      std::merge(from + begin, from + middle, from + middle, from + end, merged.data() + begin,
                 before);
      merged_ends.push_back(end);
      begin = end;
    }
    messages->swap(merged);
    ends = std::move(merged_ends);
  }
}

void Shard::Run(Round round, std::span<const Message> inputs, int64_t clock_ms,
                RoundOutput* output) {
  if (!inputs.empty()) MakeRoom(round, inputs.front().position.time_ms, output);
  RunInputs(round, MessageInputs(inputs), output);
  FireTimers(round, clock_ms, output);
}

void Shard::Run(Round round, std::span<const RoutedRun> runs, std::span<const Message> derived,
                int64_t clock_ms, RoundOutput* output) {
  if (derived.empty()) {
    for (const RoutedRun& run : runs) {
      if (run.touches.empty()) continue;
      MakeRoom(round, run.touches.front().time_ms, output);
      RunInputs(round, RoutedInputs(run.touches, run.first), output);
    }
  } else {
    const MergedInputs inputs(runs, derived, &places_);
    MakeRoom(round, inputs[0].position.time_ms, output);
    RunInputs(round, inputs, output);
  }
  FireTimers(round, clock_ms, output);
}

void Shard::MakeRoom(Round round, int64_t time_ms, RoundOutput* output) {
  full_ = bytes_used() > state_bytes_max_;
  for (const auto& table : tables_) {
    if (table->plan.round == round && (full_ || table->records.full())) {
      ForgetExpired(table.get(), time_ms, output);
    }
  }
}

template <typename Inputs>
void Shard::RunInputs(Round round, const Inputs& inputs, RoundOutput* output) {
  guesses_.fill(0);
  CostMeter& meter = front_.meter();
  for (size_t i = 0; i < inputs.size();) {
    // The way through profiles and populations is measured there, without what
    // it leads to.
    if (round < kRoundLinks || !meter.Takes()) {
      i = RunInput(round, inputs, i, output);
      continue;
    }
    const Touch& touch = inputs.touch(i);
    const int64_t start = meter.Now();
    i = RunInput(round, inputs, i, output);
    ChargeFor(touch, start);
  }
}

// Adds the time since `start` to the costs of what the touch met.
void Shard::ChargeFor(const Touch& touch, int64_t start) {
  CostMeter& meter = front_.meter();
  const TableKind kind = tables_[touch.table]->plan.kind;
  if (kind == TableKind::kLinks) return meter.Add(start, &meter.costs().links_ns);
  std::vector<RuleIndex> rules;
  ForEachInput(touch, [&](const TouchInput& input, const TouchInput*) {
    rules.push_back(plan_.windows()[input.window].rule);
  });
  meter.Add(start, rules, &meter.costs().window_ns);
}

// Works through the input at `at`, with those behind it that are of one event
// and for one record. The place of the next.
template <typename Inputs>
size_t Shard::RunInput(Round round, const Inputs& inputs, size_t at, RoundOutput* output) {
  LookAhead(inputs, at);
  const Message message = inputs[at];
  const uint32_t guess = guesses_[at % kGuesses];
  if (round < kRoundLinks) {
    VisitHistory(round, message, guess, output);
    return at + 1;
  }
  if (round == kRoundLinks) {
    VisitLinks(message, output);
    return at + 1;
  }
  FireTimers(round, message.position.time_ms, output);
  size_t end = at + 1;
  while (end < inputs.size() && inputs.Same(at, end)) LookAhead(inputs, end++);
  if (end == at + 1) {
    VisitWindows(message, guess, output);
    return end;
  }
  same_record_.clear();
  for (size_t i = at; i < end; ++i) same_record_.push_back(inputs[i]);
  const uint32_t record = RecordOf(tables_[message.touch->table].get(), message.touch->key, guess);
  if (record != 0) ApplyMerged(same_record_, record, output);
  return end;
}

// Fetches what the inputs behind `at` will need.
template <typename Inputs>
void Shard::LookAhead(const Inputs& inputs, size_t at) {
  if (at + kTouchAhead < inputs.size()) __builtin_prefetch(&inputs.touch(at + kTouchAhead));
  if (at + kSlotAhead < inputs.size()) {
    const Touch& touch = inputs.touch(at + kSlotAhead);
    const Table& table = *tables_[touch.table];
    table.kind == TableKind::kLinks ? table.links.PrefetchSlot(touch.key)
                                    : table.records.PrefetchSlot(touch.key);
  }
  if (at + kRecordAhead < inputs.size()) {
    const Touch& touch = inputs.touch(at + kRecordAhead);
    const Table& table = *tables_[touch.table];
    if (table.kind == TableKind::kLinks) {
      table.links.PrefetchRecord(touch.key);
    } else {
      const uint32_t record = table.records.Guess(touch.key);
      guesses_[(at + kRecordAhead) % kGuesses] = record;
      if (record != 0) PrefetchRecord(table, touch, record);
    }
  }
}

// The lines of the record that the touch will use.
void Shard::PrefetchRecord(const Table& table, const Touch& touch, uint32_t record) const {
  const std::byte* const memory = table.records.Payload(record) - sizeof(Key);
  if (table.record_bytes <= kWholeBytesMax) {
    for (size_t at = 0; at < table.record_bytes; at += kCacheLineBytes) {
      __builtin_prefetch(memory + at, 1);
    }
    return;
  }
  __builtin_prefetch(memory, 1);
  if (table.plan.kind == TableKind::kProfile) {
    for (const ProfilePlan::Range& range : front_.ProfileCourse(touch).ranges) {
      const std::byte* const end = memory + sizeof(Key) + range.end;
      for (const std::byte* at = memory + sizeof(Key) + range.begin; at < end;
           at += kCacheLineBytes) {
        __builtin_prefetch(at, 1);
      }
      __builtin_prefetch(end - 1, 1);
    }
    return;
  }
  if (table.plan.kind != TableKind::kWindows) return;
  ForEachInput(touch, [&](const TouchInput& input, const TouchInput*) {
    const WindowPlan& plan = plan_.windows()[input.window];
    __builtin_prefetch(memory + sizeof(Key) + plan.offset, 1);
    __builtin_prefetch(memory + sizeof(Key) + plan.offset + plan.size - 1, 1);
  });
}

// The record of `key`, made when it is new; 0 when there is no room for it.
uint32_t Shard::FindRecord(Table* table, const Key& key) {
  if (!full_) return table->records.FindOrInsert(key);
  const uint32_t record = table->records.Find(key);
  refused_ += record == 0;
  return record;
}

void Shard::VisitHistory(Round round, const Message& message, uint32_t guess, RoundOutput* output) {
  CostMeter& meter = front_.meter();
  const bool measured = meter.Takes();
  const int64_t start = measured ? meter.Now() : 0;
  Table* table = tables_[message.touch->table].get();
  const uint32_t record = RecordOf(table, message.touch->key, guess);
  front_.Unpack(*message.touch, message.position.time_ms, &profile_event_);
  if (record != 0 && round == kRoundProfiles) {
    plan_.profile().Visit(front_.ProfileCourse(profile_event_), table->records.Payload(record),
                          plan_.seed(), &profile_event_);
  } else if (record != 0) {
    plan_.population(round).Visit(table->records.Payload(record), &profile_event_);
  }
  if (measured) meter.Add(start, &meter.costs().profiles_ns);
  SendOn(round, message, output);
}

// The facts of `round` are set: sends the event to the next population that it belongs to, or, when
// there is none left, matches what needs them.
void Shard::SendOn(Round round, const Message& message, RoundOutput* output) {
  for (uint8_t next = round + 1; next < kRoundLinks; ++next) {
    const PopulationPlan& population = plan_.population(static_cast<Round>(next));
    Key key;
    if (population.ConcernsType(profile_event_.type) && profile_event_.product == "sekisho" &&
        front_.KeyOfFields(population.key(), profile_event_, &key)) {
      const uint16_t table = plan_.population_table(static_cast<Round>(next));
      Send(front_.Forward(profile_event_, key, table, Candidates(*message.touch)), message.position,
           message.event, output);
      return;
    }
  }
  Send(front_.MatchLater(profile_event_, Candidates(*message.touch)), message.position,
       message.event, output);
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
