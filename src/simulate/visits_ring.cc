// When and from where a ring uses its accounts: in shifts, through the owner's computer, an
// enabler's laptop farm, rented servers or VPN services.
#include <algorithm>

#include "simulate/desk.h"

namespace sekisho::simulate {
namespace {

// Uses of Mix on the hash of a ring or a person.
enum Use : uint32_t {
  kComputerUse = 200,
  kFarmUse,
  kServerUse,
  kProxyUse,
  kVpnUse,
  kMfaUse,
  kDeskUse,
  kTeamUse,
};

constexpr int32_t kShiftHours = 8;
constexpr int32_t kTeamStartHour = 8;   // by the clock of the team
constexpr uint32_t kWorkingDays = 860;  // permille: six days a week

// How the team reaches one of its accounts.
struct Access {
  const World& world;
  const Person& person;
  const Ring& ring;
  const CareParameters& care;
  uint32_t member;  // number of the account in the ring
  int32_t day;
};

// The number of the computer that serves the account, alone or with others.
uint32_t DeskOf(const Access& access) {
  return access.person.Has(kDeskUse, access.care.shared_desks)
             ? access.member / access.care.accounts_per_desk
             : 1000 + access.member;
}

uint64_t TeamComputer(const Access& access, int32_t shift) {
  return Mix(access.ring.hash, kComputerUse, DeskOf(access) * 4 + static_cast<uint32_t>(shift));
}

void ShowClock(const Access& access, Random* random, Spot* spot) {
  if (random->Permille(access.care.own_zone)) {
    spot->time_zone = TeamPlaces()[access.ring.team_place].time_zone;
  }
}

Spot VpnSpot(const Access& access, int32_t shift, Random* random) {
  Spot spot = HomeSpot(access.world, access.person, access.day);
  spot.device = TeamComputer(access, shift);
  const PlaceIndex place = random->Permille(600)
                               ? access.person.place
                               : static_cast<PlaceIndex>(random->Below(Places().size()));
  spot.address =
      access.world.networks.VpnExit(Mix(access.ring.hash, kVpnUse), place, random->Next());
  spot.country = PlaceAt(place).country;
  ShowClock(access, random, &spot);
  return spot;
}

Spot ServerSpot(const Access& access, int32_t shift, Random* random) {
  Spot spot = HomeSpot(access.world, access.person, access.day);
  spot.device = TeamComputer(access, shift);
  spot.address = access.world.networks.Server(Mix(access.ring.hash, kServerUse));
  ShowClock(access, random, &spot);
  return spot;
}

// A line in a home near the claimed one, bought as a proxy for this account alone.
Spot ProxySpot(const Access& access, int32_t shift) {
  Spot spot = HomeSpot(access.world, access.person, access.day);
  spot.device = TeamComputer(access, shift);
  spot.address = LineAddress({Mix(access.person.hash, kProxyUse), access.person.city},
                             Lease::kFortnight, access.day, false, spot.device);
  return spot;
}

// The team's own line, when somebody forgot to go through anything else.
Spot TeamSpot(const Access& access, int32_t shift) {
  Spot spot = HomeSpot(access.world, access.person, access.day);
  spot.device = TeamComputer(access, shift);
  spot.address = TeamAddress(access.ring);
  spot.country = TeamPlaces()[access.ring.team_place].country;
  spot.time_zone = TeamPlaces()[access.ring.team_place].time_zone;
  return spot;
}

// A computer in the enabler's home. Who takes care spreads them over several homes.
Spot FarmSpot(const Access& access) {
  Spot spot = HomeSpot(access.world, access.person, access.day);
  if (access.person.kind != Kind::kEnabler) {
    spot.device = Mix(access.ring.hash, kFarmUse, 5000 + DeskOf(access));
  }
  const uint32_t enabler = access.ring.enabler;
  if (access.ring.care == Care::kCareful || enabler == kNobody) {
    const uint64_t home = Mix(access.ring.hash, kFarmUse, access.member / 3);
    const CityIndex city = PickCity(access.person.place, home);
    spot.address = LineAddress({home, city}, Lease::kFixed, 0, false, spot.device);
    return spot;
  }
  spot.address = HomeSpot(access.world, access.world.population.at(enabler), access.day).address;
  if (spot.address.v6)
    spot.address.low = Mix(spot.device, spot.address.low) | 0x1000'1000'1000'1000u;
  return spot;
}

bool ThroughRemoteDesktop(const Ring& ring) {
  return ring.type == RingType::kResident || ring.type == RingType::kFarm;
}

Spot PickSpot(const Access& access, int32_t shift, bool* remote, Random* random) {
  *remote = false;
  if (random->Permille(access.care.bare_visits)) return TeamSpot(access, shift);
  if (ThroughRemoteDesktop(access.ring) && !random->Permille(access.care.direct_visits)) {
    *remote = true;
    return access.ring.type == RingType::kFarm ? FarmSpot(access)
                                               : HomeSpot(access.world, access.person, access.day);
  }
  if (access.person.Has(kServerUse, access.care.shared_servers)) {
    *remote = true;  // the server is reached by remote desktop
    return ServerSpot(access, shift, random);
  }
  if (access.ring.care == Care::kCareful) return ProxySpot(access, shift);
  return VpnSpot(access, shift, random);
}

void MaybeCheck(const Access& access, bool remote, Random* random, Desk* desk) {
  if (!random->Permille(Common().network_checks)) return;
  RemoteTrace trace = RemoteTrace::kNone;
  std::string_view product;
  if (remote && random->Permille(access.care.remote_seen)) {
    const bool port = random->Permille(400);
    trace = port ? RemoteTrace::kPort : RemoteTrace::kSession;
    if (!port) product = random->Permille(500) ? "AnyDesk" : "RustDesk";
  }
  desk->Check(desk->visits().back().start_ms + 4000, trace, product);
}

// One operator's shift, until the next one takes over.
void WorkShift(const Access& access, int64_t start, int64_t end, int32_t shift, bool relentless,
               Random* random, Desk* desk) {
  bool remote = false;
  Spot spot = PickSpot(access, shift, &remote, random);
  if (access.person.Has(kMfaUse, access.care.shared_mfa)) {
    spot.mfa = Mix(access.ring.hash, kMfaUse);
  }
  desk->Arrive(start, spot);
  MaybeCheck(access, remote, random, desk);
  Address address = spot.address;
  std::string_view country = spot.country;
  int64_t time = start;
  while (true) {
    // Somebody who works on the owner's computer rarely lets go; others come and go.
    time += relentless ? random->Between(12 * kMinuteMs, 27 * kMinuteMs)
                       : random->Between(20 * kMinuteMs, 75 * kMinuteMs);
    if (time >= end) break;
    if (!remote && random->Permille(access.care.hops)) {
      const Spot other = VpnSpot(access, shift, random);
      address = other.address;
      country = other.country;
    }
    desk->Use(time, address, country);
  }
  desk->Leave(end, random->Permille(500));
}

// The sham client needs a few minutes to order and to praise, the enabler to move money.
void LookIn(const Access& access, Random* random, Desk* desk) {
  if (!random->Permille(300)) return;
  bool remote = false;
  if (access.person.kind == Kind::kEnabler) {  // at home, in person
    const int64_t time =
        Midnight(PlaceAt(access.person.place), access.day) + PickTime(Rhythm::kDay, random);
    desk->Arrive(time, access.ring.type == RingType::kFarm
                           ? FarmSpot(access)
                           : HomeSpot(access.world, access.person, access.day));
    desk->Leave(time + random->Between(kMinuteMs, 40 * kMinuteMs), true);
    return;
  }
  const int64_t time = Midnight(TeamPlaces()[access.ring.team_place], access.day) +
                       PickTime(Rhythm::kOffice, random);
  desk->Arrive(time, PickSpot(access, 0, &remote, random));
  desk->Leave(time + random->Between(kMinuteMs, 20 * kMinuteMs), true);
}

}  // namespace

Address TeamAddress(const Ring& ring) {
  const Line line = {Mix(ring.hash, kTeamUse), TeamCity(ring.team_place), LineKind::kOffice};
  return LineAddress(line, Lease::kFixed, 0, false, 0);
}

void VisitForRing(Random* random, Desk* desk) {
  const World& world = desk->world();
  const Person& person = world.population.at(desk->account());
  const Ring& ring = world.population.rings()[person.ring];
  const CareParameters& care = CareOf(ring.care);
  const Access access{world, person, ring, care, desk->account() - ring.first, desk->day()};
  // The genuine owner looks in by telephone now and then: codes, questions of the platform.
  if (ring.type == RingType::kResident && random->Permille(60)) {
    const int64_t time =
        Midnight(PlaceAt(person.place), desk->day()) + PickTime(Rhythm::kDay, random);
    desk->Arrive(time, PhoneSpot(world, person, access.day, random->Next()));
    desk->Leave(time + random->Between(kMinuteMs, 8 * kMinuteMs), true);
  }
  if (person.client() || person.kind == Kind::kEnabler) {
    LookIn(access, random, desk);
    return;
  }
  if (!random->Permille(kWorkingDays)) return;
  const bool relentless = random->Permille(care.round_the_clock);
  const int64_t start = Midnight(TeamPlaces()[ring.team_place], desk->day()) +
                        kTeamStartHour * kHourMs + random->Between(0, kHourMs);
  const int64_t hours =
      relentless ? 24 : std::max<int64_t>(3, care.shift_hours + random->Between(-3, 2));
  const int64_t end = start + hours * kHourMs + random->Between(0, kHourMs);
  int32_t shift = 0;
  for (int64_t at = start; at < end; at += kShiftHours * kHourMs, ++shift) {
    const int64_t until = std::min(at + kShiftHours * kHourMs, end);
    // Those who take a break sign in anew.
    const int64_t pause = relentless ? 0 : random->Between(20 * kMinuteMs, 70 * kMinuteMs);
    if (until - pause <= at + kMinuteMs) continue;
    WorkShift(access, at + random->Between(0, 4 * kMinuteMs), until - pause, shift, relentless,
              random, desk);
  }
}

void SignInForRing(int64_t time_ms, Random* random, Desk* desk) {
  const World& world = desk->world();
  const Person& person = world.population.at(desk->account());
  const Ring& ring = world.population.rings()[person.ring];
  const Access access{world,      person, ring, CareOf(ring.care), desk->account() - ring.first,
                      desk->day()};
  bool remote = false;
  desk->Arrive(time_ms, PickSpot(access, 0, &remote, random));
}

}  // namespace sekisho::simulate
