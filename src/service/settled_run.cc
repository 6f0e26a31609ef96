#include "service/settled_run.h"

#include <limits>

#include "core/time.h"

namespace sekisho {
namespace {

// Rows that were sorted lie all over the memory: how far ahead they are fetched.
constexpr size_t kRowsAhead = 16;
constexpr size_t kPayloadsAhead = 8;

}  // namespace

void SettledRun::Clear() {
  events_.Clear();
  by_hour_.clear();
  places_.clear();
  hour_end_ms_ = std::numeric_limits<int64_t>::min();
  count_ = 0;
}

void SettledRun::Add(const Row& row) {
  if (count_ == 0) first_ms_ = row.time_ms;
  last_ms_ = row.time_ms;
  events_.Add(row.time_ms, count_++, row.touches(), row.identity().touches);
  places_.push_back({row.offset, row.length, row.source});
  if (row.time_ms >= hour_end_ms_) {
    const int64_t hour = row.time_ms / kHourMs;
    by_hour_.emplace_back(hour, 0);
    hour_end_ms_ = (hour + 1) * kHourMs;
  }
  ++by_hour_.back().second;
}

void SettledRun::Make(std::span<const Row* const> rows) {
  Clear();
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i + kRowsAhead < rows.size()) __builtin_prefetch(rows[i + kRowsAhead]);
    if (i + kPayloadsAhead < rows.size()) rows[i + kPayloadsAhead]->Prefetch();
    Add(*rows[i]);
  }
}

bool RisesStrictly(std::span<const Row* const> rows) {
  for (size_t i = 1; i < rows.size(); ++i) {
    if (!(*rows[i - 1] < *rows[i])) return false;
  }
  return true;
}

}  // namespace sekisho
