// Devices and texts that a partner of an exchange has reported.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// device.shared from {device}, text.shared from {text}: is it on a list of shared artefacts that
// holds at the time of the event? Absent without such a list, and for texts too short to tell.
void LookUpSharedDevice(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event);
void LookUpSharedText(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                      EventView* event);

}  // namespace sekisho
