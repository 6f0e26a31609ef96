#include "engine/engine.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <tuple>
#include <utility>

#include "engine/shard.h"

namespace sekisho {
namespace {

// Messages on their way to one round of each shard, in no order.
using Outbox = std::vector<std::vector<Message>>;  // by shard

bool Before(const Episode& a, const Episode& b) {
  if (!(a.opening == b.opening)) return a.opening < b.opening;
  return std::tie(a.rule, a.key) < std::tie(b.rule, b.key);
}

}  // namespace

class Engine::Runner {
 public:
  Runner(const Plan& plan, const EngineOptions& options, ThreadTeam* team)
      : plan_(plan), options_(options), team_(team) {
    const uint32_t shards = ShardsFor(team->size());
    for (uint32_t i = 0; i < shards; ++i) {
      shards_.emplace_back(plan, options.state_bytes_max / shards, options.cost_clock);
    }
    for (uint32_t i = 0; i < team->size(); ++i) workers_.emplace_back(plan, shards);
  }

  void Feed(std::span<const EventRun> runs, int64_t clock_ms) {
    runs_ = runs;
    clock_ms_ = clock_ms;
    for (Worker& worker : workers_) {
      for (Outbox& outbox : worker.derived) {
        for (auto& box : outbox) box.clear();
      }
    }
    for (uint8_t round = 0; round < kRounds; ++round) {
      if (!plan_.uses_round(static_cast<Round>(round))) continue;
      next_shard_ = 0;
      team_->Run([&](uint32_t self) { RunRound(self, static_cast<Round>(round)); });
    }
    Collect();
  }

  void Feed(std::span<const EventTouches> batch) {
    if (batch.empty()) return;
    std::vector<EventRun> runs(workers_.size());
    team_->Run([&](uint32_t self) {
      RoutedEvents& routed = workers_[self].routed;
      routed.Clear();
      const size_t begin = batch.size() * self / team_->size();
      const size_t end = batch.size() * (self + 1) / team_->size();
      for (size_t i = begin; i < end; ++i) {
        routed.Add(batch[i].time_ms, static_cast<uint32_t>(i - begin), batch[i].touches,
                   batch[i].count);
      }
      runs[self] = {batch.front().ref + begin, &routed};
    });
    Feed(runs, batch.back().time_ms);
  }

  EngineResult Finish() {
    EngineResult result;
    result.counts.resize(plan_.rules().rules.size());
    for (Shard& shard : shards_) {
      shard.Finish(clock_ms_, &workers_.front().output);
      for (size_t rule = 0; rule < result.counts.size(); ++rule) {
        result.counts[rule].inputs += shard.counts()[rule].inputs + shard.front().matches()[rule];
        result.counts[rule].held += shard.counts()[rule].held;
        result.counts[rule].without_key += shard.front().without_key()[rule];
      }
      state_.refused += shard.refused();
      result.costs.Add(shard.front().costs());
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
    Worker(const Plan& plan, uint32_t shards) : routed(plan, shards) {
      for (Outbox& outbox : derived) outbox.resize(shards);
    }
    RoutedEvents routed;      // its part of a batch that was not sorted out before
    Outbox derived[kRounds];  // from the outputs of the shards that it worked on
    RoundOutput output;
    std::vector<RoutedRun> runs;          // scratch
    std::vector<Message> derived_inputs;  // scratch
  };

  void RunRound(uint32_t self, Round round) {
    Worker& worker = workers_[self];
    const size_t sent = worker.output.messages.size();
    for (;;) {
      const uint32_t shard = next_shard_.fetch_add(1, std::memory_order_relaxed);
      if (shard >= shards_.size()) break;
      RunShard(&worker, shard, round);
    }
    // Only to later rounds.
    for (size_t i = sent; i < worker.output.messages.size(); ++i) {
      const Message& message = worker.output.messages[i];
      const Round later = plan_.tables()[message.touch->table].round;
      worker.derived[later][ShardOf(message.touch->key, ShardsFor(team_->size()))].push_back(
          message);
    }
  }

  void RunShard(Worker* worker, uint32_t shard, Round round) {
    worker->runs.clear();
    for (const EventRun& run : runs_) {
      worker->runs.push_back({run.first, run.events->Of(round, shard)});
    }
    worker->derived_inputs.clear();
    for (const Worker& sender : workers_) {
      const std::vector<Message>& derived = sender.derived[round][shard];
      worker->derived_inputs.insert(worker->derived_inputs.end(), derived.begin(), derived.end());
    }
    SortMessages(&worker->derived_inputs);
    shards_[shard].Run(round, worker->runs, worker->derived_inputs, clock_ms_, &worker->output);
  }

  // Takes what the shards gave out; the outputs start anew.
  void Collect() {
    std::vector<Link> links;
    for (Worker& worker : workers_) {
      std::move(worker.output.episodes.begin(), worker.output.episodes.end(),
                std::back_inserter(episodes_));
      links.insert(links.end(), worker.output.links.begin(), worker.output.links.end());
      worker.output.Clear();
    }
    std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
      return std::make_tuple(a.at.ref(), a.source, a.since_a.ref()) <
             std::make_tuple(b.at.ref(), b.source, b.since_a.ref());
    });
    for (const Link& link : links) groups_.Add(link);
    StateSize state;
    for (const Shard& shard : shards_) {
      state.bytes += shard.bytes_used();
      state.accounts += shard.accounts();
    }
    state.bytes += groups_.bytes_used();
    if (state.bytes > state_.bytes) state_.bytes = state.bytes;
    if (state.accounts > state_.accounts) state_.accounts = state.accounts;
  }

  const Plan& plan_;
  const EngineOptions options_;
  ThreadTeam* const team_;
  std::deque<Shard> shards_;
  std::deque<Worker> workers_;
  std::atomic<uint32_t> next_shard_ = 0;  // of the step under way
  std::span<const EventRun> runs_;
  int64_t clock_ms_ = 0;
  std::vector<Episode> episodes_;
  Groups groups_;
  StateSize state_;
};

Engine::Engine(const Plan& plan, const EngineOptions& options, ThreadTeam* team)
    : runner_(std::make_unique<Runner>(plan, options, team)) {}
Engine::~Engine() = default;
void Engine::Feed(std::span<const EventRun> runs, int64_t clock_ms) {
  runner_->Feed(runs, clock_ms);
}
void Engine::Feed(std::span<const EventTouches> batch) { runner_->Feed(batch); }
EngineResult Engine::Finish() { return runner_->Finish(); }

}  // namespace sekisho
