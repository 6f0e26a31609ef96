#include "simulate/trips.h"

#include <limits>

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kTripUse = 36 };

// Everybody leaves at noon of the place they leave.
constexpr int64_t kDeparture = 12 * kHourMs;
// The longest way ends on the day after the next one.
constexpr int32_t kDaysOnTheWay = 2;
constexpr uint64_t kAirports = 1'000'000;  // above the numbers of hotels

int64_t DepartureMs(const Person& person, int32_t day, const Trip& trip) {
  return Midnight(PlaceAt(trip.back ? trip.place : person.place), day) + kDeparture;
}

}  // namespace

std::optional<Trip> TripOn(const Person& person, int32_t day) {
  int32_t start = 0;
  int32_t end = 0;
  uint64_t number = 0;
  if (person.kind == Kind::kTraveller) {
    // Two thirds of the time away, a new place each time.
    const auto length = static_cast<int32_t>(18 + Mix(person.hash, kTripUse) % 24);
    const int32_t from = day + 3000 + static_cast<int32_t>(person.hash % 40);
    number = static_cast<uint64_t>(from / length);
    start = day - from % length;
    end = start + length * 2 / 3;
  } else if (person.kind != Kind::kMover && person.Has(kTripUse, Common().trips)) {
    start = static_cast<int32_t>(Mix(person.hash, kTripUse, 1) % 60);
    end = start + 3 + static_cast<int32_t>(Mix(person.hash, kTripUse, 2) % 9);
  }
  if (day < start || day > end || start == end) return std::nullopt;
  // Nobody registers on the way: that trip does not take place.
  if (person.registered >= start && person.registered <= end + kDaysOnTheWay) return std::nullopt;
  Random random(Mix(person.hash, kTripUse, 10 + number));
  // One trip in three goes abroad; travellers always do.
  const bool abroad = person.kind == Kind::kTraveller || random.Permille(330);
  const PlaceIndex place = abroad ? PickWorkerPlace(&random) : person.place;
  const CityIndex city = PickCity(place, random.Next());
  return Trip{place, city, day == start || day == end, day == end};
}

int64_t ArrivedMs(const Person& person, int32_t day) {
  for (int32_t before = day - 1; before >= day - kDaysOnTheWay; --before) {
    const std::optional<Trip> trip = TripOn(person, before);
    if (!trip || !trip->moving) continue;
    return DepartureMs(person, before, *trip) + TravelMs(person.city, trip->city);
  }
  return std::numeric_limits<int64_t>::min();
}

Spot HotelSpot(const World& world, const Person& person, int32_t day, const Trip& trip) {
  Spot spot = HomeSpot(world, person, day);
  // The guests of one hotel share its line; there are more hotels in a larger market.
  const uint64_t hotel = Mix(person.hash, kTripUse, 100 + static_cast<uint64_t>(day / 7 + 1000)) %
                         (1 + world.options.accounts / 60);
  spot.address = world.networks.Hotel(trip.city, hotel);
  spot.country = PlaceAt(trip.place).country;
  spot.time_zone = PlaceAt(trip.place).time_zone;
  return spot;
}

Spot AirportSpot(const World& world, const Person& person, int32_t day, const Trip& trip) {
  Spot spot = HomeSpot(world, person, day);
  spot.address = world.networks.Hotel(trip.back ? trip.city : person.city, kAirports);
  const Place& place = PlaceAt(trip.back ? trip.place : person.place);
  spot.country = place.country;
  spot.time_zone = place.time_zone;
  return spot;
}

int64_t AirportTime(const Person& person, int32_t day, const Trip& trip, Random* random) {
  return DepartureMs(person, day, trip) - random->Between(kHourMs, 3 * kHourMs);
}

}  // namespace sekisho::simulate
