// Profile facts from scratch: what an account's earlier events say to its next one.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho::oracle {

// The fields that profile facts read and write.
std::span<const std::string_view> ProfileFields();

// Sets the profile facts of `event` from the earlier events of its account:
//   payout.holder_match    on payout.account, and profile.name_match on application.submitted and
//                          document.submission: the name there against the newest name registered
//                          or changed to, the newest on a document, and the own name before; absent
//                          while no name is known
//   on session events, from earlier session events:
//   profile.open_sessions  sessions started within the last 7 days and not ended; of more than 16,
//                          the 16 started last. A second start of a session replaces the first
//   profile.previous_country, .previous_address, .seconds_since_previous
//   profile.active_hours   distinct clock hours (UTC) within the last 24 hours
//   on every event:
//   profile.bids, .awards  so far;  profile.age_days  whole days since the first event
//   and the others as src/state/profile.h says
void SetProfileFacts(const FieldTable& fields, const std::vector<const EventView*>& own,
                     EventView* event);

}  // namespace sekisho::oracle
