// The two accounts of a two-account event (review, contract, referral, transfer) as one key.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// The two ids in byte order, joined by "|": the same text whichever account comes first.
std::string PairText(std::string_view a, std::string_view b);

// pair from {account, other_account, client}; other_account goes before client. Absent when one of
// the two is missing, and when both are the same account.
void ComputePair(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
