#include "engine/shard_inputs.h"

#include <algorithm>
#include <tuple>

namespace sekisho {

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
      const Position position = {touches[i].time_ms, runs[run].first + touches[i].event, 0};
      add_derived_before(position);
      if (next == derived.size() || position < derived[next].position) {
        places_.push_back({touches[i].touch, run, i});
        ++i;
        continue;
      }
      // What the event brings by itself and what was derived of it: by record.
      const auto first = static_cast<ptrdiff_t>(places_.size());
      for (const uint32_t event = touches[i].event; i < touches.size() && touches[i].event == event;
           ++i) {
        places_.push_back({touches[i].touch, run, i});
      }
      for (; next < derived.size() && derived[next].position == position; ++next) {
        places_.push_back({derived[next].touch, kDerived, next});
      }
      std::stable_sort(places_.begin() + first, places_.end(), [](const Place& a, const Place& b) {
        return std::tie(a.touch->table, a.touch->key) < std::tie(b.touch->table, b.touch->key);
      });
    }
  }
  for (; next < derived.size(); ++next) {
    places_.push_back({derived[next].touch, kDerived, next});
  }
}

}  // namespace sekisho
