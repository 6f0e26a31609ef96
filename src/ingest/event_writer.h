// Events as lines of our own format (docs/events.md).
#pragma once

#include <string>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

// The fields that events bring, all of them: what a reader keeps whose events are written again.
FieldTable DeliveredFields();

// Appends one line of JSON (RFC 8259): id, time (RFC 3339, UTC), sequence, type, account, then the
// other fields in the order of the schema. Null and absent values are left out. `fields` is the
// table of the event.
void AppendEventLine(const EventView& event, const FieldTable& fields, std::string* out);

}  // namespace sekisho
