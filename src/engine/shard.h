// One shard of the engine: all records of its keys, and the work of one round on them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <queue>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/episode.h"
#include "engine/front.h"
#include "engine/message.h"
#include "engine/plan.h"
#include "engine/routed.h"
#include "engine/shard_inputs.h"
#include "state/groups.h"
#include "state/key_table.h"
#include "state/links.h"
#include "state/window.h"

namespace sekisho {

// What one round of one shard sends on.
struct RoundOutput {
  MessageArena arena;             // holds what `messages` point to
  std::vector<Message> messages;  // for this batch's later rounds, in no promised order
  std::vector<Episode> episodes;  // that ended
  std::vector<Link> links;        // new pairs, in the order of their position
  void Clear() {
    arena.Clear();
    messages.clear();
    episodes.clear();
    links.clear();
  }
};

// Deterministic: its outputs depend on its inputs, not on when or in what portions they come. Not
// thread-safe; different shards share nothing but the plan.
class Shard {
 public:
  // New keys are refused (and counted) while the state takes more than `state_bytes_max`.
  Shard(const Plan& plan, size_t state_bytes_max, CostClock cost_clock = nullptr);
  ~Shard();

  // Works through `inputs`, all of this round, of this shard's keys, sorted by SortMessages. No
  // later call brings an input of this round before `clock_ms`: timers that are due by then fire.
  void Run(Round round, std::span<const Message> inputs, int64_t clock_ms, RoundOutput* output);
  // The same for the touches of runs of events that follow one another, and what was derived of
  // them, which is sorted.
  void Run(Round round, std::span<const RoutedRun> runs, std::span<const Message> derived,
           int64_t clock_ms, RoundOutput* output);
  // The input has ended at `clock_ms`: hands out every episode that is still open.
  void Finish(int64_t clock_ms, RoundOutput* output);

  // By rule.
  const std::vector<RuleCounts>& counts() const { return counts_; }
  const Front& front() const { return front_; }
  size_t bytes_used() const;
  // Records of accounts that some window or profile remembers.
  size_t accounts() const;
  // Inputs that were dropped because the state was full.
  uint64_t refused() const { return refused_; }

 private:
  struct Table;
  struct OpenEpisode;
  struct Timer;
  struct Due {
    int64_t deadline_ms;
    uint32_t timer;
    bool operator>(const Due& other) const {
      return deadline_ms != other.deadline_ms ? deadline_ms > other.deadline_ms
                                              : timer > other.timer;
    }
  };
  using Timers = std::priority_queue<Due, std::vector<Due>, std::greater<>>;

  template <typename Inputs>
  size_t RunInput(Round round, const Inputs& inputs, size_t at, RoundOutput* output);
  template <typename Inputs>
  void RunInputs(Round round, const Inputs& inputs, RoundOutput* output);
  void ChargeFor(const Touch& touch, int64_t start);
  void MakeRoom(Round round, int64_t time_ms, RoundOutput* output);
  template <typename Inputs>
  void LookAhead(const Inputs& inputs, size_t at);
  void PrefetchRecord(const Table& table, const Touch& touch, uint32_t record) const;
  // A profile or a population: the facts of `round`.
  void VisitHistory(Round round, const Message& message, uint32_t guess, RoundOutput* output);
  void SendOn(Round round, const Message& message, RoundOutput* output);
  void VisitLinks(const Message& message, RoundOutput* output);
  void VisitWindows(const Message& message, uint32_t guess, RoundOutput* output);
  void ApplyMerged(std::span<const Message> same_record, uint32_t record, RoundOutput* output);
  uint32_t RecordOf(Table* table, const Key& key, uint32_t guess);
  uint32_t FindRecord(Table* table, const Key& key);

  void Add(uint16_t window, uint32_t record, const Message& message, const TouchInput& input,
           uint32_t mask);
  void Judge(uint16_t window, uint32_t record, const Message& message, const TouchInput& input,
             RoundOutput* output);
  void Conclude(uint16_t window, uint32_t record, const Message& message, const TouchInput& input,
                const Judgement& judgement, RoundOutput* output);
  void Extend(uint16_t window, uint32_t record, const Message& message, const Judgement& judgement,
              RoundOutput* output, bool* opening);
  void Open(uint16_t window, uint32_t record, const Message& message, const Judgement& judgement);
  void Close(uint16_t window, uint32_t record, bool at_end, RoundOutput* output);
  void SendChained(const TouchInput& input, const Position& position, EventRef event, bool opening,
                   RoundOutput* output);
  void Send(const Touches& touches, const Position& position, EventRef event, RoundOutput* output);

  void AddAnchored(uint16_t window, uint32_t record, const Message& message,
                   const TouchInput& input);
  void StartTimer(uint16_t window, uint32_t record, const Message& message,
                  const TouchInput& input);
  void JudgeTimer(Timer* timer);
  void FireTimers(Round round, int64_t before_ms, RoundOutput* output) {
    if (!due_[round].empty()) FireDue(round, before_ms, output);
  }
  void FireDue(Round round, int64_t before_ms, RoundOutput* output);
  bool IsOver(uint16_t window, uint32_t record, int64_t time_ms);
  void ForgetExpired(Table* table, int64_t time_ms, RoundOutput* output);

  Window WindowAt(uint16_t window, uint32_t record);
  uint32_t& TimerOf(uint16_t window, uint32_t record);
  static constexpr size_t kGuesses = 64;
  static uint64_t Handle(uint16_t window, uint32_t record) {
    return static_cast<uint64_t>(window) << 32 | record;
  }

  const Plan& plan_;
  const size_t state_bytes_max_;
  Front front_;
  EventView profile_event_;
  WindowPools pools_;
  std::vector<std::unique_ptr<Table>> tables_;
  absl::flat_hash_map<uint64_t, OpenEpisode> open_;
  size_t evidence_bytes_ = 0;
  std::vector<Timer> timers_;
  std::vector<uint32_t> free_timers_;
  Timers due_[kRounds];
  std::vector<RuleCounts> counts_;
  bool full_ = false;
  uint64_t refused_ = 0;
  std::vector<Message> same_record_;         // scratch
  std::vector<MergedInputs::Place> places_;  // scratch
  // Of the next inputs: the record that each will probably meet, 0 = not known.
  std::array<uint32_t, kGuesses> guesses_ = {};
};

// The order in which a shard takes the messages of a round: by position; those of one event and one
// record stand together.
void SortMessages(std::vector<Message>* messages);

}  // namespace sekisho
