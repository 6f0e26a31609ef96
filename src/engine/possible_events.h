// What the events of an input can look like. Used by possible.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"
#include "engine/possible.h"
#include "lists/list_part.h"

namespace sekisho {

// An event of which some fields are known and others only to be there: `open`, by FieldId.
struct PossibleEvent {
  explicit PossibleEvent(const FieldTable& fields)
      : view(fields.size()), open(fields.size()), limited(fields.size()) {}

  bool Has(FieldId field) const {
    return field < open.size() && (open[field] || view.Get(field).present());
  }
  bool HasAny(std::string_view type) const { return type.empty() || view.type == type; }

  EventView view;
  std::vector<bool> open;
  std::vector<bool> limited;  // fields that are known because they only ever have this value
};

// Another event that is as this one.
PossibleEvent CopyOf(const PossibleEvent& event, const FieldTable& fields);

// The events of the input, those that the engine makes of them, with all facts. `fields` names
// every field of the schema, `lists` what the lists bring.
std::vector<PossibleEvent> AllPossibleEvents(const std::vector<KnownEvents>& events,
                                             const FieldTable& fields, const ListParts& lists);

// Is any of the group's pairs there?
bool HasSource(const std::vector<PossibleEvent>& events, const std::vector<HistorySource>& group,
               const FieldTable& fields);

}  // namespace sekisho
