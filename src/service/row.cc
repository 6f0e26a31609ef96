#include "service/row.h"

#include <algorithm>
#include <cstring>

#include "core/hash.h"

namespace sekisho {

void RowBlock::Add(const EventView& event, const RecordRef& record, const Touches& touches) {
  std::string hash;
  std::string_view id = event.id;
  if (id.empty()) id = hash = PositionId(event);
  const size_t id_room = (id.size() + 7) / 8 * 8;
  const size_t bytes = sizeof(RowIdentity) + id_room + touches.bytes.size();
  std::byte* at = arena_.Allocate(bytes);
  const RowIdentity identity = {event.sequence, static_cast<uint32_t>(id.size()), touches.count};
  std::memcpy(at, &identity, sizeof identity);
  std::memcpy(at + sizeof identity, id.data(), id.size());
  std::copy(touches.bytes.begin(), touches.bytes.end(), at + sizeof identity + id_room);
  payload_bytes_ += bytes;

  Row row;
  row.time_ms = event.time_ms;
  row.offset = record.offset;
  row.length = record.length;
  row.source = record.source;
  row.payload = at;
  row.payload_bytes = static_cast<uint32_t>(bytes);
  rows_.push_back(row);
}

void RowBlock::AddCopy(const Row& row) {
  std::byte* at = arena_.Allocate(row.payload_bytes);
  std::memcpy(at, row.payload, row.payload_bytes);
  payload_bytes_ += row.payload_bytes;
  rows_.push_back(row);
  rows_.back().payload = at;
}

}  // namespace sekisho
