// A fact: a field computed from one event alone. Pure; no clock, no disk, no state.
#pragma once

#include <span>
#include <string_view>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

struct Fact {
  std::string_view output;                   // the field it sets, e.g. "network.address"
  std::span<const std::string_view> inputs;  // the fields it reads, at most 4
  // Sets `output` on `event` from the inputs (numbers of the fields in the order of `inputs`), or
  // leaves it absent when they do not allow it. Values it makes go through event->Store().
  void (*compute)(std::span<const FieldId> inputs, FieldId output, EventView* event);
};

// Every fact of every topic, inputs before the facts that build on them.
std::span<const Fact> AllFacts();

}  // namespace sekisho
