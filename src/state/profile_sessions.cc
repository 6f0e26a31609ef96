// What a profile knows of sessions: profile.open_sessions, .previous_…, .active_hours.
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

constexpr int64_t kSessionLifeMs = 7 * kDayMs;
constexpr size_t kSessionsMax = 16;

struct Session {
  uint64_t id;
  int64_t started_ms;
};
struct Sessions {
  uint64_t count;
  Session open[kSessionsMax];  // oldest first
};

class OpenSessionsPart final : public PartWith<Sessions> {
 public:
  OpenSessionsPart(FieldId open_sessions, ProfileFields* fields)
      : open_sessions_(open_sessions), session_(fields->Input("session")) {}

  bool LearnsFrom(std::string_view type) const override { return IsSessionEvent(type); }

 private:
  void VisitState(Sessions* sessions, uint64_t seed, EventView* event) const override {
    if (!IsSessionEvent(event->type)) return;
    Session* const begin = sessions->open;
    Session* end = std::remove_if(begin, begin + sessions->count, [&](const Session& session) {
      return session.started_ms <= event->time_ms - kSessionLifeMs;
    });
    SetNumber(open_sessions_, end - begin, event);

    const uint64_t id = Fingerprint(event->Get(session_), seed);
    if (id != 0 && (event->type == "session.start" || event->type == "session.end")) {
      end = std::remove_if(begin, end, [id](const Session& session) { return session.id == id; });
      if (event->type == "session.start") {
        if (end == begin + kSessionsMax) end = std::move(begin + 1, end, begin);
        *end++ = {id, event->time_ms};
      }
    }
    sessions->count = static_cast<uint64_t>(end - begin);
  }

  const FieldId open_sessions_;
  const FieldId session_;
};

struct Place {
  int64_t time_ms;
  uint8_t seen;
  uint8_t country_bytes;
  uint8_t address_bytes;
  char country[13];
  char address[48];  // longer than any address as text
};

class PlacePart final : public PartWith<Place> {
 public:
  PlacePart(FieldId previous_country, FieldId previous_address, FieldId seconds_since_previous,
            ProfileFields* fields)
      : previous_country_(previous_country),
        previous_address_(previous_address),
        seconds_since_previous_(seconds_since_previous),
        country_(fields->Input("country")),
        address_(fields->Input("network.address")) {}

  bool LearnsFrom(std::string_view type) const override { return IsSessionEvent(type); }

 private:
  void VisitState(Place* place, uint64_t, EventView* event) const override {
    if (!IsSessionEvent(event->type)) return;
    if (place->seen != 0) {
      if (previous_country_ != kNoField && place->country_bytes > 0) {
        SetText(previous_country_, event->Store({place->country, place->country_bytes}), event);
      }
      if (previous_address_ != kNoField && place->address_bytes > 0) {
        SetText(previous_address_, event->Store({place->address, place->address_bytes}), event);
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

  const FieldId previous_country_;
  const FieldId previous_address_;
  const FieldId seconds_since_previous_;
  const FieldId country_;
  const FieldId address_;
};

// The last 24 hours touch at most 25 clock hours, so hour mod 25 tells them apart.
struct ActiveHours {
  static constexpr int64_t kSlots = 25;
  int32_t newest_hour;  // of the newest activity, since 1970, plus one; 0 = none
  uint32_t
      in_hour[kSlots];  // milliseconds of the newest activity into that hour, plus one; 0 = none
};

class ActiveHoursPart final : public PartWith<ActiveHours> {
 public:
  explicit ActiveHoursPart(FieldId active_hours) : active_hours_(active_hours) {}

  bool LearnsFrom(std::string_view type) const override { return IsSessionEvent(type); }

 private:
  // Hours before 1970 may be asked for.
  static size_t SlotOf(int32_t hour) {
    return static_cast<size_t>((hour + ActiveHours::kSlots) % ActiveHours::kSlots);
  }

  void VisitState(ActiveHours* hours, uint64_t, EventView* event) const override {
    if (!IsSessionEvent(event->type)) return;
    const auto hour = static_cast<int32_t>(event->time_ms / kHourMs + 1);
    const auto in_hour = static_cast<uint32_t>(event->time_ms % kHourMs + 1);
    for (int32_t i = 0; i < ActiveHours::kSlots && hours->newest_hour + i < hour; ++i) {
      hours->in_hour[SlotOf(hour - i)] = 0;
    }
    hours->newest_hour = hour;
    // The slot behind this hour's is that of the hour 24 hours ago, of which a part counts.
    const uint32_t partly = hours->in_hour[SlotOf(hour + 1)];
    int64_t active = int64_t{partly > in_hour} - int64_t{partly != 0};
    for (const uint32_t newest : hours->in_hour) active += newest != 0;
    SetNumber(active_hours_, active, event);
    hours->in_hour[SlotOf(hour)] = in_hour;
  }

  const FieldId active_hours_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeOpenSessionsPart(ProfileFields* fields) {
  const FieldId open_sessions = fields->Output("profile.open_sessions");
  if (open_sessions == kNoField) return nullptr;
  return std::make_unique<OpenSessionsPart>(open_sessions, fields);
}

std::unique_ptr<ProfilePart> MakePlacePart(ProfileFields* fields) {
  const FieldId country = fields->Output("profile.previous_country");
  const FieldId address = fields->Output("profile.previous_address");
  const FieldId seconds = fields->Output("profile.seconds_since_previous");
  if (country == kNoField && address == kNoField && seconds == kNoField) return nullptr;
  return std::make_unique<PlacePart>(country, address, seconds, fields);
}

std::unique_ptr<ProfilePart> MakeActiveHoursPart(ProfileFields* fields) {
  const FieldId active_hours = fields->Output("profile.active_hours");
  if (active_hours == kNoField) return nullptr;
  return std::make_unique<ActiveHoursPart>(active_hours);
}

}  // namespace sekisho
