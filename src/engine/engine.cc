#include "engine/engine.h"

#include <algorithm>
#include <barrier>
#include <deque>
#include <thread>
#include <tuple>
#include <utility>

#include "engine/shard.h"

namespace sekisho {
namespace {

// Messages on their way to one round of each shard.
using Outbox = std::vector<std::vector<Message>>;  // by shard

bool Before(const Episode& a, const Episode& b) {
  if (!(a.opening == b.opening)) return a.opening < b.opening;
  return std::tie(a.rule, a.key) < std::tie(b.rule, b.key);
}

}  // namespace

class Engine::Runner {
 public:
  Runner(const Plan& plan, const EngineOptions& options)
      : plan_(plan), options_(options), barrier_(static_cast<ptrdiff_t>(options.shards)) {
    for (uint32_t i = 0; i < options.shards; ++i) workers_.emplace_back(plan, options);
    for (uint32_t i = 1; i < options.shards; ++i) {
      threads_.emplace_back([this, i] { Work(i); });
    }
  }

  ~Runner() {
    batch_ = {};
    stop_ = true;
    barrier_.arrive_and_wait();
    for (std::thread& thread : threads_) thread.join();
  }

  void Feed(std::span<const EventTouches> batch) {
    if (batch.empty()) return;
    batch_ = batch;
    clock_ms_ = batch.back().time_ms;
    barrier_.arrive_and_wait();
    RunBatch(0);
    Collect();
  }

  EngineResult Finish() {
    EngineResult result;
    result.counts.resize(plan_.rules().rules.size());
    for (Worker& worker : workers_) {
      worker.shard.Finish(clock_ms_, &worker.output);
      for (size_t rule = 0; rule < result.counts.size(); ++rule) {
        result.counts[rule].inputs += worker.shard.counts()[rule].inputs;
        result.counts[rule].held += worker.shard.counts()[rule].held;
      }
      state_.refused += worker.shard.refused();
    }
    Collect();
    std::sort(episodes_.begin(), episodes_.end(), Before);
    result.episodes = std::move(episodes_);
    result.groups = std::move(groups_);
    result.state = state_;
    result.state.bytes_max = options_.state_bytes_max;
    return result;
  }

 private:
  struct Worker {
    Worker(const Plan& plan, const EngineOptions& options)
        : shard(plan, options.state_bytes_max / options.shards) {
      for (Outbox& outbox : routed) outbox.resize(options.shards);
      for (Outbox& outbox : derived) outbox.resize(options.shards);
    }
    Shard shard;
    Outbox routed[kRounds];   // from this worker's part of the batch, in order
    Outbox derived[kRounds];  // from the outputs of its shard
    RoundOutput output;
    std::vector<Message> inputs;
    std::vector<Message> late;  // scratch
  };

  void Work(uint32_t self) {
    for (;;) {
      barrier_.arrive_and_wait();
      if (stop_) return;
      RunBatch(self);
    }
  }

  void RunBatch(uint32_t self) {
    Route(self);
    barrier_.arrive_and_wait();
    for (uint8_t round = 0; round < kRounds; ++round) {
      if (!plan_.uses_round(static_cast<Round>(round))) continue;
      RunRound(self, static_cast<Round>(round));
      barrier_.arrive_and_wait();
    }
  }

  void Deliver(const Message& message, Outbox* outboxes) {
    const Round round = plan_.tables()[message.touch->table].round;
    outboxes[round][ShardOf(message.touch->key, options_.shards)].push_back(message);
  }

  // Sends the touches of this worker's part of the batch to their rounds and shards.
  void Route(uint32_t self) {
    Worker& worker = workers_[self];
    for (uint8_t round = 0; round < kRounds; ++round) {
      for (auto& box : worker.routed[round]) box.clear();
      for (auto& box : worker.derived[round]) box.clear();
    }
    const size_t begin = batch_.size() * self / options_.shards;
    const size_t end = batch_.size() * (self + 1) / options_.shards;
    for (size_t i = begin; i < end; ++i) {
      const EventTouches& event = batch_[i];
      const std::byte* at = event.touches;
      for (uint32_t t = 0; t < event.count; ++t) {
        const Touch* touch = reinterpret_cast<const Touch*>(at);
        Deliver({{event.time_ms, event.ref, 0}, event.ref, touch}, worker.routed);
        at += touch->bytes;
      }
    }
  }

  void RunRound(uint32_t self, Round round) {
    Worker& worker = workers_[self];
    worker.inputs.clear();
    worker.late.clear();
    // Parts of the batch follow one another, so what was routed is in order already.
    for (Worker& sender : workers_) {
      const std::vector<Message>& box = sender.routed[round][self];
      worker.inputs.insert(worker.inputs.end(), box.begin(), box.end());
    }
    for (Worker& sender : workers_) {
      const std::vector<Message>& box = sender.derived[round][self];
      worker.late.insert(worker.late.end(), box.begin(), box.end());
    }
    if (!worker.late.empty() || plan_.shares_records_within_event()) {
      worker.inputs.insert(worker.inputs.end(), worker.late.begin(), worker.late.end());
      SortMessages(&worker.inputs);
    }
    const size_t sent = worker.output.messages.size();
    worker.shard.Run(round, worker.inputs, clock_ms_, &worker.output);
    for (size_t i = sent; i < worker.output.messages.size(); ++i) {
      Deliver(worker.output.messages[i], worker.derived);
    }
  }

  // Takes what the shards gave out; the outputs start anew.
  void Collect() {
    std::vector<Link> links;
    StateSize state;
    for (Worker& worker : workers_) {
      std::move(worker.output.episodes.begin(), worker.output.episodes.end(),
                std::back_inserter(episodes_));
      links.insert(links.end(), worker.output.links.begin(), worker.output.links.end());
      worker.output.Clear();
      state.bytes += worker.shard.bytes_used();
      state.accounts += worker.shard.accounts();
    }
    std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
      return std::make_tuple(a.at.ref(), a.source, a.since_a.ref()) <
             std::make_tuple(b.at.ref(), b.source, b.since_a.ref());
    });
    for (const Link& link : links) groups_.Add(link);
    state.bytes += groups_.bytes_used();
    if (state.bytes > state_.bytes) state_.bytes = state.bytes;
    if (state.accounts > state_.accounts) state_.accounts = state.accounts;
  }

  const Plan& plan_;
  const EngineOptions options_;
  std::barrier<> barrier_;
  std::deque<Worker> workers_;
  std::vector<std::thread> threads_;
  std::span<const EventTouches> batch_;
  int64_t clock_ms_ = 0;
  bool stop_ = false;
  std::vector<Episode> episodes_;
  Groups groups_;
  StateSize state_;
};

Engine::Engine(const Plan& plan, const EngineOptions& options)
    : runner_(std::make_unique<Runner>(plan, options)) {}
Engine::~Engine() = default;
void Engine::Feed(std::span<const EventTouches> batch) { runner_->Feed(batch); }
EngineResult Engine::Finish() { return runner_->Finish(); }

}  // namespace sekisho
