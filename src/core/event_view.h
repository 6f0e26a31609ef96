// One event as the rules see it: its envelope and the values of the fields in a FieldTable.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/field.h"
#include "core/value.h"

namespace sekisho {

// Filled by a codec (ingest), completed by facts, read by rules, then cleared and filled again:
// one per thread, reused for every event. Not thread-safe.
//
// Values point into the bytes of the line, or into memory that Store() gave out; both stay valid
// until Clear().
class EventView {
 public:
  explicit EventView(size_t field_count)
      : values_(field_count), epochs_(field_count), set_(field_count) {}

  // Forgets every value and all stored bytes.
  void Clear();

  void Set(FieldId field, const Value& value) {
    if (epochs_[field] != epoch_) {
      epochs_[field] = epoch_;
      if (set_count_ == set_.size()) set_.resize(2 * set_count_ + 1);
      set_[set_count_++] = field;
    }
    values_[field] = value;
  }
  // The value; kind kAbsent when the event has none.
  const Value& Get(FieldId field) const {
    return epochs_[field] == epoch_ ? values_[field] : kAbsent;
  }
  // The fields that were set, in the order of their first Set.
  std::span<const FieldId> set_fields() const { return {set_.data(), set_count_}; }

  // Memory for values that do not stand in the line as they are (unescaped, computed).
  char* Allocate(size_t bytes);
  std::string_view Store(std::string_view text);
  std::span<Value> AllocateValues(size_t count);

  // The envelope, checked by ingest. `time_ms` is UTC milliseconds since 1970.
  int64_t time_ms = 0;
  int64_t sequence = 0;
  std::string_view id;  // empty when the event has none
  std::string_view type;
  // Index of `type` in AllTypes(); kNoType when it is none of ours, or not known.
  static constexpr uint16_t kNoType = 0xffff;
  uint16_t type_number = kNoType;
  // Other than 0: every event with this number, of the decoder that gave it out, has had exactly
  // the same fields set when it was handed out, none of them null or empty.
  uint32_t shape = 0;
  // The log source (semantics.md 27). Our own events and records that a mapping turned into one:
  // product "sekisho", category = the part of the type before the dot, no service.
  std::string_view product;
  std::string_view category;
  std::string_view service;
  // The log source of the foreign record, as its mapping names it (product "okta"); empty for our
  // own events. A rule sees an event when either source suits it. A foreign record that stands for
  // no event of ours has only this one, and an empty type.
  std::string_view foreign_product;
  std::string_view foreign_category;
  std::string_view foreign_service;
  // The whole line, so that fields that nobody reads are not lost; without what nobody may keep.
  std::string_view raw;
  // Of an event without id whose `raw` lacks something that tells events apart, such as a masked
  // number: a hash of the line as it came, 32 hexadecimal digits. Else empty.
  std::string_view line_hash;

 private:
  static constexpr size_t kBlockBytes = 16 << 10;

  static constexpr Value kAbsent = {};

  std::vector<Value> values_;
  std::vector<uint32_t> epochs_;  // by field: of which event the value is
  uint32_t epoch_ = 1;            // this event
  std::vector<FieldId> set_;      // the first set_count_
  size_t set_count_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;      // each kBlockBytes
  std::vector<std::unique_ptr<char[]>> big_blocks_;  // one allocation each
  size_t block_ = 0;                                 // the block in use
  size_t used_ = kBlockBytes;                        // bytes used of it
  std::vector<std::unique_ptr<Value[]>> lists_;
};

}  // namespace sekisho
