#include "engine/message_mode.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <tuple>

#include "engine/shard.h"

namespace sekisho {
namespace {

constexpr int kExecutors = 3;

// One hand-over on the wire: position, event, touch.
std::string ToBytes(const Message& message) {
  std::string bytes(sizeof(Position) + sizeof(EventRef) + message.touch->bytes, '\0');
  std::memcpy(bytes.data(), &message.position, sizeof(Position));
  std::memcpy(bytes.data() + sizeof(Position), &message.event, sizeof(EventRef));
  std::memcpy(bytes.data() + sizeof(Position) + sizeof(EventRef), message.touch,
              message.touch->bytes);
  return bytes;
}

Message FromBytes(const std::string& bytes, MessageArena* arena) {
  Message message;
  std::memcpy(&message.position, bytes.data(), sizeof(Position));
  std::memcpy(&message.event, bytes.data() + sizeof(Position), sizeof(EventRef));
  const size_t size = bytes.size() - sizeof(Position) - sizeof(EventRef);
  std::byte* copy = arena->Allocate(size);
  std::memcpy(copy, bytes.data() + bytes.size() - size, size);
  message.touch = reinterpret_cast<const Touch*>(copy);
  return message;
}

class MessageMode {
 public:
  MessageMode(const Plan& plan, const SettledEvents& events, uint32_t shards, size_t batch,
              uint32_t seed)
      : plan_(plan), shards_(shards), random_(seed) {
    const auto& all = events.touches();
    batches_ = (all.size() + batch - 1) / batch;
    for (uint8_t round = 0; round < kRounds; ++round) {
      for (uint32_t shard = 0; shard < shards; ++shard) {
        units_.push_back(std::make_unique<Unit>(plan, static_cast<Round>(round), shard));
        units_.back()->inbox.resize(batches_);
      }
    }
    for (size_t i = 0; i < all.size(); ++i) {
      const std::byte* at = all[i].touches;
      for (uint32_t t = 0; t < all[i].count; ++t) {
        const Touch* touch = reinterpret_cast<const Touch*>(at);
        Post(i / batch, {{all[i].time_ms, all[i].ref, 0}, all[i].ref, touch});
        at += touch->bytes;
      }
    }
    for (size_t b = 0; b < batches_; ++b) {
      clocks_.push_back(all[std::min(all.size(), (b + 1) * batch) - 1].time_ms);
    }
  }

  EngineResult Run() {
    std::vector<std::thread> executors;
    for (int i = 0; i < kExecutors; ++i) executors.emplace_back([this] { Execute(); });
    for (std::thread& executor : executors) executor.join();
    EngineResult result;
    result.counts.resize(plan_.rules().rules.size());
    std::vector<Link> links;
    for (const auto& unit : units_) {
      if (!clocks_.empty()) unit->shard.Finish(clocks_.back(), &unit->output);
      RoundOutput& output = unit->output;
      std::move(output.episodes.begin(), output.episodes.end(),
                std::back_inserter(result.episodes));
      links.insert(links.end(), output.links.begin(), output.links.end());
      for (size_t rule = 0; rule < result.counts.size(); ++rule) {
        const RuleCounts& counts = unit->shard.counts()[rule];
        result.counts[rule].inputs += counts.inputs + unit->shard.front().matches()[rule];
        result.counts[rule].held += counts.held;
      }
    }
    AddLinks(&links, &result.groups);
    return result;
  }

 private:
  struct Unit {
    Unit(const Plan& plan, Round round, uint32_t number)
        : round(round), number(number), shard(plan, size_t{1} << 40) {}
    const Round round;
    const uint32_t number;
    Shard shard;
    std::vector<std::vector<std::string>> inbox;  // by batch
    size_t done = 0;                              // batches
    bool busy = false;
    RoundOutput output;
  };

  Unit& UnitOf(const Touch& touch) {
    return *units_[plan_.tables()[touch.table].round * shards_ + ShardOf(touch.key, shards_)];
  }
  void Post(size_t batch, const Message& message) {
    UnitOf(*message.touch).inbox[batch].push_back(ToBytes(message));
  }

  // The owner of the groups sees the links of all units in order: by event, then by where the
  // identifier stood in it, then by who was there earlier.
  static void AddLinks(std::vector<Link>* links, Groups* groups) {
    std::stable_sort(links->begin(), links->end(), [](const Link& a, const Link& b) {
      return std::make_tuple(a.at.ref(), a.source, a.since_a.ref()) <
             std::make_tuple(b.at.ref(), b.source, b.since_a.ref());
    });
    for (const Link& link : *links) groups->Add(link);
  }

  // The watermark: all units of earlier rounds are past this batch.
  bool Ready(const Unit& unit) const {
    return !unit.busy && unit.done < batches_ &&
           std::all_of(units_.begin(), units_.end(), [&](const auto& other) {
             return other->round >= unit.round || other->done > unit.done;
           });
  }

  Unit* TakeReady() {
    std::vector<Unit*> ready;
    for (const auto& unit : units_) {
      if (Ready(*unit)) ready.push_back(unit.get());
    }
    return ready.empty() ? nullptr : ready[random_() % ready.size()];
  }

  bool Finished() const {
    return std::all_of(units_.begin(), units_.end(),
                       [&](const auto& unit) { return unit->done == batches_; });
  }

  void Execute() {
    std::unique_lock lock(mutex_);
    while (!Finished()) {
      Unit* unit = TakeReady();
      if (unit == nullptr) {
        changed_.wait(lock);
        continue;
      }
      unit->busy = true;
      std::vector<std::string> inputs = std::move(unit->inbox[unit->done]);
      std::shuffle(inputs.begin(), inputs.end(), random_);
      const uint32_t delay = random_() % 64;
      lock.unlock();
      for (uint32_t i = 0; i < delay; ++i) std::this_thread::yield();
      const size_t sent = unit->output.messages.size();
      RunUnit(unit, inputs);
      lock.lock();
      for (size_t i = sent; i < unit->output.messages.size(); ++i) {
        Post(unit->done, unit->output.messages[i]);
      }
      ++unit->done;
      unit->busy = false;
      changed_.notify_all();
    }
  }

  void RunUnit(Unit* unit, const std::vector<std::string>& inputs) {
    MessageArena arena;
    std::vector<Message> messages;
    for (const std::string& bytes : inputs) messages.push_back(FromBytes(bytes, &arena));
    SortMessages(&messages);
    unit->shard.Run(unit->round, messages, clocks_[unit->done], &unit->output);
  }

  const Plan& plan_;
  const uint32_t shards_;
  size_t batches_ = 0;
  std::vector<int64_t> clocks_;
  std::vector<std::unique_ptr<Unit>> units_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::mt19937 random_;
};

}  // namespace

EngineResult RunMessageMode(const Plan& plan, const SettledEvents& events, uint32_t shards,
                            size_t batch, uint32_t seed) {
  return MessageMode(plan, events, shards, batch, seed).Run();
}

}  // namespace sekisho
