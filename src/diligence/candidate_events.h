// What a candidate file says as events (docs/events.md), so that the rules of the catalogue can
// compare it with the event log: the same payee, contact, delivery address or network address as an
// account there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diligence/candidate.h"

namespace sekisho {

// The ids of these events begin with this; what follows is the JSON pointer of the part.
inline constexpr std::string_view kCandidateEventPrefix = "candidate:";

// Lines of JSON about an account with the candidate's id, in no order. What a person says of
// himself holds from the beginning: all names, the contacts and the checks without a day of their
// own stand as registrations and verifications before everything else that is known of the account,
// the file and `first_ms`, the account's first event in the log, included. Contacts with a day are
// changes of the profile; a payout account without one is there at `as_of`. Meetings, shipments
// that were sent, passed checks of the identity and explanations stand at their time. Names of
// documents and their numbers are no part of it.
std::string CandidateEvents(const Candidate& candidate, std::optional<int64_t> first_ms);

// The claimed contact that events know by `key`, the value of their field email.key or phone.key
// (`field`); null when there is none. Pure.
const ContactClaim* ContactOfKey(const Candidate& candidate, std::string_view field,
                                 std::string_view key);

}  // namespace sekisho
