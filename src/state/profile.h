// What an account did before: the facts that its own history gives to its next event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

class ProfilePart;

// The parts of a profile that the loaded rules need, one behind the other in one record for each
// account. A part takes no room unless a rule reads one of its facts. All facts are those of the
// earlier events of the account, unless it says otherwise.
//
//   names         payout.holder_match: the holder of a payout account against the newest name
//                 registered or changed to, the one before and the newest name on a document, as
//                 names/match.h compares them; the best counts. "declared" when only the former
//                 name is it, or when it is none and payout.declared says why. profile.name_match:
//                 the same for the name of an application and on a document. Both are absent while
//                 no name is known, and instead of "unrelated" when a known name was too long to be
//                 kept whole (the three have 83 bytes) or one may be an unknown reading of the
//                 other. A name of an application is learnt only when there is no other.
//                 profile.document_holder: a hash of the name on the newest document that shows
//                 one, with that of this event; it stays when the document before has this name, as
//                 the matcher finds, or may have it, for the same two reasons.
//                 profile.documents_seen: submissions before
//   sessions      profile.open_sessions: sessions started and not ended (at most 16 are told apart;
//                 a session without an end counts as over after 7 days)
//   place         profile.previous_country, .previous_address, .seconds_since_previous: of the
//                 previous session event
//   travel        profile.travel_km, .travel_km_per_hour: the great-circle distance from the last
//                 session event with a place, and what speed that takes; a minute at least counts
//                 as the time between. A place is coordinates (latitude, or network.latitude by a
//                 list) on an event with network.relayed and network.mobile "false". Absent when
//                 the radius of one is more than half of the distance: they may be one place
//   hours         profile.active_hours: distinct clock hours (UTC) with session events within the
//                 last 24 hours
//   work          profile.bids, .awards, .age_days: bids and awards, whole days since the first
//                 event
//   activity      profile.days_since_activity: whole days since the previous event
//   pace          profile.bids_today, .bids_last_day, .age_class: bids on this day (UTC) so far and
//                 on the last closed one, and how many days of the calendar the account has been
//                 there
//   verification  profile.verified, .days_since_verified: from verification.result of the kind
//                 identity and document.submission, with check.result "passed". What passed once
//                 stays so
//   residence     profile.residence_country: the country of the newest passed verification of the
//                 kind identity or address that names one; without one the newest that the person
//                 gave (registration, application, change of the profile). Two letters; anything
//                 else that the person gives makes it unknown
//   devices       profile.new_device: on events with `device`, whether it is none of the newest 8
//   addresses     profile.new_address: on events with `network.address`, whether it is none of the
//                 newest 16. Both are absent while none is known; shipments and exemptions do not
//                 count, as the device there is not in use
//   author        author.match: the commit's author.email_key and author.name_key against the
//                 newest 4 e-mail addresses and 4 names of the account (registration, application,
//                 change, names on documents). "same" when one is known; "unrelated" when one could
//                 be compared and none is known. Addresses that hide the author (noreply) count for
//                 nothing
//   delivery      shipment.address_match: shipment.address against the newest 4 addresses on
//                 documents and of the profile (core/postal_match.h). "same" when it is one of
//                 them, "different" when it contradicts each; absent otherwise and while none is
//                 known
//   money         transfer.percent_of_received: on transfer.sent, what was sent today and on the 6
//                 days before (UTC), this transfer included, as whole percent of what was received
//                 on these days in the same currency, at most 1,000,000,000. Received is the larger
//                 of milestone.paid and payout.payment, because these are two stages of the same
//                 money. Absent without receipts, and while a day was dropped because there were
//                 more than 10 different (day, currency)
//   rhythm        profile.hours_difference, .hours_match: see profile_rhythm.cc
class ProfilePlan {
 public:
  struct Range {
    size_t begin = 0;
    size_t end = 0;
  };
  // What events of one type do with a profile.
  struct Course {
    std::vector<uint16_t> parts;  // of the plan, in the order of the visit
    std::vector<Range> ranges;    // of the record, where these parts are
    std::vector<FieldId> inputs;  // the fields of the event that they read
  };

  // The plan for rules that read `fields`; interns the fields that the parts need. `names` of the
  // table tell which parts are used; those of `unread` are there, but nobody reads them.
  static ProfilePlan Make(FieldTable* fields, const std::set<FieldId>& unread = {});

  bool used() const { return !parts_.empty(); }
  // Must events of this type visit the profile, because it learns from them?
  bool ConcernsType(std::string_view type) const;
  // Is `field` a fact that a profile sets?
  bool Sets(FieldId field) const;
  // The parts that matter to an event of `type` of which the fields `reads` are read later: those
  // that learn from it, and those that set one of these fields or an input of another part.
  Course PlanCourse(std::string_view type, std::vector<FieldId> reads) const;
  // Bytes of the record of one account; a multiple of 8. All zeros is a new account.
  size_t bytes() const { return bytes_; }

  // Sets the facts of `event` from the record, then learns from the event. Events of one account
  // come in the order of their position. `course` is that of the event's type.
  void Visit(const Course& course, std::byte* record, uint64_t seed, EventView* event) const;

 private:
  struct Placed {
    std::shared_ptr<const ProfilePart> part;
    size_t at = 0;  // within the record
    std::vector<FieldId> inputs;
    std::vector<FieldId> outputs;
  };

  std::vector<Placed> parts_;
  std::vector<FieldId> outputs_;
  size_t bytes_ = 0;
};

}  // namespace sekisho
