#include "service/feeder.h"

#include <algorithm>
#include <numeric>

#include "core/time.h"

namespace sekisho {

void Feeder::Feed(std::span<const Row* const> rows) {
  batch_.clear();
  for (size_t i = 0; i < rows.size();) {
    size_t end = i + 1;
    while (end < rows.size() && SamePosition(*rows[i], *rows[end])) ++end;
    const Row* row = end == i + 1 ? rows[i] : KeepOne(rows.subspan(i, end - i));
    const int64_t hour = row->time_ms / kHourMs;
    if (hours_.empty() || hours_.back() != hour) {
      hours_.push_back(hour);
      by_hour_.push_back(0);
    }
    ++by_hour_.back();
    const EventRef ref = index_.Add(row->record());
    batch_.push_back({row->time_ms, ref, row->touches(), row->identity().touches});
    i = end;
  }
  if (batch_.empty()) return;
  if (index_.size() == batch_.size()) first_ms_ = batch_.front().time_ms;
  last_ms_ = batch_.back().time_ms;
  engine_->Feed(batch_);
}

// Of rows with one position: equal records are one event; of different ones the least in byte
// order stays, so that the order of the input does not matter.
const Row* Feeder::KeepOne(std::span<const Row* const> same) {
  std::vector<std::string> texts;
  for (const Row* row : same) {
    StatusOr<std::string> text = source_->ReadRecord(row->record());
    texts.push_back(text.ok() ? *std::move(text) : std::string());
  }
  const size_t kept =
      static_cast<size_t>(std::min_element(texts.begin(), texts.end()) - texts.begin());
  for (size_t i = 0; i < same.size(); ++i) {
    if (i == kept) continue;
    if (texts[i] == texts[kept]) {
      ++duplicates_;
    } else {
      ++conflicts_;
      on_conflict_(same[i]->record(), same[kept]->record());
    }
  }
  return same[kept];
}

uint64_t Feeder::far_ahead() const {
  const uint64_t total = std::accumulate(by_hour_.begin(), by_hour_.end(), uint64_t{0});
  uint64_t behind = 0;
  size_t percentile = 0;
  while (percentile < by_hour_.size() && (behind + by_hour_[percentile]) * 1000 < total * 999) {
    behind += by_hour_[percentile++];
  }
  uint64_t ahead = 0;
  for (size_t i = percentile; i < hours_.size(); ++i) {
    if (hours_[i] > hours_[percentile] + 24) ahead += by_hour_[i];
  }
  return ahead;
}

}  // namespace sekisho
