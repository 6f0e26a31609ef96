// A fact: a field computed from one event, and from the lists that are loaded. Pure; no clock, no
// disk, no state.
#pragma once

#include <span>
#include <string_view>

#include "core/event_view.h"
#include "core/field.h"
#include "lists/list_part.h"

namespace sekisho {

class ListSession;

// A part of the lists that gives a fact a value: this one, or any where `value` is empty.
struct ListValue {
  ListPart part;
  std::string_view value;
};

struct Fact {
  std::string_view output;                   // the field it sets, e.g. "network.address"
  std::span<const std::string_view> inputs;  // the fields it reads, at most 4
  // Sets `output` on `event` from the inputs (numbers of the fields in the order of `inputs`), or
  // leaves it absent when they do not allow it. Values it makes go through event->Store().
  // Null for facts that only lists give.
  void (*compute)(std::span<const FieldId> inputs, FieldId output, EventView* event);
  // The same from the lists, behind `compute`; null for facts that need none. Not called without
  // lists: the field then stays absent, and who reads it is not evaluated.
  void (*look_up)(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                  EventView* event) = nullptr;
  // Of a fact that only lists give, or that is computed from such a one: one of these parts must be
  // there.
  std::span<const ListValue> lists = {};

  bool needs_list() const { return !lists.empty(); }
};

// Every fact of every topic, inputs before the facts that build on them.
std::span<const Fact> AllFacts();

}  // namespace sekisho
