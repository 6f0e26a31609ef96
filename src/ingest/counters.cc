#include "ingest/counters.h"

namespace sekisho {

void NameCounts::Add(std::string_view name, uint64_t count) {
  const auto found = counts_.find(name);
  if (found != counts_.end()) {
    found->second += count;
  } else if (counts_.size() < kNamesMax) {
    counts_.emplace(std::string(name), count);
  } else {
    others_ += count;
  }
}

void NameCounts::Merge(const NameCounts& other) {
  for (const auto& [name, count] : other.counts_) Add(name, count);
  others_ += other.others_;
}

uint64_t NameCounts::total() const {
  uint64_t sum = others_;
  for (const auto& [name, count] : counts_) sum += count;
  return sum;
}

void Counters::Merge(const Counters& other) {
  records += other.records;
  events += other.events;
  rejects += other.rejects;
  values_truncated += other.values_truncated;
  list_items_dropped += other.list_items_dropped;
  not_mapped.Merge(other.not_mapped);
  unknown_fields.Merge(other.unknown_fields);
  forbidden_fields.Merge(other.forbidden_fields);
}

}  // namespace sekisho
