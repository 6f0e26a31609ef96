#include "oracle/profile.h"

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <set>
#include <string>
#include <utility>

#include "core/hash.h"
#include "core/time.h"
#include "names/match.h"
#include "names/packed_name.h"
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

// What an account has been called before the event.
class NamesOf {
 public:
  bool none() const { return names_[kOwn].empty() && names_[kDocument].empty(); }
  bool has_own() const { return !names_[kOwn].empty(); }

  // Another writing of the name is no change.
  void Call(const std::string& name) {
    if (name.empty() || PackName(name) == names_[kOwn]) return;
    const std::string former = names_[kOwn];
    const bool former_cut = cut_.contains(kOwn);
    const bool changes = has_own() && Compare(kOwn, name) == "unrelated";
    Put(kOwn, PackName(name));
    if (!changes) return;
    Put(kFormer, former);
    if (former_cut) cut_.insert(kFormer);
  }

  void ShowDocument(const std::string& name) {
    const bool known = PackName(name) == names_[kDocument] && !cut_.contains(kDocument);
    if (!name.empty() && !known) Put(kDocument, PackName(name));
  }

  // Of the newest document, whose name may be kept in part.
  bool MayBeOnDocument(const std::string& name) const {
    return cut_.contains(kDocument) || Compare(kDocument, name) != "unrelated";
  }

  // The outcome of the best of the three; nothing when none is known.
  std::string Match(const std::string& name) const {
    if (Name(name).empty() || none()) return "";
    std::set<std::string_view> outcomes;
    for (const size_t place : {kOwn, kDocument}) outcomes.insert(Compare(place, name));
    for (const char* good : {"same", "variant", "declared"}) {
      if (outcomes.contains(good)) return good;
    }
    const std::string_view former = Compare(kFormer, name);
    if (former != "unrelated" && !former.empty()) return "declared";
    return cut_.empty() && !former.empty() && !outcomes.contains("") ? "unrelated" : "";
  }

 private:
  static constexpr size_t kOwn = 0, kDocument = 1, kFormer = 2;
  static constexpr size_t kBytesMax = 83;

  std::string_view Compare(size_t place, const std::string& name) const {
    const NameMatch match = MatchNames(UnpackName(names_[place]), name);
    return match.unknown_reading ? "" : NameOutcomeWord(match.outcome);
  }

  // Takes bytes off the longest names until all have room.
  void Put(size_t place, const std::string& name) {
    names_[place] = name;
    cut_.erase(place);
    for (size_t most = kBytesMax; Bytes() > kBytesMax; --most) {
      for (size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].size() <= most) continue;
        names_[i] = CutPackedName(names_[i], most);
        cut_.insert(i);
      }
    }
  }
  size_t Bytes() const { return names_[0].size() + names_[1].size() + names_[2].size(); }

  std::array<std::string, 3> names_;
  std::set<size_t> cut_;
};

// The field as a name; empty when it is none.
std::string NameIn(const Profile& profile, const EventView* e, std::string_view field) {
  const Value& value = profile.Get(e, field);
  const bool is_name = value.kind == ValueKind::kText && !Name(value.text).empty();
  return is_name ? std::string(value.text) : "";
}

void Learn(const Profile& profile, const EventView* e, NamesOf* names) {
  const auto text = [&](std::string_view field) { return NameIn(profile, e, field); };
  if (e->type == "account.registration") names->Call(text("name"));
  if (e->type == "application.submitted" && names->none()) names->Call(text("name"));
  if (e->type == "document.submission") names->ShowDocument(text("document.name"));
  if (e->type == "profile.change" && profile.Get(e, "field").text == "name") {
    if (!names->has_own()) names->Call(text("previous"));
    names->Call(text("value"));
  }
}

NamesOf KnownNames(const Profile& profile) {
  NamesOf names;
  for (const EventView* e : profile.own) Learn(profile, e, &names);
  return names;
}

// The holder is the key of the first of the names that may be one name.
void SetDocuments(const Profile& profile) {
  NamesOf names;
  std::string holder;
  int64_t seen = 0;
  const auto show = [&](const EventView* e) {
    const Value& key = profile.Get(e, "document.name_key");
    const std::string name = NameIn(profile, e, "document.name");
    const bool shows = e->type == "document.submission" && !name.empty() && key.usable_as_key();
    if (shows && (holder.empty() || !names.MayBeOnDocument(name))) holder = key.text;
    Learn(profile, e, &names);
  };
  for (const EventView* e : profile.own) {
    show(e);
    seen += e->type == "document.submission";
  }
  show(profile.event);
  profile.SetNumber("profile.documents_seen", seen);
  if (holder.empty()) return;
  char hash[17];
  std::snprintf(hash, sizeof hash, "%" PRIx64, HashBytes(holder, 0).low);
  profile.SetText("profile.document_holder", hash);
}

void SetNameMatches(const Profile& profile) {
  const std::string_view type = profile.event->type;
  const bool payee = type == "payout.account";
  if (!payee && type != "application.submitted" && type != "document.submission") return;
  const Value& name = profile.Get(profile.event, payee                           ? "payout.holder"
                                                 : type == "document.submission" ? "document.name"
                                                                                 : "name");
  if (name.kind != ValueKind::kText) return;
  std::string match = KnownNames(profile).Match(std::string(name.text));
  if (match.empty()) return;
  if (payee && match == "unrelated" &&
      profile.Get(profile.event, "payout.declared").usable_as_key()) {
    match = "declared";
  }
  profile.SetText(payee ? "payout.holder_match" : "profile.name_match", match);
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
      "amount", "currency", "name", "previous", "document.name", "payout.holder", "payout.declared",
      "latitude", "longitude", "accuracy_km", "network.latitude", "network.longitude",
      "network.accuracy_km", "network.relayed", "network.mobile",
      // Written.
      "profile.travel_km", "profile.travel_km_per_hour", "payout.holder_match",
      "profile.name_match", "profile.open_sessions", "profile.previous_country",
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
  SetNameMatches(profile);
  SetDocuments(profile);
  SetWork(profile);
  SetChecks(profile);
  SetKnown(profile);
  SetMoney(profile);
  SetRhythm(profile);
  SetTravel(profile);
  if (!IsSessionEvent(event)) return;
  SetOpenSessions(profile);
  SetPrevious(profile);
  SetActiveHours(profile);
}

}  // namespace sekisho::oracle
