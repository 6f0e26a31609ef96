#include "engine/shard_inputs.h"

#include <algorithm>
#include <tuple>

namespace sekisho {
namespace {

// How many touches ahead memory is fetched: they were written by another thread.
constexpr size_t kTouchAhead = 16;

// The places of one event by record, stable. There are a handful: std::stable_sort would ask for
// memory each time.
void SortByRecord(std::span<MergedInputs::Place> places) {
  const auto before = [](const MergedInputs::Place& a, const MergedInputs::Place& b) {
    return std::tie(a.touch->table, a.touch->key) < std::tie(b.touch->table, b.touch->key);
  };
  for (size_t i = 1; i < places.size(); ++i) {
    const auto place = places.begin() + static_cast<ptrdiff_t>(i);
    std::rotate(std::upper_bound(places.begin(), place, *place, before), place, place + 1);
  }
}

}  // namespace

MergedInputs::MergedInputs(std::span<const RoutedRun> runs, std::span<const Message> derived,
                           std::vector<Place>* places)
    : runs_(runs), derived_(derived), places_(*places) {
  places_.clear();
  uint32_t next = 0;  // of `derived`
  const auto add_derived_before = [&](const Position& position) {
    for (; next < derived.size() && derived[next].position < position; ++next) {
      places_.push_back({derived[next].touch, kDerived, next});
    }
  };
  for (uint32_t run = 0; run < runs.size(); ++run) {
    const std::span<const RoutedTouch> touches = runs[run].touches;
    for (uint32_t i = 0; i < touches.size();) {
      if (i + kTouchAhead < touches.size()) __builtin_prefetch(touches[i + kTouchAhead].touch);
      const Position position = {touches[i].time_ms, runs[run].first + touches[i].event, 0};
      add_derived_before(position);
      if (next == derived.size() || position < derived[next].position) {
        places_.push_back({touches[i].touch, run, i});
        ++i;
        continue;
      }
      // What the event brings by itself and what was derived of it: by record.
      const size_t first = places_.size();
      for (const uint32_t event = touches[i].event; i < touches.size() && touches[i].event == event;
           ++i) {
        places_.push_back({touches[i].touch, run, i});
      }
      for (; next < derived.size() && derived[next].position == position; ++next) {
        places_.push_back({derived[next].touch, kDerived, next});
      }
      SortByRecord(std::span(places_).subspan(first));
    }
  }
  for (; next < derived.size(); ++next) {
    places_.push_back({derived[next].touch, kDerived, next});
  }
}

}  // namespace sekisho
