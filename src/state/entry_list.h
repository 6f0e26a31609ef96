// The events of one window, oldest first: a ring that starts inside its record and moves to a block
// when it outgrows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "core/limits.h"
#include "state/block_pool.h"
#include "state/stamp.h"

namespace sekisho {

// Lies in a record, followed by room for `inline_capacity` items; all zeros is an empty list. The
// pool and the capacity are passed to each call because thousands of lists share them.
struct ListHead {
  BlockHandle block;
  uint32_t first : 12;
  uint32_t count : 13;
  uint32_t flag : 1;     // free for the owner
  uint32_t big : 1;      // `block` is the number of a DistinctSet, not of a block
  uint32_t dropped : 1;  // the list was full and lost items; see newest_dropped_ms
};
static_assert(sizeof(ListHead) == 8);

inline const Stamp& StampOf(const Stamp& stamp) { return stamp; }
inline const Stamp& StampOf(const Entry& entry) { return entry.stamp(); }

// Access to one list. `Item` is trivially copyable (Stamp, Entry).
template <typename Item>
class EntryList {
  static_assert(std::is_trivially_copyable_v<Item>);

 public:
  static constexpr size_t Bytes(uint32_t inline_capacity) {
    return sizeof(ListHead) + inline_capacity * sizeof(Item);
  }

  EntryList(std::byte* memory, uint32_t inline_capacity, BlockPool* pool)
      : head_(reinterpret_cast<ListHead*>(memory)), pool_(pool), inline_capacity_(inline_capacity) {
    if (head_->block == 0) {
      UseInline();
    } else {
      items_ = reinterpret_cast<Item*>(pool->At(head_->block));
      capacity_ = CapacityOf(head_->block);
    }
  }

  ListHead& head() { return *head_; }
  uint32_t size() const { return head_->count; }
  Item& operator[](uint32_t index) {
    const uint32_t at = head_->first + index;
    return items_[at < capacity_ ? at : at - capacity_];
  }

  // Appends; beyond limits::kWindowEntriesMax the oldest item goes and `dropped` is set.
  void PushBack(const Item& item) {
    if (head_->count == limits::kWindowEntriesMax) {
      const int64_t time_ms = StampOf((*this)[0]).time_ms();
      PopFront();
      head_->dropped = 1;
      std::memcpy(DroppedMemory(), &time_ms, sizeof time_ms);
    }
    if (head_->count == capacity_) Grow();
    const uint32_t count = head_->count;
    head_->count = count + 1;
    (*this)[count] = item;
  }

  // Removes the oldest `count` items.
  void PopFront(uint32_t count = 1) {
    const uint32_t next = head_->first + count;
    head_->first = next >= capacity_ ? next - capacity_ : next;
    head_->count = head_->count - count;
  }

  // Did the list lose an item from after `time_ms` because it was full?
  bool DroppedAfter(int64_t time_ms) {
    if (!head_->dropped) return false;
    int64_t newest_ms;
    std::memcpy(&newest_ms, DroppedMemory(), sizeof newest_ms);
    return newest_ms > time_ms;
  }

  // Removes the item at `index`, keeping the order. Cost: the items behind it.
  void Remove(uint32_t index) {
    for (uint32_t i = index; i + 1 < head_->count; ++i) (*this)[i] = (*this)[i + 1];
    head_->count = head_->count - 1;
  }

  void Clear() {
    pool_->Free(head_->block);
    head_->block = 0;
    head_->first = 0;
    head_->count = 0;
    head_->dropped = 0;
    UseInline();
  }

 private:
  void UseInline() {
    items_ = reinterpret_cast<Item*>(reinterpret_cast<std::byte*>(head_) + sizeof(ListHead));
    capacity_ = inline_capacity_;
  }
  // The end of the largest block, which has room behind its items.
  std::byte* DroppedMemory() {
    return pool_->At(head_->block) + BlockPool::BytesOf(head_->block) - sizeof(int64_t);
  }
  static uint32_t CapacityOf(BlockHandle block) {
    const size_t items = BlockPool::BytesOf(block) / sizeof(Item);
    return static_cast<uint32_t>(items < limits::kWindowEntriesMax ? items
                                                                   : limits::kWindowEntriesMax);
  }

  void Grow() {
    const BlockHandle bigger = pool_->Allocate((size_t{capacity_} + 1) * sizeof(Item));
    Item* items = reinterpret_cast<Item*>(pool_->At(bigger));
    for (uint32_t i = 0; i < head_->count; ++i) items[i] = (*this)[i];
    pool_->Free(head_->block);
    head_->block = bigger;
    head_->first = 0;
    items_ = items;
    capacity_ = CapacityOf(bigger);
  }

  ListHead* head_;
  BlockPool* pool_;
  uint32_t inline_capacity_;
  Item* items_;
  uint32_t capacity_;
};

}  // namespace sekisho
