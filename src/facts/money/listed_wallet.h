// Wallets that authorities have named with their sanctions.
#pragma once

#include <span>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// payout.listed from {payout.kind, payout.identifier}, payer.listed from the same of the payer:
// does a list name exactly this wallet? Absent for accounts that are no wallets, and without a list
// that is not stale.
void LookUpListedWallet(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event);

}  // namespace sekisho
