// Which of many address ranges hold an address.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lists/address.h"

namespace sekisho {

// Ranges that overlap are flattened when the table is built: the line of all addresses is cut
// wherever a range begins or ends, and each piece knows the values of all ranges above it. A
// look-up is then one search among sorted numbers, narrowed to a few by an index over the leading
// bits.
//
// Immutable once made; shared by all threads.
class RangeTable {
 public:
  struct Entry {
    AddressRange range;
    uint32_t value = 0;  // what the caller knows the range by
  };

  RangeTable() = default;
  // Any order. Among equal ranges the order given is kept.
  explicit RangeTable(std::vector<Entry> entries);

  // The values of the ranges that hold the address: longest prefix first, equal ranges in the order
  // given. Lives as long as the table.
  std::span<const uint32_t> Find(const Address& address) const;

  // Pieces of the flattened line, for statistics.
  size_t pieces() const { return v4_.size() + v6_.size(); }

 private:
  struct Wide {
    uint64_t high = 0;
    uint64_t low = 0;
    auto operator<=>(const Wide&) const = default;
  };
  class Flattener;

  std::span<const uint32_t> Stack(uint32_t number) const {
    return {values_.data() + stacks_[number], values_.data() + stacks_[number + 1]};
  }
  void BuildIndex();

  // Where each piece begins, rising, and the stack of values over it.
  std::vector<uint32_t> v4_;
  std::vector<uint32_t> v4_stack_;
  std::vector<Wide> v6_;
  std::vector<uint32_t> v6_stack_;
  // v4_index_[b] is the first piece that begins at b << shift or later.
  std::vector<uint32_t> v4_index_;
  uint32_t shift_ = 31;
  // Stack i is values_[stacks_[i] .. stacks_[i + 1]); stack 0 is empty.
  std::vector<uint32_t> stacks_ = {0, 0};
  std::vector<uint32_t> values_;
};

}  // namespace sekisho
