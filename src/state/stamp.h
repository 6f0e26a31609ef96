// Which event, and when, in 12 bytes: what windows remember of an event.
#pragma once

#include <cstdint>

namespace sekisho {

// Number of an event in the order in which the engine consumes events; rises with the position.
// At most 2^48 events.
using EventRef = uint64_t;

// Time (44 bits of milliseconds since 1970) and reference (48 bits), packed because windows hold
// hundreds of millions of them.
class Stamp {
 public:
  Stamp() = default;
  Stamp(int64_t time_ms, EventRef ref)
      : words_{static_cast<uint32_t>(time_ms), static_cast<uint32_t>(ref),
               static_cast<uint32_t>(time_ms >> 32) | static_cast<uint32_t>(ref >> 32) << 16} {}

  int64_t time_ms() const {
    return static_cast<int64_t>(words_[0] | static_cast<uint64_t>(words_[2] & 0xffff) << 32);
  }
  bool operator==(const Stamp&) const = default;

  EventRef ref() const { return words_[1] | static_cast<uint64_t>(words_[2] >> 16) << 32; }

 private:
  uint32_t words_[3] = {0, 0, 0};
};
static_assert(sizeof(Stamp) == 12);

// A stamp and what the event brought: the hash of a distinct value, or a number in micros.
class Entry {
 public:
  Entry() = default;
  Entry(Stamp stamp, uint64_t value)
      : stamp_(stamp), value_{static_cast<uint32_t>(value), static_cast<uint32_t>(value >> 32)} {}

  const Stamp& stamp() const { return stamp_; }
  uint64_t value() const { return value_[0] | static_cast<uint64_t>(value_[1]) << 32; }

 private:
  Stamp stamp_;
  uint32_t value_[2] = {0, 0};
};
static_assert(sizeof(Entry) == 20);

}  // namespace sekisho
