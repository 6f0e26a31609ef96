#include "oracle/profile.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/time.h"
#include "oracle/profile_view.h"
#include "oracle/stream.h"

namespace sekisho::oracle {
namespace {

constexpr int64_t kSessionLifeMs = 7 * kDayMs;
constexpr size_t kSessionsMax = 16;

Events Select(const Events& events, auto test) {
  Events selected;
  std::copy_if(events.begin(), events.end(), std::back_inserter(selected), test);
  return selected;
}

bool IsSessionEvent(const EventView* event) { return event->type.starts_with("session."); }

// Registration and change are one stream of names: the newer of the two counts.
std::string_view NewestOwnName(const Profile& profile) {
  std::string_view newest;
  for (const EventView* e : profile.own) {
    const bool registered = e->type == "account.registration";
    if (!registered && e->type != "profile.change") continue;
    const Value& name = profile.Get(e, registered ? "name.key" : "changed.name_key");
    if (name.usable_as_key()) newest = name.text;
  }
  return newest;
}

void SetHolderMatch(const Profile& profile) {
  const Value& holder = profile.Get(profile.event, "payout.holder_key");
  if (profile.event->type != "payout.account" || !holder.usable_as_key()) return;
  const std::string_view own = NewestOwnName(profile);
  const std::string_view document = profile.Newest("document.submission", "document.name_key");
  if (own.empty() && document.empty()) return;
  const bool same = holder.text == own || holder.text == document;
  profile.SetText("payout.holder_match", same ? "same" : "unrelated");
}

void SetOpenSessions(const Profile& profile) {
  std::vector<std::pair<std::string, int64_t>> open;  // id and start, oldest start first
  for (const EventView* e : profile.own) {
    const auto id = KeyText(profile.Get(e, "session"));
    if (!id || (e->type != "session.start" && e->type != "session.end")) continue;
    std::erase_if(open, [&](const auto& s) {
      return s.first == *id || s.second <= e->time_ms - kSessionLifeMs;
    });
    if (e->type == "session.start") open.emplace_back(*id, e->time_ms);
    if (open.size() > kSessionsMax) open.erase(open.begin());
  }
  profile.SetNumber("profile.open_sessions", std::count_if(open.begin(), open.end(), [&](auto& s) {
                      return s.second > profile.event->time_ms - kSessionLifeMs;
                    }));
}

void SetPrevious(const Profile& profile) {
  const Events sessions = Select(profile.own, IsSessionEvent);
  if (sessions.empty()) return;
  const Value& country = profile.Get(sessions.back(), "country");
  const Value& address = profile.Get(sessions.back(), "network.address");
  if (country.usable_as_key()) profile.SetText("profile.previous_country", country.text);
  if (address.usable_as_key()) profile.SetText("profile.previous_address", address.text);
  profile.SetNumber("profile.seconds_since_previous",
                    (profile.event->time_ms - sessions.back()->time_ms) / kSecondMs);
}

void SetActiveHours(const Profile& profile) {
  std::set<int64_t> hours;
  for (const EventView* e : Select(profile.own, IsSessionEvent)) {
    if (e->time_ms > profile.event->time_ms - kDayMs) hours.insert(e->time_ms / kHourMs);
  }
  profile.SetNumber("profile.active_hours", static_cast<int64_t>(hours.size()));
}

void SetWork(const Profile& profile) {
  const auto count = [&](std::string_view type) {
    return std::count_if(profile.own.begin(), profile.own.end(),
                         [&](const EventView* e) { return e->type == type; });
  };
  profile.SetNumber("profile.bids", count("bid.submitted"));
  profile.SetNumber("profile.awards", count("award.granted"));
  const int64_t first_ms = profile.own.empty() ? profile.event->time_ms : profile.own[0]->time_ms;
  profile.SetNumber("profile.age_days", (profile.event->time_ms - first_ms) / kDayMs);
  const int64_t day = profile.event->time_ms / kDayMs;
  const auto bids_on = [&](int64_t wanted) {
    return std::count_if(profile.own.begin(), profile.own.end(), [&](const EventView* e) {
      return e->type == "bid.submitted" && e->time_ms / kDayMs == wanted;
    });
  };
  profile.SetNumber("profile.bids_today", bids_on(day));
  if (first_ms / kDayMs < day) profile.SetNumber("profile.bids_last_day", bids_on(day - 1));
  profile.SetText("profile.age_class", AgeClass(day - first_ms / kDayMs));
  if (profile.own.empty()) return;
  profile.SetNumber("profile.days_since_activity",
                    (profile.event->time_ms - profile.own.back()->time_ms) / kDayMs);
}

}  // namespace

std::span<const std::string_view> ProfileFields() {
  static constexpr std::string_view kFields[] = {
      // Read.
      "session", "country", "device", "check.result", "verification.kind", "field", "value",
      "amount", "currency",
      // Written.
      "payout.holder_match", "profile.open_sessions", "profile.previous_country",
      "profile.previous_address", "profile.seconds_since_previous", "profile.active_hours",
      "profile.bids", "profile.awards", "profile.age_days", "profile.days_since_activity",
      "profile.bids_today", "profile.bids_last_day", "profile.age_class", "profile.verified",
      "profile.days_since_verified", "profile.residence_country", "profile.new_device",
      "profile.new_address", "profile.document_holder", "profile.documents_seen", "author.match",
      "shipment.address_match", "transfer.percent_of_received", "profile.hours_difference",
      "profile.hours_match"};
  return kFields;
}

void SetProfileFacts(const FieldTable& fields, const Events& own, EventView* event) {
  const Profile profile = {fields, own, event};
  SetHolderMatch(profile);
  SetWork(profile);
  SetChecks(profile);
  SetKnown(profile);
  SetMoney(profile);
  SetRhythm(profile);
  if (!IsSessionEvent(event)) return;
  SetOpenSessions(profile);
  SetPrevious(profile);
  SetActiveHours(profile);
}

}  // namespace sekisho::oracle
