// Who keeps a payout account, by a directory of institutions.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// payout.class from {payout.kind, payout.identifier, beneficiary.type}: what the directory says of
// the institution behind a routing number, a Japanese account, an IBAN or a card goes before what
// the account looks like. A bank that lends its numbers to services (sponsor_bank) tells nothing:
// the class is then absent, not bank.
void LookUpPayoutClass(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                       EventView* event);

// payout.service_country from {payout.institution}.
void LookUpServiceCountry(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                          EventView* event);

}  // namespace sekisho
