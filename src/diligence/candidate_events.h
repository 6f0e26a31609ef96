// What a candidate file says as events (docs/events.md), so that the rules of the catalogue can
// compare it with the event log: the same payee, contact, delivery address or network address as an
// account there.
#pragma once

#include <string>
#include <string_view>

#include "diligence/candidate.h"

namespace sekisho {

// The ids of these events begin with this; what follows is the JSON pointer of the part.
inline constexpr std::string_view kCandidateEventPrefix = "candidate:";

// One line of JSON for each contact, payout account, meeting and shipment, of an account with the
// candidate's id. What has no time of its own gets `as_of`. Names of documents and their numbers
// are no part of it.
std::string CandidateEvents(const Candidate& candidate);

}  // namespace sekisho
