// Rows in settled order → engine: numbers the events and takes out what occurs twice.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "service/event_index.h"
#include "service/record_source.h"
#include "service/row.h"
#include "service/settled_run.h"

namespace sekisho {

// Use from one thread.
class Feeder {
 public:
  // Called with a refused record and the one that was kept in its place.
  using OnConflict = std::function<void(const RecordRef& refused, const RecordRef& kept)>;

  Feeder(const Plan& plan, Engine* engine, const RecordSource* source, ThreadTeam* team,
         OnConflict on_conflict);

  // The next rows in order; rows of one position come in one call.
  void FeedRows(std::span<const Row* const> rows);
  // The next runs: none is empty, and they follow one another.
  void FeedRuns(std::span<SettledRun* const> runs);

  const EventIndex& index() const { return index_; }
  uint64_t duplicates() const { return duplicates_; }
  uint64_t conflicts() const { return conflicts_; }
  int64_t first_ms() const { return first_ms_; }
  int64_t last_ms() const { return last_ms_; }
  // Events more than 24 h after the 99.9th percentile of all times, told by whole hours.
  uint64_t far_ahead() const;

 private:
  std::vector<const Row*> WithoutDuplicates(std::span<const Row* const> rows);
  const Row* KeepOne(std::span<const Row* const> same);

  Engine* const engine_;
  const RecordSource* const source_;
  ThreadTeam* const team_;
  const OnConflict on_conflict_;
  EventIndex index_;
  std::vector<SettledRun> own_runs_;  // of FeedRows
  std::vector<EventRun> fed_;
  std::vector<std::pair<int64_t, uint64_t>> by_hour_;  // events in order, so hours only rise
  uint64_t duplicates_ = 0;
  uint64_t conflicts_ = 0;
  int64_t first_ms_ = 0;
  int64_t last_ms_ = 0;
};

}  // namespace sekisho
