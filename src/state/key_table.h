// Records of fixed size found by key: the state of one grouping (accounts, addresses, pairs …).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/hash.h"
#include "state/pages.h"

namespace sekisho {

// Open addressing with linear probing over 8-byte slots {tag, record number}; the records live in
// chunks that never move, so a pointer stays good until the record is erased. A record starts with
// its key; the rest begins as zeros. Not thread-safe: one table per shard.
//
// A batch hides memory latency in steps before it asks for a record: PrefetchSlot for each key, a
// few keys later Guess and a prefetch of the record, and at last a comparison of its key.
class KeyTable {
 public:
  // `payload_bytes`: what a record holds beside its key.
  explicit KeyTable(size_t payload_bytes);
  KeyTable(KeyTable&&) = default;

  void PrefetchSlot(const Key& key) const { __builtin_prefetch(&slots_[Home(Tag(key))]); }
  // The number of a record that is the key's unless another key has the same tag; 0 = none known.
  // Reads no record.
  uint32_t Guess(const Key& key) const {
    const size_t mask = slot_count_ - 1;
    for (size_t at = Home(Tag(key)); slots_[at].record != 0; at = (at + 1) & mask) {
      if (slots_[at].tag == Tag(key)) return slots_[at].record;
    }
    return 0;
  }

  // The number of the record of `key`, made when it is new. Numbers start at 1.
  uint32_t FindOrInsert(const Key& key);
  // The number of the record of `key`, or 0.
  uint32_t Find(const Key& key) const;
  void Erase(uint32_t record);

  // The bytes of a record after its key, 16-byte aligned.
  std::byte* Payload(uint32_t record) const { return Address(record) + sizeof(Key); }
  const Key& KeyOf(uint32_t record) const { return *reinterpret_cast<const Key*>(Address(record)); }

  size_t size() const { return size_; }
  size_t payload_bytes() const { return record_bytes_ - sizeof(Key); }
  // True when the next insertion would double the slots: the time to erase expired records.
  bool full() const { return size_ + 1 > slot_count_ / 4 * 3; }
  // Bytes of slots and of records in use.
  size_t bytes_used() const { return slot_count_ * sizeof(Slot) + size_ * record_bytes_; }

  // Calls visit(record) for every record, in no promised order; `visit` may erase that record.
  template <typename Visitor>
  void ForEach(Visitor visit) {
    for (uint32_t record = 1; record <= made_; ++record) {
      if (live_[record]) visit(record);
    }
  }

 private:
  struct Slot {
    uint32_t tag = 0;
    uint32_t record = 0;  // 0 = empty
  };

  static uint32_t Tag(const Key& key) { return static_cast<uint32_t>(key.high); }
  // Where a tag belongs: the slots can move without a look at the records.
  size_t Home(uint32_t tag) const { return tag & (slot_count_ - 1); }
  std::byte* Address(uint32_t record) const {
    return chunks_[record >> chunk_shift_].get() +
           (record & ((1u << chunk_shift_) - 1)) * record_bytes_;
  }
  uint32_t NewRecord(const Key& key);
  void MakeSlots(size_t count);
  void Grow();
  void Place(const Slot& slot);

  size_t record_bytes_;
  uint32_t chunk_shift_ = 0;
  size_t slot_count_;  // a power of two, at most 2^32
  Pages slot_memory_;
  Slot* slots_;
  std::vector<Pages> chunks_;
  std::vector<bool> live_;
  std::vector<uint32_t> free_;
  uint32_t made_ = 0;
  size_t size_ = 0;
};

}  // namespace sekisho
