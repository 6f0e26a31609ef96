#include "engine/shard.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <tuple>

#include "engine/shard_parts.h"

namespace sekisho {
namespace {

// How many inputs ahead the slots and the records of the next ones are fetched from memory.
constexpr size_t kTouchAhead = 36;
constexpr size_t kSlotAhead = 24;
constexpr size_t kRecordAhead = 12;

}  // namespace

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

void Shard::Prefetch(std::span<const Message> inputs, size_t at) {
  if (at + kTouchAhead < inputs.size()) __builtin_prefetch(inputs[at + kTouchAhead].touch);
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
