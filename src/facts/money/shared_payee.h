// Payees that a partner of an exchange has reported.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// payout.shared from {payout.kind, payout.identifier, payout.institution}: is the payout account on
// a list of shared artefacts that holds at the time of the event? Absent without such a list.
void LookUpSharedPayee(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                       EventView* event);

}  // namespace sekisho
