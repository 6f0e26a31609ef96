// Disposable mail: services that give everybody an address for a few minutes.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// email.disposable from {email}: does a list name the host of the address or a domain above it?
// Absent for what is no address, and when no list of such domains is there or all are stale.
void LookUpDisposable(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                      EventView* event);

}  // namespace sekisho
