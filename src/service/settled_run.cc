#include "service/settled_run.h"

#include <algorithm>

#include "core/time.h"

namespace sekisho {
namespace {

// Rows that were sorted lie all over the memory: how far ahead they are fetched.
constexpr size_t kRowsAhead = 16;
constexpr size_t kPayloadsAhead = 8;

}  // namespace

void SettledRun::Make(std::span<const Row* const> rows) {
  events_.Clear();
  by_hour_.clear();
  places_.clear();
  places_.reserve(rows.size());
  first_ms_ = rows.front()->time_ms;
  last_ms_ = rows.back()->time_ms;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (i + kRowsAhead < rows.size()) __builtin_prefetch(rows[i + kRowsAhead]);
    if (i + kPayloadsAhead < rows.size()) rows[i + kPayloadsAhead]->Prefetch();
    const Row& row = *rows[i];
    events_.Add(row.time_ms, static_cast<uint32_t>(i), row.touches(), row.identity().touches);
    places_.push_back({row.offset, row.length, row.source});
    const int64_t hour = row.time_ms / kHourMs;
    if (by_hour_.empty() || by_hour_.back().first != hour) by_hour_.emplace_back(hour, 0);
    ++by_hour_.back().second;
  }
}

bool RisesStrictly(std::span<const Row* const> rows) {
  for (size_t i = 1; i < rows.size(); ++i) {
    if (!(*rows[i - 1] < *rows[i])) return false;
  }
  return true;
}

}  // namespace sekisho
