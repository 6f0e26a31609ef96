// The events that prove a finding: the first and the newest of them, and how many there were.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/limits.h"
#include "state/stamp.h"

namespace sekisho {

// A set of events of which it keeps the first half and the newest half of limits::kEvidenceMax, in
// the order of their position.
class Evidence {
 public:
  void Add(EventRef event) {
    if (!events_.empty() && event <= events_.back()) {
      Insert(event);
      return;
    }
    ++total_;
    events_.push_back(event);
    Trim();
  }
  // Counts events whose references somebody else already let go.
  void AddUnlisted(uint64_t count) { total_ += count; }

  uint64_t total() const { return total_; }
  const std::vector<EventRef>& events() const { return events_; }
  size_t bytes_used() const { return events_.capacity() * sizeof(EventRef); }

 private:
  static constexpr uint32_t kHalf = limits::kEvidenceMax / 2;

  // An event from before the newest one: it stood for a window that ended later.
  void Insert(EventRef event) {
    const auto at = std::lower_bound(events_.begin(), events_.end(), event);
    if (*at == event) return;
    ++total_;
    events_.insert(at, event);
    Trim();
  }
  void Trim() {
    if (events_.size() > limits::kEvidenceMax) events_.erase(events_.begin() + kHalf);
  }

  std::vector<EventRef> events_;
  uint64_t total_ = 0;
};

}  // namespace sekisho
