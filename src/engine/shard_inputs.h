// What a shard works through in one round, in order; nobody but Shard includes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/message.h"
#include "engine/routed.h"

namespace sekisho {

// Are both touches for one record?
inline bool SameRecord(const Touch& a, const Touch& b) {
  return a.table == b.table && a.key == b.key;
}

// Messages as the inputs of a round.
class MessageInputs {
 public:
  explicit MessageInputs(std::span<const Message> messages) : messages_(messages) {}
  size_t size() const { return messages_.size(); }
  const Touch& touch(size_t i) const { return *messages_[i].touch; }
  const Message& operator[](size_t i) const { return messages_[i]; }
  // Are two inputs that follow one another of one event and for one record?
  bool Same(size_t i, size_t next) const {
    return messages_[i].position == messages_[next].position && SameRecord(touch(i), touch(next));
  }

 private:
  std::span<const Message> messages_;
};

inline Message MessageOf(const RoutedTouch& routed, EventRef first) {
  const EventRef event = first + routed.event;
  return {{routed.time_ms, event, 0}, event, routed.touch};
}

// Touches of a run of events.
class RoutedInputs {
 public:
  RoutedInputs(std::span<const RoutedTouch> touches, EventRef first)
      : touches_(touches), first_(first) {}
  size_t size() const { return touches_.size(); }
  const Touch& touch(size_t i) const { return *touches_[i].touch; }
  Message operator[](size_t i) const { return MessageOf(touches_[i], first_); }
  bool Same(size_t i, size_t next) const {
    return touches_[i].event == touches_[next].event && SameRecord(touch(i), touch(next));
  }

 private:
  std::span<const RoutedTouch> touches_;
  EventRef first_;
};

// Touches of runs of events, and messages among them.
class MergedInputs {
 public:
  // Where an input is.
  struct Place {
    const Touch* touch;
    uint32_t list;  // index of a run, or kDerived
    uint32_t index;
  };

  // Both in order; `places` is filled, for as long as the inputs are used.
  MergedInputs(std::span<const RoutedRun> runs, std::span<const Message> derived,
               std::vector<Place>* places);
  size_t size() const { return places_.size(); }
  const Touch& touch(size_t i) const { return *places_[i].touch; }
  Message operator[](size_t i) const {
    const Place& place = places_[i];
    if (place.list == kDerived) return derived_[place.index];
    return MessageOf(runs_[place.list].touches[place.index], runs_[place.list].first);
  }
  bool Same(size_t i, size_t next) const {
    return SameRecord(touch(i), touch(next)) && (*this)[i].position == (*this)[next].position;
  }

 private:
  static constexpr uint32_t kDerived = 0xffff'ffff;

  std::span<const RoutedRun> runs_;
  std::span<const Message> derived_;
  std::vector<Place>& places_;
};

}  // namespace sekisho
