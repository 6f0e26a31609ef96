// Events after reading: what the order and the engine need of them, and where they came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "core/cache_line.h"
#include "engine/front.h"
#include "ingest/block.h"

namespace sekisho {

// Before the touches of an event: what its position consists of beside the time. Followed by the
// id, padded to 8 bytes.
struct RowIdentity {
  int64_t sequence;
  uint32_t id_bytes;
  uint32_t touches;
};

// One event. The payload is a RowIdentity, its id and its touches, as bytes that can be moved.
struct Row {
  int64_t time_ms = 0;
  uint64_t offset = 0;  // of the record in its source
  uint32_t length = 0;  // of the record
  uint32_t source = 0;
  const std::byte* payload = nullptr;
  uint32_t payload_bytes = 0;

  const RowIdentity& identity() const { return *reinterpret_cast<const RowIdentity*>(payload); }
  std::string_view id() const {
    return {reinterpret_cast<const char*>(payload + sizeof(RowIdentity)), identity().id_bytes};
  }
  const std::byte* touches() const {
    return payload + sizeof(RowIdentity) + (identity().id_bytes + 7) / 8 * 8;
  }
  RecordRef record() const { return {source, offset, length}; }
  void Prefetch() const {
    for (uint32_t at = 0; at < payload_bytes; at += kCacheLineBytes) {
      __builtin_prefetch(payload + at);
    }
  }
};

// Order of positions (semantics.md 1).
inline bool SamePosition(const Row& a, const Row& b) {
  return a.time_ms == b.time_ms && a.identity().sequence == b.identity().sequence &&
         a.id() == b.id();
}
inline bool operator<(const Row& a, const Row& b) {
  if (a.time_ms != b.time_ms) return a.time_ms < b.time_ms;
  if (a.identity().sequence != b.identity().sequence) {
    return a.identity().sequence < b.identity().sequence;
  }
  return a.id() < b.id();
}

// The rows of one block of input. Reused; memory is kept.
class RowBlock {
 public:
  void Clear() {
    rows_.clear();
    arena_.Clear();
    payload_bytes_ = 0;
  }
  // An event without id is identified by a hash of its line as it came (PositionId).
  void Add(const EventView& event, const RecordRef& record, const Touches& touches);

  // Moves a row here, payload and all.
  void AddCopy(const Row& row);

  const std::vector<Row>& rows() const { return rows_; }
  size_t bytes_used() const { return rows_.size() * sizeof(Row) + payload_bytes_; }

 private:
  std::vector<Row> rows_;
  MessageArena arena_;
  size_t payload_bytes_ = 0;
};

}  // namespace sekisho
