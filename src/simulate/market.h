// A made-up marketplace whose truth is known: events as a platform would export them, and for every
// account what it is. docs/simulate.md explains the kinds of accounts and what may be concluded.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "core/status.h"
#include "simulate/population.h"

namespace sekisho::simulate {

inline constexpr uint32_t kAccountsMin = 10;
inline constexpr uint32_t kAccountsMax = 20'000'000;
inline constexpr uint32_t kDaysMin = 2;
inline constexpr uint32_t kDaysMax = 730;

// Where the market is written to. Calls come from one thread.
class MarketSink {
 public:
  virtual ~MarketSink() = default;
  // Whole lines of events.ndjson, in order of time.
  virtual void Events(std::string_view lines) = 0;
  // Whole lines of truth.csv, the first of which names the columns.
  virtual void Truth(std::string_view lines) = 0;
};

struct MarketProgress {
  double fraction = 0;  // of all the work, between 0 and 1
  uint64_t events = 0;  // written so far
};

struct MarketSummary {
  uint64_t events = 0;
  uint32_t accounts = 0;
  uint32_t ring_accounts = 0;
  uint32_t rings = 0;
};

// Makes the market with `threads` threads. The same options give the same bytes on every machine
// and for every number of threads. Memory grows with the number of accounts and with the events of
// one day (together about 2 KB an account), not with the number of days. Fails when the options are
// out of range.
StatusOr<MarketSummary> MakeMarket(
    const MarketOptions& options, uint32_t threads, MarketSink* sink,
    const std::function<void(const MarketProgress&)>& on_progress = nullptr);

}  // namespace sekisho::simulate
