// When and from where honest people use their accounts.
#include <algorithm>
#include <array>
#include <optional>

#include "simulate/desk.h"
#include "simulate/trips.h"

namespace sekisho::simulate {
namespace {

// Uses of Person::Has and Mix on the person's hash.
enum Use : uint32_t {
  kActivityUse = 30,
  kLaptopUse,
  kDeviceUse,
  kPhoneUse,
  kHomeUse,
  kOfficeUse,
  kTripUse,  // trips.cc
  kCarrierUse,
  kHouseholdComputerUse,
  kVpnUse,
  kMoveUse,
  kWorkTogetherUse,
  kOpenHomeUse,
  kLeaseUse,
  kReturnUse,
  kCommuteUse,
};

constexpr uint32_t kVisitsMax = 3;
constexpr uint32_t kIpv6Carriers = 450;  // of 1000
constexpr uint32_t kCommuters = 30;      // people who work on trains, of 1000
constexpr int32_t kBetweenPlacesMinutes = 30;
constexpr uint32_t kMovesToAnotherCity = 350;  // of 1000 movers
constexpr uint32_t kAirportVisits = 250;       // ways with a look at the airport, of 1000

// People differ: many come rarely, few nearly always. Permille of what is usual for the kind.
uint32_t Liveliness(const Person& person) {
  const uint64_t draw = Mix(person.hash, kActivityUse) % 1000;
  return static_cast<uint32_t>(200 + 1100 * draw * draw / 1'000'000);
}

Lease LeaseOf(uint64_t line) {
  const uint64_t draw = Mix(line, kLeaseUse) % 100;
  return draw < 60 ? Lease::kFixed : draw < 85 ? Lease::kFortnight : Lease::kDaily;
}

bool HasIpv6(uint64_t line) { return Mix(line, 1) % 1000 < Common().ipv6_homes; }

bool WorksTogether(const Person& person) {
  return person.kind == Kind::kCoworking || person.kind == Kind::kAgency;
}

uint64_t SharedLine(const World& world, const Person& person) {
  return Mix(world.options.seed, kWorkTogetherUse, person.line);
}

Line OfficeLine(const Person& person, uint64_t line) {
  return {line, person.city, LineKind::kOffice};
}

Spot AtWorkplaceLine(const World& world, const Person& person, int32_t day) {
  Spot spot = HomeSpot(world, person, day);
  const uint64_t line = SharedLine(world, person);
  spot.address =
      LineAddress(OfficeLine(person, line), Lease::kFixed, day, HasIpv6(line), spot.device);
  return spot;
}

Line HomeLine(const World& world, const Person& person, int32_t day) {
  if (person.kind == Kind::kFamily) return {SharedLine(world, person), person.city};
  const bool moved = day >= MoveDay(world, person);
  const bool far = moved && person.Has(kMoveUse, kMovesToAnotherCity);
  return {Mix(person.hash, kHomeUse, moved),
          far ? PickCity(person.place, Mix(person.hash, kMoveUse, 1)) : person.city};
}

// The person's own second place of work, in the city of the home.
Spot AtOffice(const World& world, const Person& person, int32_t day) {
  Spot spot = HomeSpot(world, person, day);
  const uint64_t line = Mix(person.hash, kOfficeUse);
  const Line office = {line, HomeLine(world, person, day).city, LineKind::kOffice};
  spot.address = LineAddress(office, Lease::kFixed, day, HasIpv6(line), spot.device);
  return spot;
}

// In the office during office hours, at home before and after.
bool AtWorkplace(const Person& person, int32_t day, int32_t minute) {
  const bool working_hours = Weekday(day) < 5 && minute >= 8 * 60 && minute < 19 * 60;
  if (!working_hours) return false;
  const uint64_t draw = Mix(person.hash, kOfficeUse, static_cast<uint64_t>(day) + 5000) % 1000;
  if (person.kind == Kind::kAgency) return draw < 900;
  if (person.kind == Kind::kCoworking) return draw < 700;
  return person.Has(kOfficeUse, Common().second_line) && draw < 450;
}

Spot VpnSpot(const World& world, const Person& person, int32_t day, Random* random) {
  Spot spot = HomeSpot(world, person, day);
  // Most choose an exit near home for speed; some another country each time.
  const PlaceIndex place = random->Permille(650)
                               ? person.place
                               : static_cast<PlaceIndex>(random->Below(Places().size()));
  spot.address = world.networks.VpnExit(Mix(person.hash, kVpnUse), place, random->Next());
  spot.country = PlaceAt(place).country;
  return spot;
}

Spot PickSpot(const World& world, const Person& person, int32_t day, int32_t minute,
              const std::optional<Trip>& trip, Random* random) {
  const bool phone_only = person.kind == Kind::kCarrierPhone;
  if (random->Permille(Common().phone_visits) || (phone_only && random->Permille(400))) {
    Spot spot = PhoneSpot(world, person, day, random->Next());
    // Abroad, roaming keeps the address of the carrier at home; the clock is the place's.
    if (trip) spot.time_zone = PlaceAt(trip->place).time_zone;
    return spot;
  }
  if (person.kind == Kind::kVpnUser && random->Permille(700)) {
    return VpnSpot(world, person, day, random);
  }
  if (trip && trip->place != person.place) return HotelSpot(world, person, day, *trip);
  if (phone_only) {  // the computer on the telephone's network
    Spot spot = HomeSpot(world, person, day);
    spot.address = PhoneSpot(world, person, day, random->Next()).address;
    return spot;
  }
  if (trip) return HotelSpot(world, person, day, *trip);
  if (person.kind == Kind::kDormitory) return AtWorkplaceLine(world, person, day);
  if (!AtWorkplace(person, day, minute)) return HomeSpot(world, person, day);
  if (WorksTogether(person)) return AtWorkplaceLine(world, person, day);
  return AtOffice(world, person, day);
}

// Telephones change their egress now and then; homes with both kinds of addresses use either.
void UseSession(const World& world, const Person& person, int64_t end_ms, Random* random,
                Desk* desk) {
  const int32_t day = desk->day();
  const Spot spot = desk->visits().back().spot;
  Address address = spot.address;
  int64_t time = desk->visits().back().start_ms;
  // On a train the network changes from cell to cell, and the egress with it.
  const bool train = spot.phone && person.Has(kCommuteUse, kCommuters);
  while (true) {
    time += train ? random->Between(3 * kMinuteMs, 15 * kMinuteMs)
                  : random->Between(9 * kMinuteMs, 38 * kMinuteMs);
    if (time >= end_ms) break;
    if (spot.phone && random->Permille(train ? 500 : 120)) {
      address = PhoneSpot(world, person, day, random->Next()).address;
    }
    desk->Use(time, address, spot.country);
  }
}

void MaybeCheck(const Person& person, Random* random, Desk* desk) {
  if (!random->Permille(Common().network_checks)) return;
  const Visit& visit = desk->visits().back();
  RemoteTrace trace = RemoteTrace::kNone;
  std::string_view product;
  if (!visit.spot.phone && person.Has(kOpenHomeUse, Common().open_homes)) {
    trace = RemoteTrace::kPort;
  }
  if (person.kind == Kind::kRemoteDesk && !visit.spot.phone && random->Permille(400)) {
    trace = RemoteTrace::kSession;
    product = "Microsoft Remote Desktop";
  }
  desk->Check(visit.start_ms + 4000, trace, product);
}

// Short looks, and sittings of work.
int32_t PickLength(Random* random) {
  return static_cast<int32_t>(random->Permille(640) ? random->Between(2, 25)
                                                    : random->Around(30, 210));
}

void VisitFromAirport(const Trip& trip, Random* random, Desk* desk) {
  const World& world = desk->world();
  const Person& person = world.population.at(desk->account());
  const int64_t start = AirportTime(person, desk->day(), trip, random);
  desk->Arrive(start, AirportSpot(world, person, desk->day(), trip));
  desk->Leave(start + random->Between(5, 40) * kMinuteMs, true);
}

}  // namespace

int32_t LaptopDay(const World& world, const Person& person) {
  if (person.client() || !person.Has(kLaptopUse, Common().new_laptops)) return kNever;
  return static_cast<int32_t>(Mix(person.hash, kLaptopUse, 1) % std::max(60u, world.options.days));
}

int32_t MoveDay(const World& world, const Person& person) {
  if (person.kind != Kind::kMover) return kNever;
  return static_cast<int32_t>(Mix(person.hash, kMoveUse) % world.options.days);
}

int32_t ReturnDay(const World& world, const Person& person) {
  if (person.kind != Kind::kReturner) return -kNever;
  return static_cast<int32_t>(Mix(person.hash, kReturnUse) % (world.options.days * 2 / 3 + 1));
}

bool RestsUntilHandover(const Person& person) {
  return person.kind == Kind::kRenter && person.Has(kReturnUse, 400);
}

Spot HomeSpot(const World& world, const Person& person, int32_t day) {
  const Place& place = PlaceAt(person.place);
  Spot spot;
  spot.country = place.country;
  spot.time_zone = place.time_zone;
  spot.mfa = Mix(person.hash, kPhoneUse);
  const bool household = HasHouseholdComputer(person);
  const uint64_t version = day >= LaptopDay(world, person);
  spot.device = household ? SharedLine(world, person) : Mix(person.hash, kDeviceUse, version);
  const bool second =
      !household && person.Has(kDeviceUse, Common().two_devices) &&
      Mix(person.hash, kDeviceUse, 100 + static_cast<uint64_t>(day + 2000)) % 4 == 0;
  if (second) spot.device = Mix(person.hash, kDeviceUse, 50);
  const Line line = HomeLine(world, person, day);
  spot.address = LineAddress(line, LeaseOf(line.hash), day, HasIpv6(line.hash), spot.device);
  return spot;
}

bool HasHouseholdComputer(const Person& person) {
  return person.kind == Kind::kFamily && Mix(person.line, kHouseholdComputerUse) % 1000 < 80;
}

Address WorkplaceAddress(const World& world, const Person& person) {
  const uint64_t line = SharedLine(world, person);
  return LineAddress(OfficeLine(person, line), Lease::kFixed, 0, HasIpv6(line), 0);
}

Spot PhoneSpot(const World& world, const Person& person, int32_t day, uint64_t connection) {
  const Place& place = PlaceAt(person.place);
  Spot spot;
  spot.country = place.country;
  spot.time_zone = place.time_zone;
  spot.device = spot.mfa = Mix(person.hash, kPhoneUse);
  spot.phone = true;
  const uint64_t carrier = Mix(person.hash, kCarrierUse) % kCarriersOfCountry;
  // Some carriers give each telephone IPv6 of its own; the others share few addresses among all.
  if (Mix(person.place, kCarrierUse, carrier) % 1000 < kIpv6Carriers) {
    spot.address = PhoneAddress(Mix(person.hash, kCarrierUse, 1), person.place, day);
  } else {
    spot.address = world.networks.Carrier(person.place, static_cast<uint32_t>(carrier), connection);
  }
  return spot;
}

void VisitHonestly(Random* random, Desk* desk) {
  const World& world = desk->world();
  const Person& person = world.population.at(desk->account());
  const int32_t day = desk->day();
  const WorkerParameters& usual = WorkerOf(person.kind);
  const Rhythm rhythm = person.client() ? Rhythm::kOffice : usual.rhythm;
  const uint64_t chance = uint64_t{person.client() ? 220u : usual.visits} * Liveliness(person) *
                          WeekdayFactor(rhythm, day) / 1'000'000;
  const std::optional<Trip> trip = TripOn(person, day);
  if (RestsUntilHandover(person) && day > person.registered + 60) return;
  if (day < ReturnDay(world, person) || day == MoveDay(world, person)) return;
  if (!random->Permille(static_cast<uint32_t>(chance))) return;
  if (trip && trip->moving) {
    if (random->Permille(kAirportVisits)) VisitFromAirport(*trip, random, desk);
    return;
  }
  std::array<int32_t, kVisitsMax> minutes{};
  uint32_t count = 1;
  if (random->Permille(330)) ++count;
  if (random->Permille(110)) ++count;
  for (uint32_t i = 0; i < count; ++i) minutes[i] = PickMinute(rhythm, random);
  std::sort(minutes.begin(), minutes.begin() + count);
  const int64_t midnight = Midnight(PlaceAt(trip ? trip->place : person.place), day);
  const int64_t arrived = ArrivedMs(person, day);
  int32_t free_from = 0;  // one computer is at one place at a time
  for (uint32_t i = 0; i < count; ++i) {
    const int32_t minute = std::max(minutes[i], free_from);
    if (minute >= 24 * 60) break;
    const Spot spot = PickSpot(world, person, day, minute, trip, random);
    const int32_t length = PickLength(random);
    free_from = minute + length + kBetweenPlacesMinutes;
    const int64_t start = midnight + minute * kMinuteMs + random->Between(0, kMinuteMs - 1);
    if (start < arrived) continue;
    desk->Arrive(start, spot);
    MaybeCheck(person, random, desk);
    UseSession(world, person, start + length * kMinuteMs, random, desk);
    desk->Leave(start + length * kMinuteMs, random->Permille(620));
  }
}

}  // namespace sekisho::simulate
