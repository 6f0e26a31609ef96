// Where each event of a run came from, by its number in the settled order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/message.h"
#include "ingest/block.h"

namespace sekisho {

// 16 bytes an event, in chunks that never move.
class EventIndex {
 public:
  EventRef Add(const RecordRef& record) {
    if (size_ % kChunk == 0) chunks_.push_back(std::make_unique_for_overwrite<Place[]>(kChunk));
    chunks_.back()[size_ % kChunk] = {record.offset, record.length, record.source};
    return size_++;
  }
  RecordRef operator[](EventRef event) const {
    const Place& place = chunks_[event / kChunk][event % kChunk];
    return {place.source, place.offset, place.length};
  }
  EventRef size() const { return size_; }

 private:
  static constexpr size_t kChunk = 1 << 16;
  struct Place {
    uint64_t offset;
    uint32_t length;
    uint32_t source;
  };
  std::vector<std::unique_ptr<Place[]>> chunks_;
  EventRef size_ = 0;
};

}  // namespace sekisho
