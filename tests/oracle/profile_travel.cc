// How far and how fast an account moved, from all its earlier session events.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <optional>
#include <string>

#include "core/time.h"
#include "oracle/profile_view.h"

namespace sekisho::oracle {
namespace {

struct Spot {
  long double north = 0;  // degrees
  long double east = 0;
  int64_t radius_km = 100;
  int64_t time_ms = 0;
};

std::optional<long double> Degrees(const Value& value, long double limit) {
  const std::string text(value.text);
  char* end = nullptr;
  const long double read = std::strtold(text.c_str(), &end);
  const bool whole = !text.empty() && *end == '\0' && text[0] != ' ' && text[0] != '+';
  if (!value.present() || !whole || std::abs(read) > limit) return std::nullopt;
  return std::round(read * 1e6L) / 1e6L;
}

std::optional<Spot> SpotOf(const Profile& profile, const EventView* e) {
  if (!e->type.starts_with("session.")) return std::nullopt;
  for (const char* excluded : {"network.relayed", "network.mobile"}) {
    if (profile.Get(e, excluded).text != "false") return std::nullopt;
  }
  for (const std::string source : {"", "network."}) {
    const auto north = Degrees(profile.Get(e, source + "latitude"), 90);
    const auto east = Degrees(profile.Get(e, source + "longitude"), 180);
    if (!north || !east) continue;
    Spot spot = {*north, *east, 100, e->time_ms};
    const auto radius = Degrees(profile.Get(e, source + "accuracy_km"), 20'016);
    if (radius && *radius >= 0) spot.radius_km = static_cast<int64_t>(std::ceil(*radius));
    return spot;
  }
  return std::nullopt;
}

// By the angle between the directions from the centre of the Earth.
long double WayKm(const Spot& a, const Spot& b) {
  const auto radians = [](long double degrees) {
    return degrees * std::numbers::pi_v<long double> / 180;
  };
  const long double turn = radians(b.east - a.east);
  const long double x = std::cos(radians(b.north)) * std::sin(turn);
  const long double y = std::cos(radians(a.north)) * std::sin(radians(b.north)) -
                        std::sin(radians(a.north)) * std::cos(radians(b.north)) * std::cos(turn);
  const long double z = std::sin(radians(a.north)) * std::sin(radians(b.north)) +
                        std::cos(radians(a.north)) * std::cos(radians(b.north)) * std::cos(turn);
  return 6371.0088L * std::atan2(std::hypot(x, y), z);
}

bool MayBeOne(const Spot& a, const Spot& b) {
  const int64_t wider = std::max(a.radius_km, b.radius_km);
  return static_cast<long double>(wider) > WayKm(a, b) / 2;
}

}  // namespace

void SetTravel(const Profile& profile) {
  const std::optional<Spot> now = SpotOf(profile, profile.event);
  if (!now) return;
  std::optional<Spot> last;
  for (const EventView* e : profile.own) {
    const std::optional<Spot> spot = SpotOf(profile, e);
    if (!spot) continue;
    const bool keeps = last && MayBeOne(*last, *spot) && last->radius_km < spot->radius_km;
    if (!keeps) last = spot;
  }
  if (!last || MayBeOne(*last, *now)) return;
  const long double way_km = WayKm(*last, *now);
  const int64_t between_ms = std::max(kMinuteMs, now->time_ms - last->time_ms);
  profile.SetNumber("profile.travel_km", static_cast<int64_t>(way_km));
  profile.SetNumber("profile.travel_km_per_hour",
                    static_cast<int64_t>(way_km * static_cast<long double>(kHourMs) /
                                         static_cast<long double>(between_ms)));
}

}  // namespace sekisho::oracle
