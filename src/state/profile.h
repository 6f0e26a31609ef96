// What an account did before: the facts that its own history gives to its next event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

// Which parts of a profile the loaded rules need, and the fields these read and write.
//
//   names     payout.holder_match: "same" when the holder of a payout account is the newest name
//             registered or changed to, or the newest name on a document; "unrelated" when it is
//             neither; absent while no name is known
//   sessions  profile.open_sessions: sessions started and not ended before this event (at most 16
//             are told apart; a session without an end counts as over after 7 days)
//   place     profile.previous_country, .previous_address, .seconds_since_previous: of the session
//             event before this one
//   hours     profile.active_hours: distinct clock hours (UTC) with session events before this
//             event, within the last 24 hours
//   work      profile.bids, .awards, .age_days: bids and awards before this event, whole days
//             since the account's first event
class ProfilePlan {
 public:
  // The plan for rules that read `fields`; interns the fields that the parts need. `names` of the
  // table tell which parts are used.
  static ProfilePlan Make(FieldTable* fields);

  bool used() const { return names_ || sessions_ || place_ || hours_ || work_; }
  // Must events of this type visit the profile, to give or to take?
  bool ConcernsType(std::string_view type) const;
  // Is `field` a fact that a profile sets?
  bool Sets(FieldId field) const;
  // The fields of an event that a visit reads.
  const std::vector<FieldId>& inputs() const { return inputs_; }
  // Bytes of the record of one account; a multiple of 8. All zeros is a new account.
  size_t bytes() const { return bytes_; }

  // Sets the facts of `event` from the record, then learns from the event. Events of one account
  // come in the order of their position.
  void Visit(std::byte* record, uint64_t seed, EventView* event) const;

 private:
  void VisitNames(std::byte* record, uint64_t seed, EventView* event) const;
  void VisitSessions(std::byte* record, uint64_t seed, EventView* event) const;
  void VisitPlace(std::byte* record, EventView* event) const;
  void VisitHours(std::byte* record, EventView* event) const;
  void VisitWork(std::byte* record, EventView* event) const;

  bool names_ = false;
  bool sessions_ = false;
  bool place_ = false;
  bool hours_ = false;
  bool work_ = false;
  size_t names_at_ = 0;
  size_t sessions_at_ = 0;
  size_t place_at_ = 0;
  size_t hours_at_ = 0;
  size_t work_at_ = 0;
  size_t bytes_ = 0;
  std::vector<FieldId> inputs_;
  // Inputs.
  FieldId name_key_ = kNoField;
  FieldId changed_name_key_ = kNoField;
  FieldId document_name_key_ = kNoField;
  FieldId holder_key_ = kNoField;
  FieldId session_ = kNoField;
  FieldId country_ = kNoField;
  FieldId address_ = kNoField;
  // Outputs; kNoField when no rule reads it.
  FieldId holder_match_ = kNoField;
  FieldId open_sessions_ = kNoField;
  FieldId previous_country_ = kNoField;
  FieldId previous_address_ = kNoField;
  FieldId seconds_since_previous_ = kNoField;
  FieldId active_hours_ = kNoField;
  FieldId bids_ = kNoField;
  FieldId awards_ = kNoField;
  FieldId age_days_ = kNoField;
};

}  // namespace sekisho
