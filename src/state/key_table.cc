#include "state/key_table.h"

#include <cstring>
#include <utility>

#include "core/cache_line.h"

namespace sekisho {
namespace {

constexpr size_t kSlotsMin = 64;
constexpr size_t kChunkBytes = 1 << 20;

// Records above half a line start at a line, so that the common ones touch as few as possible.
size_t RecordBytes(size_t payload_bytes) {
  const size_t bytes = sizeof(Key) + payload_bytes;
  const size_t unit = bytes > kCacheLineBytes ? kCacheLineBytes / 2 : 16;
  return (bytes + unit - 1) / unit * unit;
}

}  // namespace

KeyTable::KeyTable(size_t payload_bytes) : record_bytes_(RecordBytes(payload_bytes)), live_(1) {
  MakeSlots(kSlotsMin);
  while ((record_bytes_ << (chunk_shift_ + 1)) <= kChunkBytes) ++chunk_shift_;
}

uint32_t KeyTable::Find(const Key& key) const {
  const size_t mask = slot_count_ - 1;
  const uint32_t tag = Tag(key);
  for (size_t at = Home(tag);; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.record == 0) return 0;
    if (slot.tag == tag && KeyOf(slot.record) == key) return slot.record;
  }
}

uint32_t KeyTable::FindOrInsert(const Key& key) {
  if (const uint32_t found = Find(key)) return found;
  if (full()) Grow();
  const uint32_t record = NewRecord(key);
  Place({Tag(key), record});
  ++size_;
  return record;
}

void KeyTable::Erase(uint32_t record) {
  const size_t mask = slot_count_ - 1;
  size_t hole = Home(Tag(KeyOf(record)));
  while (slots_[hole].record != record) hole = (hole + 1) & mask;
  // Close the gap: move back every later slot of the run whose home is not behind the hole.
  for (size_t at = (hole + 1) & mask; slots_[at].record != 0; at = (at + 1) & mask) {
    const size_t home = Home(slots_[at].tag);
    if (((at - home) & mask) < ((at - hole) & mask)) continue;
    slots_[hole] = slots_[at];
    hole = at;
  }
  slots_[hole] = Slot();
  live_[record] = false;
  free_.push_back(record);
  --size_;
}

uint32_t KeyTable::NewRecord(const Key& key) {
  uint32_t record;
  bool is_zero = false;  // as the mapping of a new chunk is; what nobody writes takes no memory
  if (!free_.empty()) {
    record = free_.back();
    free_.pop_back();
    live_[record] = true;
  } else {
    is_zero = true;
    record = ++made_;
    live_.push_back(true);
    // Numbers start at 1, so the first chunk of records that have one each stays unused.
    while (record >> chunk_shift_ >= chunks_.size()) {
      chunks_.push_back(AllocatePages(record_bytes_ << chunk_shift_));
    }
  }
  std::byte* address = Address(record);
  std::memcpy(address, &key, sizeof key);
  if (!is_zero) std::memset(address + sizeof key, 0, record_bytes_ - sizeof key);
  return record;
}

void KeyTable::MakeSlots(size_t count) {
  const size_t bytes = count * sizeof(Slot);
  slot_memory_ = AllocatePages(bytes);
  std::memset(slot_memory_.get(), 0, bytes);
  slots_ = reinterpret_cast<Slot*>(slot_memory_.get());
  slot_count_ = count;
}

void KeyTable::Grow() {
  const size_t old_count = slot_count_;
  const Slot* old = slots_;
  const Pages old_memory = std::move(slot_memory_);
  MakeSlots(old_count * 2);
  for (size_t i = 0; i < old_count; ++i) {
    if (old[i].record != 0) Place(old[i]);
  }
}

void KeyTable::Place(const Slot& slot) {
  const size_t mask = slot_count_ - 1;
  size_t at = Home(slot.tag);
  while (slots_[at].record != 0) at = (at + 1) & mask;
  slots_[at] = slot;
}

}  // namespace sekisho
