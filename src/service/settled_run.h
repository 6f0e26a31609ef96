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

  void Clear();
  // The next row, behind the one before it. Its payload lives longer than the run's use.
  void Add(const Row& row);
  // Consists of `rows`, at least one.
  void Make(std::span<const Row* const> rows);

  const RoutedEvents& events() const { return events_; }
  int64_t first_ms() const { return first_ms_; }
  int64_t last_ms() const { return last_ms_; }
  // Where the rows came from. They are kept for long: in no more memory than they need.
  std::vector<Place> CopyPlaces() const { return {places_.begin(), places_.end()}; }
  // Rows by clock hour since 1970, rising.
  const std::vector<std::pair<int64_t, uint64_t>>& by_hour() const { return by_hour_; }

 private:
  RoutedEvents events_;
  std::vector<Place> places_;
  std::vector<std::pair<int64_t, uint64_t>> by_hour_;
  int64_t first_ms_ = 0;
  int64_t last_ms_ = 0;
  int64_t hour_end_ms_ = 0;  // of the last in by_hour_
  uint32_t count_ = 0;
};

// Does every row stand behind the one before it?
bool RisesStrictly(std::span<const Row* const> rows);

}  // namespace sekisho
