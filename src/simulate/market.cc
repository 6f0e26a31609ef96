#include "simulate/market.h"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "core/thread_team.h"
#include "simulate/account.h"
#include "simulate/trips.h"
#include "simulate/truth.h"

namespace sekisho::simulate {
namespace {

constexpr uint64_t kDayUse = 0x80;
// No place is further ahead of UTC: what a day brings is never earlier than this before it.
constexpr int64_t kEarliestMs = 14 * kHourMs;
// Of accounts that existed before the market, a platform keeps one sign-in every four weeks.
constexpr int32_t kKeptEveryDays = 28;
constexpr size_t kPieceBytes = 1 << 20;

// What one thread makes.
struct Worker {
  explicit Worker(const World& world) : journal(world.population), desk(world, &journal) {}
  Journal journal;
  Desk desk;
};

class Market {
 public:
  Market(const MarketOptions& options, uint32_t threads, MarketSink* sink)
      : options_(options),
        population_(options),
        networks_(options.accounts),
        world_{options_, population_, networks_},
        sink_(sink),
        team_(threads),
        states_(population_.size()),
        carried_(std::make_unique<Journal>(population_)) {
    for (uint32_t i = 0; i < threads; ++i) workers_.push_back(std::make_unique<Worker>(world_));
    for (uint32_t i = 0; i < population_.size(); ++i) by_registration_.push_back(i);
    std::stable_sort(by_registration_.begin(), by_registration_.end(), [this](auto a, auto b) {
      return population_.at(a).registered < population_.at(b).registered;
    });
  }

  MarketSummary Run(const std::function<void(const MarketProgress&)>& on_progress) {
    WriteTruth(population_, sink_);
    const auto days = static_cast<int32_t>(options_.days);
    const int32_t first = std::min(0, population_.at(by_registration_.front()).registered);
    const int64_t end = kFirstDayMs + days * kDayMs;
    for (int32_t day = first; day < days; ++day) {
      if (day < 0) {
        MakePast(day);
      } else {
        MakeDay(day);
      }
      Flush(std::min(kFirstDayMs + (day + 1) * kDayMs - kEarliestMs, end));
      // The days of the market are nearly all of the work.
      if (on_progress && day >= 0) on_progress({static_cast<double>(day + 1) / days, events_});
    }
    Flush(end);
    return Summary();
  }

 private:
  void MakeDay(int32_t day) {
    // Blocks, so that threads share evenly; each account's events depend on the account alone.
    team_.Run([this, day](uint32_t member) {
      Worker& worker = *workers_[member];
      const uint64_t size = population_.size();
      const uint32_t begin = static_cast<uint32_t>(size * member / team_.size());
      const uint32_t end = static_cast<uint32_t>(size * (member + 1) / team_.size());
      for (uint32_t i = begin; i < end; ++i) MakeAccountDay(i, day, &worker);
    });
  }

  // Before the market: registrations, and few sign-ins of those who are there already.
  void MakePast(int32_t day) {
    Worker& worker = *workers_.front();
    for (int32_t since = day; since >= population_.at(by_registration_.front()).registered;
         since -= kKeptEveryDays) {
      const auto begin = std::lower_bound(
          by_registration_.begin(), by_registration_.end(), since,
          [this](uint32_t i, int32_t value) { return population_.at(i).registered < value; });
      for (auto at = begin; at != by_registration_.end() && population_.at(*at).registered == since;
           ++at) {
        if (since == day) {
          MakeAccountDay(*at, day, &worker);
        } else {
          KeepSignIn(*at, day, &worker);
        }
      }
    }
  }

  void KeepSignIn(uint32_t account, int32_t day, Worker* worker) {
    const Person& person = population_.at(account);
    // Who comes back in the market had stopped after two months; so had the owners of some of the
    // accounts that rings rent.
    const bool stopped = person.kind == Kind::kReturner || RestsUntilHandover(person);
    if (stopped && day > person.registered + 60 && !person.Used(day)) return;
    Random random(Mix(Mix(options_.seed, kDayUse), person.hash, static_cast<uint64_t>(day)));
    worker->journal.SetDriver(account);
    worker->desk.Start(account, day);
    const std::optional<Trip> trip = person.Used(day) ? std::nullopt : TripOn(person, day);
    const int64_t time = Midnight(PlaceAt(trip ? trip->place : person.place), day) +
                         PickTime(WorkerOf(person.kind).rhythm, &random);
    if (person.Used(day)) {
      SignInForRing(time, &random, &worker->desk);
    } else if (!(trip && trip->moving) && time >= ArrivedMs(person, day)) {
      worker->desk.Arrive(
          time, trip ? HotelSpot(world_, person, day, *trip) : HomeSpot(world_, person, day));
    }
  }

  void MakeAccountDay(uint32_t account, int32_t number, Worker* worker) {
    const Person& person = population_.at(account);
    if (number < person.registered || states_[account].closed) return;
    Random random(Mix(Mix(options_.seed, kDayUse), person.hash, static_cast<uint64_t>(number)));
    worker->journal.SetDriver(account);
    worker->desk.Start(account, number);
    const Day day{&worker->desk, &states_[account], &random};
    if (number == person.registered) {
      Register(day);
      return;
    }
    if (person.Used(number)) {
      VisitForRing(&random, &worker->desk);
    } else {
      VisitHonestly(&random, &worker->desk);
    }
    Live(day);
    Apply(day);
    Work(day);
    Pay(day);
    Report(day);
  }

  // Writes all events before `until_ms` and keeps the others.
  void Flush(int64_t until_ms) {
    std::vector<std::pair<Journal::Row, const Journal*>> rows;
    auto later = std::make_unique<Journal>(population_);
    const auto take = [&](const Journal& journal) {
      for (const Journal::Row& row : journal.rows()) {
        if (row.time_ms < until_ms) {
          rows.push_back({row, &journal});
        } else {
          later->Copy(journal, row);
        }
      }
    };
    take(*carried_);
    for (const auto& worker : workers_) take(worker->journal);
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first.time_ms, a.first.driver, a.first.number) <
             std::tie(b.first.time_ms, b.first.driver, b.first.number);
    });
    for (const auto& [row, journal] : rows) {
      piece_ += "{\"id\":\"e";
      piece_ += std::to_string(++events_);
      piece_ += "\",";
      piece_ += journal->TextOf(row);
      if (piece_.size() < kPieceBytes) continue;
      sink_->Events(piece_);
      piece_.clear();
    }
    sink_->Events(piece_);
    piece_.clear();
    carried_ = std::move(later);
    for (const auto& worker : workers_) worker->journal.Clear();
  }

  MarketSummary Summary() const {
    MarketSummary summary;
    summary.events = events_;
    summary.accounts = population_.size();
    summary.rings = static_cast<uint32_t>(population_.rings().size());
    for (const Ring& ring : population_.rings()) summary.ring_accounts += ring.size;
    return summary;
  }

  const MarketOptions options_;
  const Population population_;
  const NetworkPlan networks_;
  const World world_;
  MarketSink* const sink_;
  ThreadTeam team_;
  std::vector<AccountState> states_;
  std::vector<uint32_t> by_registration_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::unique_ptr<Journal> carried_;
  uint64_t events_ = 0;
  std::string piece_;
};

}  // namespace

StatusOr<MarketSummary> MakeMarket(const MarketOptions& options, uint32_t threads, MarketSink* sink,
                                   const std::function<void(const MarketProgress&)>& on_progress) {
  if (options.accounts < kAccountsMin || options.accounts > kAccountsMax) {
    return InvalidInput("a market has between " + std::to_string(kAccountsMin) + " and " +
                        std::to_string(kAccountsMax) + " accounts");
  }
  if (options.days < kDaysMin || options.days > kDaysMax) {
    return InvalidInput("a market lasts between " + std::to_string(kDaysMin) + " and " +
                        std::to_string(kDaysMax) + " days");
  }
  if (options.ring_accounts_ppm > 500'000) {
    return InvalidInput("at most half of the accounts can be of rings");
  }
  return Market(options, std::max(threads, 1u), sink).Run(on_progress);
}

}  // namespace sekisho::simulate
