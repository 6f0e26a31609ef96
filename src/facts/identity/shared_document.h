// Documents that a partner of an exchange has reported.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// document.shared from {document.issuer, document.type, document.number}: is the document on a list
// of shared artefacts that holds at the time of the event? Absent without such a list and without a
// readable number: a number that somebody hashed with a key of his own cannot be compared.
void LookUpSharedDocument(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                          EventView* event);

}  // namespace sekisho
