// Everything that rules can see, in order: events, link events, fires of anchored windows.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"
#include "oracle/event.h"
#include "oracle/oracle.h"

namespace sekisho::oracle {

// The position of an instance. Events and link events are numbered by `index`. The fire of an
// anchored window (`timer`) stands behind all of them, with the number of the window's first.
struct Order {
  int64_t time_ms = 0;
  bool timer = false;
  size_t index = 0;
  auto operator<=>(const Order&) const = default;
};

struct Instance {
  Order order;
  size_t event = 0;  // index into Stream::events: the event itself, or the one that caused it
  std::shared_ptr<EventView> view;
};

struct Stream {
  FieldTable fields;  // those of the rules, and all that facts, profiles and links read and write
  std::vector<Event> events;       // sorted, unique
  std::deque<Instance> instances;  // events and link events in order
  std::vector<Link> links;
  uint64_t duplicates = 0;
  uint64_t conflicts = 0;
};

// Sorts, removes duplicates, computes facts and profile facts, makes link events.
Stream MakeStream(const FieldTable& rule_fields, std::vector<Event> events);

// The text that a value has as a key, or nothing when it cannot be one.
std::optional<std::string> KeyText(const Value& value);

}  // namespace sekisho::oracle
