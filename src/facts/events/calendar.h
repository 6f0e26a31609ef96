// The hour and the day of an event, for counts of distinct hours and days.
#pragma once

#include <span>

#include "core/event_view.h"

namespace sekisho {

// time.hour: whole hours since 1970-01-01T00:00Z, as a number.
void ComputeHour(std::span<const FieldId> inputs, FieldId output, EventView* event);
// time.day: whole UTC days since 1970-01-01, as a number.
void ComputeDay(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
