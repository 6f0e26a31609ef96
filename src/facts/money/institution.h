// Who keeps a payout account, by a directory of institutions.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// payout.institution_kind from {payout.kind, payout.identifier}: what the directory says of the
// institution behind a routing number, a Japanese account, an IBAN, the code of a bank or a card.
void LookUpInstitutionKind(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                           EventView* event);

// payout.service_country from {payout.institution}.
void LookUpServiceCountry(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                          EventView* event);

}  // namespace sekisho
