// The distinct values of one busy window, in the order in which they were last seen.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "state/stamp.h"

namespace sekisho {

// Constant time for every operation, however many values (at most limits::kWindowEntriesMax): a
// hash table of 16-bit links into an array of nodes that form a list from the least to the most
// recently seen. Small windows use an EntryList instead.
class DistinctSet {
 public:
  DistinctSet();

  // `value` was seen now: it becomes the newest, with this stamp. When the set is full and the
  // value is new, the least recently seen one is dropped.
  void Touch(uint64_t value, Stamp stamp);
  // Forgets every value last seen at `time_ms` or before.
  void ExpireUntil(int64_t time_ms);

  uint32_t size() const { return size_; }
  // Was a value dropped that had been seen after `time_ms`?
  bool DroppedAfter(int64_t time_ms) const { return newest_dropped_ms_ > time_ms; }
  // The entries, least recently seen first.
  template <typename Visitor>
  void ForEach(Visitor visit) const {
    for (uint16_t node = oldest_; node != kNone; node = nodes_[node].newer)
      visit(nodes_[node].entry);
  }
  size_t bytes_used() const;

 private:
  static constexpr uint16_t kNone = 0xffff;
  struct Node {
    Entry entry;
    uint16_t older = kNone;
    uint16_t newer = kNone;
  };

  size_t Home(uint64_t value) const { return value & (table_.size() - 1); }
  size_t FindSlot(uint64_t value) const;
  void Unlink(uint16_t node);
  void LinkNewest(uint16_t node);
  void EraseSlot(size_t hole);
  void DropOldest();
  void Grow();

  std::vector<Node> nodes_;
  std::vector<uint16_t> table_;  // node numbers; kNone = empty; twice as many as nodes
  std::vector<uint16_t> free_;
  uint16_t oldest_ = kNone;
  uint16_t newest_ = kNone;
  uint32_t size_ = 0;
  int64_t newest_dropped_ms_ = -1;
};

// The big sets of one shard by number. Numbers start at 1.
class DistinctSets {
 public:
  uint32_t Make();
  void Free(uint32_t number);
  DistinctSet& operator[](uint32_t number) { return *sets_[number - 1]; }
  size_t bytes_used() const;

 private:
  std::vector<std::unique_ptr<DistinctSet>> sets_;
  std::vector<uint32_t> free_;
};

}  // namespace sekisho
