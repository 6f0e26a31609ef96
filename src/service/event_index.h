// Where each event of a run came from, by its number in the settled order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/message.h"
#include "ingest/block.h"

namespace sekisho {

// The place of one record, in 16 bytes.
struct Place {
  uint64_t offset = 0;
  uint32_t length = 0;
  uint32_t source = 0;
};

// Runs of places, as they were made; nothing is copied.
class EventIndex {
 public:
  // The places of the next events; returns the number of the first.
  EventRef Add(std::vector<Place> places) {
    const EventRef first = size_;
    size_ += places.size();
    if (!places.empty()) runs_.push_back({first, std::move(places)});
    return first;
  }
  RecordRef operator[](EventRef event) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), event,
                                        [](EventRef e, const Run& run) { return e < run.first; });
    const Run& run = *(after - 1);
    const Place& place = run.places[event - run.first];
    return {place.source, place.offset, place.length};
  }
  EventRef size() const { return size_; }

 private:
  struct Run {
    EventRef first;
    std::vector<Place> places;
  };
  std::vector<Run> runs_;
  EventRef size_ = 0;
};

}  // namespace sekisho
