#include "service/feeder.h"

#include <algorithm>
#include <string>

namespace sekisho {

Feeder::Feeder(const Plan& plan, Engine* engine, const RecordSource* source, ThreadTeam* team,
               OnConflict on_conflict)
    : engine_(engine), source_(source), team_(team), on_conflict_(std::move(on_conflict)) {
  for (uint32_t i = 0; i < team->size(); ++i) own_runs_.emplace_back(plan, ShardsFor(team->size()));
}

void Feeder::FeedRows(std::span<const Row* const> rows) {
  std::vector<std::span<const Row* const>> parts(team_->size());
  std::vector<uint8_t> rises(team_->size());
  // A part that begins within a position would hide a duplicate: it is looked at with its
  // predecessor.
  team_->Run([&](uint32_t self) {
    const size_t begin = rows.size() * self / team_->size();
    const size_t end = rows.size() * (self + 1) / team_->size();
    parts[self] = rows.subspan(begin, end - begin);
    const size_t before = begin > 0 && end > begin ? 1 : 0;
    rises[self] = RisesStrictly(rows.subspan(begin - before, end - begin + before));
    if (rises[self] && end > begin) own_runs_[self].Make(parts[self]);
  });
  std::vector<SettledRun*> runs;
  if (std::find(rises.begin(), rises.end(), 0) != rises.end()) {
    own_runs_[0].Make(WithoutDuplicates(rows));
    runs.push_back(&own_runs_[0]);
  } else {
    for (uint32_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].empty()) runs.push_back(&own_runs_[i]);
    }
  }
  FeedRuns(runs);
}

void Feeder::FeedRuns(std::span<SettledRun* const> runs) {
  if (runs.empty()) return;
  if (index_.size() == 0) first_ms_ = runs.front()->first_ms();
  last_ms_ = runs.back()->last_ms();
  fed_.clear();
  for (SettledRun* run : runs) {
    fed_.push_back({index_.Add(run->CopyPlaces()), &run->events()});
    for (const auto& [hour, events] : run->by_hour()) {
      if (by_hour_.empty() || by_hour_.back().first != hour) by_hour_.emplace_back(hour, 0);
      by_hour_.back().second += events;
    }
  }
  engine_->Feed(fed_, last_ms_);
}

std::vector<const Row*> Feeder::WithoutDuplicates(std::span<const Row* const> rows) {
  std::vector<const Row*> kept;
  for (size_t i = 0; i < rows.size();) {
    size_t end = i + 1;
    while (end < rows.size() && SamePosition(*rows[i], *rows[end])) ++end;
    kept.push_back(end == i + 1 ? rows[i] : KeepOne(rows.subspan(i, end - i)));
    i = end;
  }
  return kept;
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
  uint64_t behind = 0;
  size_t percentile = 0;
  while (percentile < by_hour_.size() &&
         (behind + by_hour_[percentile].second) * 1000 < index_.size() * 999) {
    behind += by_hour_[percentile++].second;
  }
  uint64_t ahead = 0;
  for (size_t i = percentile; i < by_hour_.size(); ++i) {
    if (by_hour_[i].first > by_hour_[percentile].first + 24) ahead += by_hour_[i].second;
  }
  return ahead;
}

}  // namespace sekisho
