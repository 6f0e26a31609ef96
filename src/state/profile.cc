#include "state/profile.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/hash.h"
#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kSessionLifeMs = 7 * kDayMs;
constexpr size_t kSessionsMax = 16;

// A hash that is never 0, so that 0 can mean "none".
uint64_t Fingerprint(std::string_view text, uint64_t seed) {
  const uint64_t hash = HashBytes(text, seed).low;
  return hash == 0 ? 1 : hash;
}

bool IsSessionEvent(std::string_view type) { return type.starts_with("session."); }

void SetNumber(FieldId field, int64_t number, EventView* event) {
  if (field != kNoField) {
    event->Set(field, Value::Number(event->Store(std::to_string(number))));
  }
}

struct Names {
  uint64_t own;       // newest name registered or changed to
  uint64_t document;  // newest name on a document
};

struct Session {
  uint64_t id;
  int64_t started_ms;
};
struct Sessions {
  uint64_t count;
  Session open[kSessionsMax];  // oldest first
};

struct Place {
  int64_t time_ms;
  uint8_t seen;
  uint8_t country_bytes;
  uint8_t address_bytes;
  char country[13];
  char address[48];  // longer than any address as text
};

// The last 24 hours touch at most 25 clock hours, so hour mod 25 tells them apart.
struct Hours {
  static constexpr int64_t kSlots = 25;
  int64_t newest_ms[kSlots];  // newest activity of that hour, plus one; 0 = none
};

struct Work {
  int64_t first_ms;
  uint32_t seen;
  uint32_t bids;
  uint64_t awards;
};

template <typename Part>
Part* At(std::byte* record, size_t offset) {
  return reinterpret_cast<Part*>(record + offset);
}

}  // namespace

ProfilePlan ProfilePlan::Make(FieldTable* fields) {
  ProfilePlan plan;
  plan.holder_match_ = fields->Find("payout.holder_match");
  plan.open_sessions_ = fields->Find("profile.open_sessions");
  plan.previous_country_ = fields->Find("profile.previous_country");
  plan.previous_address_ = fields->Find("profile.previous_address");
  plan.seconds_since_previous_ = fields->Find("profile.seconds_since_previous");
  plan.active_hours_ = fields->Find("profile.active_hours");
  plan.bids_ = fields->Find("profile.bids");
  plan.awards_ = fields->Find("profile.awards");
  plan.age_days_ = fields->Find("profile.age_days");

  const auto input = [&](std::string_view name) {
    plan.inputs_.push_back(fields->Intern(name));
    return plan.inputs_.back();
  };
  const auto room = [&](size_t bytes) {
    plan.bytes_ += bytes;
    return plan.bytes_ - bytes;
  };
  if (plan.holder_match_ != kNoField) {
    plan.names_ = true;
    plan.names_at_ = room(sizeof(Names));
    plan.name_key_ = input("name.key");
    plan.changed_name_key_ = input("changed.name_key");
    plan.document_name_key_ = input("document.name_key");
    plan.holder_key_ = input("payout.holder_key");
  }
  if (plan.open_sessions_ != kNoField) {
    plan.sessions_ = true;
    plan.sessions_at_ = room(sizeof(Sessions));
    plan.session_ = input("session");
  }
  if (plan.previous_country_ != kNoField || plan.previous_address_ != kNoField ||
      plan.seconds_since_previous_ != kNoField) {
    plan.place_ = true;
    plan.place_at_ = room(sizeof(Place));
    plan.country_ = input("country");
    plan.address_ = input("network.address");
  }
  if (plan.active_hours_ != kNoField) {
    plan.hours_ = true;
    plan.hours_at_ = room(sizeof(Hours));
  }
  if (plan.bids_ != kNoField || plan.awards_ != kNoField || plan.age_days_ != kNoField) {
    plan.work_ = true;
    plan.work_at_ = room(sizeof(Work));
  }
  return plan;
}

bool ProfilePlan::ConcernsType(std::string_view type) const {
  if (work_) return true;  // the age of an account starts with its first event, whatever it is
  if (names_ && (type == "account.registration" || type == "profile.change" ||
                 type == "document.submission" || type == "payout.account")) {
    return true;
  }
  return (sessions_ || place_ || hours_) && IsSessionEvent(type);
}

bool ProfilePlan::Sets(FieldId field) const {
  if (field == kNoField) return false;
  const FieldId outputs[] = {
      holder_match_, open_sessions_, previous_country_, previous_address_, seconds_since_previous_,
      active_hours_, bids_,          awards_,           age_days_};
  return std::find(std::begin(outputs), std::end(outputs), field) != std::end(outputs);
}

void ProfilePlan::Visit(std::byte* record, uint64_t seed, EventView* event) const {
  if (names_) VisitNames(record + names_at_, seed, event);
  if (sessions_) VisitSessions(record + sessions_at_, seed, event);
  if (place_) VisitPlace(record + place_at_, event);
  if (hours_) VisitHours(record + hours_at_, event);
  if (work_) VisitWork(record + work_at_, event);
}

void ProfilePlan::VisitNames(std::byte* record, uint64_t seed, EventView* event) const {
  Names* names = At<Names>(record, 0);
  const auto fingerprint = [&](FieldId field) -> uint64_t {
    const Value& value = event->Get(field);
    return value.usable_as_key() ? Fingerprint(value.text, seed) : 0;
  };
  if (event->type == "payout.account") {
    const uint64_t holder = fingerprint(holder_key_);
    if (holder != 0 && (names->own != 0 || names->document != 0)) {
      const bool same = holder == names->own || holder == names->document;
      event->Set(holder_match_, Value::Text(same ? "same" : "unrelated"));
    }
  } else if (event->type == "account.registration") {
    if (const uint64_t name = fingerprint(name_key_)) names->own = name;
  } else if (event->type == "profile.change") {
    if (const uint64_t name = fingerprint(changed_name_key_)) names->own = name;
  } else if (event->type == "document.submission") {
    if (const uint64_t name = fingerprint(document_name_key_)) names->document = name;
  }
}

void ProfilePlan::VisitSessions(std::byte* record, uint64_t seed, EventView* event) const {
  if (!IsSessionEvent(event->type)) return;
  Sessions* sessions = At<Sessions>(record, 0);
  Session* const begin = sessions->open;
  Session* end = std::remove_if(begin, begin + sessions->count, [&](const Session& session) {
    return session.started_ms <= event->time_ms - kSessionLifeMs;
  });
  SetNumber(open_sessions_, end - begin, event);

  const Value& id = event->Get(session_);
  if (id.usable_as_key() && (event->type == "session.start" || event->type == "session.end")) {
    const uint64_t fingerprint = Fingerprint(
        id.kind == ValueKind::kNumber ? CanonicalNumber(id.text) : std::string(id.text), seed);
    end = std::remove_if(begin, end, [&](const Session& s) { return s.id == fingerprint; });
    if (event->type == "session.start") {
      if (end == begin + kSessionsMax) end = std::move(begin + 1, end, begin);
      *end++ = {fingerprint, event->time_ms};
    }
  }
  sessions->count = static_cast<uint64_t>(end - begin);
}

void ProfilePlan::VisitPlace(std::byte* record, EventView* event) const {
  if (!IsSessionEvent(event->type)) return;
  Place* place = At<Place>(record, 0);
  if (place->seen != 0) {
    if (previous_country_ != kNoField && place->country_bytes > 0) {
      event->Set(previous_country_,
                 Value::Text(event->Store({place->country, place->country_bytes})));
    }
    if (previous_address_ != kNoField && place->address_bytes > 0) {
      event->Set(previous_address_,
                 Value::Text(event->Store({place->address, place->address_bytes})));
    }
    SetNumber(seconds_since_previous_, (event->time_ms - place->time_ms) / kSecondMs, event);
  }
  const auto keep = [&](FieldId field, char* text, size_t room) {
    const std::string_view value = event->Get(field).text.substr(0, room);
    return static_cast<uint8_t>(value.copy(text, value.size()));
  };
  place->country_bytes = keep(country_, place->country, sizeof place->country);
  place->address_bytes = keep(address_, place->address, sizeof place->address);
  place->time_ms = event->time_ms;
  place->seen = 1;
}

void ProfilePlan::VisitHours(std::byte* record, EventView* event) const {
  if (!IsSessionEvent(event->type)) return;
  Hours* hours = At<Hours>(record, 0);
  const int64_t since_ms = event->time_ms - kDayMs;
  int64_t active = 0;
  for (const int64_t newest_ms : hours->newest_ms) {
    active += newest_ms != 0 && newest_ms - 1 > since_ms;
  }
  SetNumber(active_hours_, active, event);
  hours->newest_ms[event->time_ms / kHourMs % Hours::kSlots] = event->time_ms + 1;
}

void ProfilePlan::VisitWork(std::byte* record, EventView* event) const {
  Work* work = At<Work>(record, 0);
  if (work->seen == 0) {
    work->first_ms = event->time_ms;
    work->seen = 1;
  }
  SetNumber(bids_, work->bids, event);
  SetNumber(awards_, static_cast<int64_t>(work->awards), event);
  SetNumber(age_days_, (event->time_ms - work->first_ms) / kDayMs, event);
  if (event->type == "bid.submitted") ++work->bids;
  if (event->type == "award.granted") ++work->awards;
}

}  // namespace sekisho
