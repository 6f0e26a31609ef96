#include "state/distinct_set.h"

#include "core/limits.h"

namespace sekisho {
namespace {
constexpr size_t kNodesMin = 64;
}

DistinctSet::DistinctSet() : table_(2 * kNodesMin, kNone) { nodes_.reserve(kNodesMin); }

size_t DistinctSet::FindSlot(uint64_t value) const {
  size_t slot = Home(value);
  while (table_[slot] != kNone && nodes_[table_[slot]].entry.value() != value) {
    slot = (slot + 1) & (table_.size() - 1);
  }
  return slot;
}

void DistinctSet::Touch(uint64_t value, Stamp stamp) {
  size_t slot = FindSlot(value);
  uint16_t node = table_[slot];
  if (node != kNone) {
    Unlink(node);
  } else {
    if (size_ == limits::kWindowEntriesMax) {
      newest_dropped_ms_ = nodes_[oldest_].entry.stamp().time_ms();
      DropOldest();
    }
    if (free_.empty()) {
      if (nodes_.size() * 2 == table_.size()) Grow();
      nodes_.emplace_back();
      node = static_cast<uint16_t>(nodes_.size() - 1);
    } else {
      node = free_.back();
      free_.pop_back();
    }
    slot = FindSlot(value);
    table_[slot] = node;
    ++size_;
  }
  nodes_[node].entry = Entry(stamp, value);
  LinkNewest(node);
}

void DistinctSet::ExpireUntil(int64_t time_ms) {
  while (oldest_ != kNone && nodes_[oldest_].entry.stamp().time_ms() <= time_ms) DropOldest();
}

size_t DistinctSet::bytes_used() const {
  return sizeof *this + nodes_.capacity() * sizeof(Node) +
         (table_.capacity() + free_.capacity()) * sizeof(uint16_t);
}

void DistinctSet::Unlink(uint16_t node) {
  const Node& links = nodes_[node];
  (links.older == kNone ? oldest_ : nodes_[links.older].newer) = links.newer;
  (links.newer == kNone ? newest_ : nodes_[links.newer].older) = links.older;
}

void DistinctSet::LinkNewest(uint16_t node) {
  nodes_[node].older = newest_;
  nodes_[node].newer = kNone;
  (newest_ == kNone ? oldest_ : nodes_[newest_].newer) = node;
  newest_ = node;
}

void DistinctSet::EraseSlot(size_t hole) {
  const size_t mask = table_.size() - 1;
  for (size_t at = (hole + 1) & mask; table_[at] != kNone; at = (at + 1) & mask) {
    const size_t home = Home(nodes_[table_[at]].entry.value());
    if (((at - home) & mask) < ((at - hole) & mask)) continue;
    table_[hole] = table_[at];
    hole = at;
  }
  table_[hole] = kNone;
}

void DistinctSet::DropOldest() {
  const uint16_t node = oldest_;
  EraseSlot(FindSlot(nodes_[node].entry.value()));
  Unlink(node);
  free_.push_back(node);
  --size_;
}

void DistinctSet::Grow() {
  table_.assign(table_.size() * 2, kNone);
  nodes_.reserve(table_.size() / 2);
  for (uint16_t node = oldest_; node != kNone; node = nodes_[node].newer) {
    table_[FindSlot(nodes_[node].entry.value())] = node;
  }
}

uint32_t DistinctSets::Make() {
  if (free_.empty()) {
    sets_.push_back(std::make_unique<DistinctSet>());
    return static_cast<uint32_t>(sets_.size());
  }
  const uint32_t number = free_.back();
  free_.pop_back();
  sets_[number - 1] = std::make_unique<DistinctSet>();
  return number;
}

void DistinctSets::Free(uint32_t number) {
  sets_[number - 1].reset();
  free_.push_back(number);
}

size_t DistinctSets::bytes_used() const {
  size_t bytes = 0;
  for (const auto& set : sets_) bytes += set ? set->bytes_used() : 0;
  return bytes;
}

}  // namespace sekisho
