#include "engine/engine.h"

#include <algorithm>
#include <deque>
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
  Runner(const Plan& plan, const EngineOptions& options, ThreadTeam* team)
      : plan_(plan), options_(options), team_(team) {
    for (uint32_t i = 0; i < team->size(); ++i) {
      workers_.emplace_back(plan, options.state_bytes_max / team->size(), team->size());
    }
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
    for (Worker& worker : workers_) {
      worker.shard.Finish(clock_ms_, &worker.output);
      for (size_t rule = 0; rule < result.counts.size(); ++rule) {
        result.counts[rule].inputs +=
            worker.shard.counts()[rule].inputs + worker.shard.front().matches()[rule];
        result.counts[rule].held += worker.shard.counts()[rule].held;
        result.counts[rule].without_key += worker.shard.front().without_key()[rule];
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
    Worker(const Plan& plan, size_t state_bytes_max, uint32_t shards)
        : shard(plan, state_bytes_max), routed(plan, shards) {
      for (Outbox& outbox : derived) outbox.resize(shards);
    }
    Shard shard;
    RoutedEvents routed;      // this worker's part of a batch that was not sorted out before
    Outbox derived[kRounds];  // from the outputs of its shard
    RoundOutput output;
    std::vector<Message> inputs;
  };

  void Deliver(const Message& message, Outbox* outboxes) {
    const Round round = plan_.tables()[message.touch->table].round;
    outboxes[round][ShardOf(message.touch->key, team_->size())].push_back(message);
  }

  void RunRound(uint32_t self, Round round) {
    Worker& worker = workers_[self];
    const size_t sent = worker.output.messages.size();
    bool in_order = !plan_.shares_records_within_event();
    for (const Worker& sender : workers_) {
      in_order = in_order && sender.derived[round][self].empty();
    }
    if (in_order) {
      RunInParts(self, round);
    } else {
      RunSorted(self, round);
    }
    for (size_t i = sent; i < worker.output.messages.size(); ++i) {
      Deliver(worker.output.messages[i], worker.derived);
    }
  }

  // The runs follow one another: their inputs are in order already.
  void RunInParts(uint32_t self, Round round) {
    Worker& worker = workers_[self];
    for (const EventRun& run : runs_) {
      worker.shard.Run(round, run.events->Of(round, self), run.first, &worker.output);
    }
    worker.shard.Run(round, {}, clock_ms_, &worker.output);
  }

  void RunSorted(uint32_t self, Round round) {
    Worker& worker = workers_[self];
    worker.inputs.clear();
    for (const EventRun& run : runs_) {
      for (const RoutedTouch& routed : run.events->Of(round, self)) {
        const EventRef event = run.first + routed.event;
        worker.inputs.push_back({{routed.time_ms, event, 0}, event, routed.touch});
      }
    }
    for (const Worker& sender : workers_) {
      const std::vector<Message>& derived = sender.derived[round][self];
      worker.inputs.insert(worker.inputs.end(), derived.begin(), derived.end());
    }
    SortMessages(&worker.inputs);
    worker.shard.Run(round, worker.inputs, clock_ms_, &worker.output);
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
  ThreadTeam* const team_;
  std::deque<Worker> workers_;
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
