// The events that prove a finding: the first and the newest of them, and how many there were.
#pragma once

#include <cstdint>
#include <vector>

#include "core/limits.h"
#include "state/stamp.h"

namespace sekisho {

// Keeps the first half and the newest half of limits::kEvidenceMax references. Events are added in
// the order of their position.
class Evidence {
 public:
  void Add(EventRef event) {
    ++total_;
    if (events_.size() < limits::kEvidenceMax) {
      events_.push_back(event);
    } else {
      events_[kHalf + newest_] = event;
      newest_ = newest_ + 1 == kHalf ? 0 : newest_ + 1;
    }
  }
  // Counts events whose references somebody else already let go.
  void AddUnlisted(uint64_t count) { total_ += count; }

  uint64_t total() const { return total_; }
  // The references that were kept, in the order of their position.
  std::vector<EventRef> Events() const {
    std::vector<EventRef> events(events_);
    for (uint32_t i = 0; newest_ != 0 && i < kHalf; ++i) {
      events[kHalf + i] = events_[kHalf + (newest_ + i) % kHalf];
    }
    return events;
  }
  size_t bytes_used() const { return events_.capacity() * sizeof(EventRef); }

 private:
  static constexpr uint32_t kHalf = limits::kEvidenceMax / 2;

  std::vector<EventRef> events_;
  uint32_t newest_ = 0;  // where the oldest of the newest half stands, once that half is a ring
  uint64_t total_ = 0;
};

}  // namespace sekisho
