// A run of rows in settled order, made ready for the engine by one thread while others make theirs.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/routed.h"
#include "service/event_index.h"
#include "service/row.h"

namespace sekisho {

class SettledRun {
 public:
  SettledRun(const Plan& plan, uint32_t shards) : events_(plan, shards) {}

  // Takes over `rows`, in order and each of another position; they live longer than the run's use.
  // At least one.
  void Make(std::span<const Row* const> rows);

  const RoutedEvents& events() const { return events_; }
  int64_t first_ms() const { return first_ms_; }
  int64_t last_ms() const { return last_ms_; }
  // Where the rows came from; can be taken once.
  std::vector<Place> TakePlaces() { return std::move(places_); }
  // Rows by clock hour since 1970, rising.
  const std::vector<std::pair<int64_t, uint64_t>>& by_hour() const { return by_hour_; }

 private:
  RoutedEvents events_;
  std::vector<Place> places_;
  std::vector<std::pair<int64_t, uint64_t>> by_hour_;
  int64_t first_ms_ = 0;
  int64_t last_ms_ = 0;
};

// Does every row stand behind the one before it?
bool RisesStrictly(std::span<const Row* const> rows);

}  // namespace sekisho
