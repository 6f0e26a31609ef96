// What a profile knows of the last place of use: profile.travel_km, .travel_km_per_hour.
//
// Two uses of an account that lie further apart than anybody travels in the time between them. A
// use has a place when the event or a list gives coordinates and lists know that the address is
// neither a relay nor a mobile carrier's (network.relayed, network.mobile): whoever is behind such
// an address sits elsewhere. Uses without a place are passed over; the last place stays.
#include <charconv>
#include <cmath>

#include "core/great_circle.h"
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

// Clocks of services differ, so that the time between two events is no shorter than this.
constexpr int64_t kBetweenMsMin = kMinuteMs;
// The radius of coordinates that come without one: a wide city. Our choice.
constexpr double kRadiusKmUnknown = 100;
constexpr double kRadiusKmMax = 20'016;  // half way around the Earth
constexpr double kDegree = 1e6;          // coordinates are kept as millionths of degrees

struct Place {
  int64_t time_ms;
  int32_t latitude;
  int32_t longitude;
  uint16_t radius_km;
  uint8_t known;
};

class TravelPart final : public PartWith<Place> {
 public:
  TravelPart(FieldId distance, FieldId speed, ProfileFields* fields)
      : distance_(distance),
        speed_(speed),
        stated_{fields->Input("latitude"), fields->Input("longitude"),
                fields->Input("accuracy_km")},
        listed_{fields->Input("network.latitude"), fields->Input("network.longitude"),
                fields->Input("network.accuracy_km")},
        relayed_(fields->Input("network.relayed")),
        mobile_(fields->Input("network.mobile")) {}

  bool LearnsFrom(std::string_view type) const override { return IsSessionEvent(type); }

 private:
  struct Source {
    FieldId latitude;
    FieldId longitude;
    FieldId radius_km;
  };

  void VisitState(Place* last, uint64_t, EventView* event) const override {
    if (!IsSessionEvent(event->type)) return;
    Place place = {};
    if (!PlaceOf(*event, &place)) return;
    if (last->known != 0) {
      const double distance_km = GreatCircleKm(CoordinatesOf(*last), CoordinatesOf(place));
      // With a radius of more than half of the distance both may be one place.
      if (2.0 * std::max(last->radius_km, place.radius_km) > distance_km) {
        // The sharper one stays, with its time: the way from there to the
        // next one took that long.
        if (place.radius_km > last->radius_km) return;
      } else {
        const int64_t between_ms = std::max(event->time_ms - last->time_ms, kBetweenMsMin);
        const auto hours = static_cast<double>(between_ms) / static_cast<double>(kHourMs);
        SetNumber(distance_, static_cast<int64_t>(distance_km), event);
        SetNumber(speed_, static_cast<int64_t>(distance_km / hours), event);
      }
    }
    *last = place;
  }

  // False when the event does not tell one.
  bool PlaceOf(const EventView& event, Place* place) const {
    const auto is_no = [&](FieldId field) {
      const Value& value = event.Get(field);
      return value.kind == ValueKind::kBoolean && value.text == "false";
    };
    if (!is_no(relayed_) || !is_no(mobile_)) return false;
    // What the event states goes before what a list says.
    if (!Read(event, stated_, place) && !Read(event, listed_, place)) return false;
    place->time_ms = event.time_ms;
    place->known = 1;
    return true;
  }

  static bool Read(const EventView& event, const Source& source, Place* place) {
    double latitude = 0;
    double longitude = 0;
    if (!Number(event.Get(source.latitude), -90, 90, &latitude) ||
        !Number(event.Get(source.longitude), -180, 180, &longitude)) {
      return false;
    }
    double radius_km = kRadiusKmUnknown;
    Number(event.Get(source.radius_km), 0, kRadiusKmMax, &radius_km);
    place->latitude = static_cast<int32_t>(std::lround(latitude * kDegree));
    place->longitude = static_cast<int32_t>(std::lround(longitude * kDegree));
    place->radius_km = static_cast<uint16_t>(std::ceil(radius_km));
    return true;
  }

  static bool Number(const Value& value, double least, double most, double* number) {
    if (value.kind != ValueKind::kNumber && value.kind != ValueKind::kText) return false;
    const char* const end = value.text.data() + value.text.size();
    double read = 0;
    const auto [stop, error] = std::from_chars(value.text.data(), end, read);
    if (error != std::errc() || stop != end || !(read >= least && read <= most)) return false;
    *number = read;
    return true;
  }

  static Coordinates CoordinatesOf(const Place& place) {
    return {place.latitude / kDegree, place.longitude / kDegree};
  }

  const FieldId distance_;
  const FieldId speed_;
  const Source stated_;
  const Source listed_;
  const FieldId relayed_;
  const FieldId mobile_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeTravelPart(ProfileFields* fields) {
  const FieldId distance = fields->Output("profile.travel_km");
  const FieldId speed = fields->Output("profile.travel_km_per_hour");
  if (distance == kNoField && speed == kNoField) return nullptr;
  return std::make_unique<TravelPart>(distance, speed, fields);
}

}  // namespace sekisho
