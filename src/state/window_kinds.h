// The kinds of windows behind state/window.h. Each begins with a ListHead (whose `flag` belongs to
// the owner of the window), is empty when all its bytes are zero, and is a view made for one visit.
// Expire(t) forgets what is outside the window at t; Add does so first; Judge(t) takes it as done.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/number.h"
#include "state/entry_list.h"
#include "state/window.h"

namespace sekisho {

// event_count: the stamps of the events in the window.
class CountWindow {
 public:
  static constexpr uint32_t kInline = 3;
  static size_t Bytes() { return EntryList<Stamp>::Bytes(kInline); }
  CountWindow(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec), list_(memory, kInline, &pools->blocks) {}

  void Add(Stamp stamp, const WindowInput&) {
    Expire(stamp.time_ms());
    list_.PushBack(stamp);
  }
  void Expire(int64_t time_ms);
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear() { list_.Clear(); }

 private:
  const WindowSpec& spec_;
  EntryList<Stamp> list_;
};

// value_count: one entry for each distinct value, in the order in which they were last seen.
class DistinctWindow {
 public:
  static constexpr uint32_t kInline = 2;
  // Above this many values a search through the list costs more than a DistinctSet.
  static constexpr uint32_t kListMax = 24;
  static size_t Bytes() { return EntryList<Entry>::Bytes(kInline); }
  DistinctWindow(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec), memory_(memory), pools_(pools) {}

  void Add(Stamp stamp, const WindowInput& input);
  // Add and Judge in one step, for a window as nearly all are: judged at each event, and with few
  // enough values to lie in its record. False: it is another one, and nothing was done.
  bool AddInline(Stamp stamp, uint64_t value, Judgement* judgement);
  void Expire(int64_t time_ms);
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear();

 private:
  ListHead& head() { return *reinterpret_cast<ListHead*>(memory_); }
  EntryList<Entry> list() { return {memory_, kInline, &pools_->blocks}; }
  DistinctSet& set() { return pools_->sets[head().block]; }
  void MoveToSet(EntryList<Entry> entries);

  const WindowSpec& spec_;
  std::byte* memory_;
  WindowPools* pools_;
};

// Without a list and its block: two entries, the oldest at `oldest`.
inline bool DistinctWindow::AddInline(Stamp stamp, uint64_t value, Judgement* judgement) {
  static_assert(kInline == 2);
  if (head().block != 0 || spec_.anchored) return false;
  Entry* const entries = reinterpret_cast<Entry*>(memory_ + sizeof(ListHead));
  const int64_t end = stamp.time_ms() - spec_.span_ms;
  uint32_t count = head().count;
  uint32_t oldest = head().first;
  for (; count > 0 && entries[oldest].stamp().time_ms() <= end; --count) oldest ^= 1;

  uint32_t at = oldest;
  if (count > 0 && entries[oldest ^ (count - 1)].value() == value) {
    at = oldest ^ (count - 1);  // the newest, again
  } else if (count < 2) {
    at = oldest ^ count++;
  } else if (entries[oldest].value() == value) {
    oldest ^= 1;  // it becomes the newest
  } else {
    return false;
  }
  entries[at] = Entry(stamp, value);
  head().first = oldest;
  head().count = count;
  judgement->value_micros = count * kMicro;
  judgement->holds = count >= spec_.lowest_count;
  return true;
}

// value_sum, value_avg, value_percentile: the numbers in the window, and their running sum.
class NumberWindow {
 public:
  static constexpr uint32_t kInline = 2;
  static size_t Bytes() { return EntryList<Entry>::Bytes(kInline) + sizeof(__int128); }
  NumberWindow(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec),
        list_(memory, kInline, &pools->blocks),
        sum_memory_(memory + EntryList<Entry>::Bytes(kInline)) {}

  void Add(Stamp stamp, const WindowInput& input);
  void Expire(int64_t time_ms);
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear();

 private:
  __int128 sum() const;
  void AddToSum(__int128 number);
  void DropOldest();
  int64_t Percentile();

  const WindowSpec& spec_;
  EntryList<Entry> list_;
  std::byte* sum_memory_;
};

// temporal: the newest match of each rule.
class TemporalWindow {
 public:
  static size_t Bytes(const WindowSpec& spec) {
    return sizeof(ListHead) + spec.inputs * sizeof(Stamp);
  }
  TemporalWindow(const WindowSpec& spec, std::byte* memory)
      : spec_(spec),
        head_(reinterpret_cast<ListHead*>(memory)),
        newest_(reinterpret_cast<Stamp*>(memory + sizeof(ListHead))) {}

  void Add(Stamp stamp, const WindowInput& input);
  void Expire(int64_t) {}
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear() { head_->block = 0; }

 private:
  bool Seen(uint32_t input, int64_t time_ms) const {
    return (head_->block >> input & 1) != 0 && newest_[input].time_ms() > time_ms - spec_.span_ms;
  }

  const WindowSpec& spec_;
  ListHead* head_;  // `block` has a bit for each rule that matched
  Stamp* newest_;
};

// temporal_ordered: for each length, the chain of matches that starts last. A chain of length n is
// n distinct events at rising positions that match the first n rules in order.
class OrderedWindow {
 public:
  static size_t Bytes(const WindowSpec& spec) {
    return sizeof(ListHead) + spec.inputs * (spec.inputs + 1u) / 2 * sizeof(Stamp);
  }
  OrderedWindow(const WindowSpec& spec, std::byte* memory)
      : spec_(spec),
        head_(reinterpret_cast<ListHead*>(memory)),
        stamps_(reinterpret_cast<Stamp*>(memory + sizeof(ListHead))) {}

  void Add(Stamp stamp, const WindowInput& input);
  void Expire(int64_t) {}
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear() { head_->block = 0; }

 private:
  // The stamps of the chain that ends at rule `last`.
  Stamp* Chain(uint32_t last) { return stamps_ + last * (last + 1) / 2; }
  bool Lives(uint32_t last, int64_t time_ms) {
    return (head_->block >> last & 1) != 0 && Chain(last)[0].time_ms() > time_ms - spec_.span_ms;
  }

  const WindowSpec& spec_;
  ListHead* head_;  // `block` has a bit for each chain
  Stamp* stamps_;
};

// ratio (semantics.md 18): the numerators and the denominators in the window.
class RatioWindow {
 public:
  static constexpr uint32_t kInline = 2;
  static size_t Bytes() { return 2 * EntryList<Stamp>::Bytes(kInline); }
  RatioWindow(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec),
        numerators_(memory, kInline, &pools->blocks),
        denominators_(memory + EntryList<Stamp>::Bytes(kInline), kInline, &pools->blocks) {}

  void Add(Stamp stamp, const WindowInput& input);
  void Expire(int64_t time_ms);
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear();

 private:
  // The denominators in (t - span, t - lag].
  uint32_t LaggedDenominators(int64_t time_ms);

  const WindowSpec& spec_;
  EntryList<Stamp> numerators_;
  EntryList<Stamp> denominators_;
};

// presence (semantics.md 19): the current run of activities. Of a long run the first and the newest
// half of limits::kEvidenceMax stamps are kept.
class PresenceWindow {
 public:
  static constexpr uint32_t kInline = 2;
  static size_t Bytes() { return EntryList<Stamp>::Bytes(kInline) + sizeof(Run); }
  PresenceWindow(const WindowSpec& spec, std::byte* memory, WindowPools* pools)
      : spec_(spec),
        list_(memory, kInline, &pools->blocks),
        run_(reinterpret_cast<Run*>(memory + EntryList<Stamp>::Bytes(kInline))) {}

  void Add(Stamp stamp, const WindowInput& input);
  void Expire(int64_t) {}
  Judgement Judge(int64_t time_ms);
  void CollectEvidence(int64_t time_ms, Evidence* evidence);
  bool Expired(int64_t time_ms);
  void Clear();
  Stamp start() { return list_[0]; }

 private:
  struct Run {
    uint32_t total;  // events of the run, kept or not
    uint32_t ended;  // the run is over; the next activity starts a new one
  };

  void Append(Stamp stamp);

  const WindowSpec& spec_;
  EntryList<Stamp> list_;
  Run* run_;
};

}  // namespace sekisho
