#include "simulate/cities.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "core/time.h"

namespace sekisho::simulate {
namespace {

// Indices of kPlaces in places.cc, in its order.
enum At : PlaceIndex {
  kJapan,
  kKorea,
  kUsEast,
  kUsCentral,
  kUsWest,
  kCanada,
  kBritain,
  kGermany,
  kFrance,
  kSpain,
  kPoland,
  kUkraine,
  kTurkey,
  kIndia,
  kPhilippines,
  kVietnam,
  kIndonesia,
  kThailand,
  kSingapore,
  kTaiwan,
  kChina,
  kAustralia,
  kBrazil,
  kArgentina,
  kMexico,
  kNigeria,
  kKenya,
  kSouthAfrica,
};

// Centres as any atlas has them, to a tenth of a degree. Each place's first city holds its
// carriers' gateways; the cities of a place keep one clock.
constexpr City kCities[] = {
    {"JP", kJapan, 3570, 13970, 45},
    {"JP", kJapan, 3470, 13550, 25},
    {"JP", kJapan, 3520, 13690, 12},
    {"JP", kJapan, 3360, 13040, 10},
    {"JP", kJapan, 4310, 14130, 8},
    {"KR", kKorea, 3760, 12700, 65},
    {"KR", kKorea, 3520, 12910, 25},
    {"KR", kKorea, 3520, 12690, 10},
    {"US", kUsEast, 4070, -7400, 45},
    {"US", kUsEast, 3370, -8440, 25},
    {"US", kUsEast, 2580, -8020, 20},
    {"US", kUsEast, 4240, -7110, 10},
    {"US", kUsCentral, 4190, -8760, 45},
    {"US", kUsCentral, 3280, -9680, 35},
    {"US", kUsCentral, 4500, -9330, 20},
    {"US", kUsWest, 3410, -11820, 50},
    {"US", kUsWest, 3780, -12240, 30},
    {"US", kUsWest, 4760, -12230, 20},
    {"CA", kCanada, 4370, -7940, 60},
    {"CA", kCanada, 4550, -7360, 40},
    {"GB", kBritain, 5150, -10, 60},
    {"GB", kBritain, 5350, -220, 25},
    {"GB", kBritain, 5590, -320, 15},
    {"DE", kGermany, 5250, 1340, 40},
    {"DE", kGermany, 4810, 1160, 30},
    {"DE", kGermany, 5360, 1000, 30},
    {"FR", kFrance, 4890, 240, 60},
    {"FR", kFrance, 4580, 480, 25},
    {"FR", kFrance, 4330, 540, 15},
    {"ES", kSpain, 4040, -370, 55},
    {"ES", kSpain, 4140, 220, 35},
    {"ES", kSpain, 3740, -600, 10},
    {"PL", kPoland, 5220, 2100, 55},
    {"PL", kPoland, 5010, 1990, 45},
    {"UA", kUkraine, 5050, 3050, 60},
    {"UA", kUkraine, 4980, 2400, 40},
    {"TR", kTurkey, 4100, 2900, 60},
    {"TR", kTurkey, 3990, 3290, 40},
    {"IN", kIndia, 1910, 7290, 30},
    {"IN", kIndia, 2860, 7720, 30},
    {"IN", kIndia, 1300, 7760, 25},
    {"IN", kIndia, 2260, 8840, 15},
    {"PH", kPhilippines, 1460, 12100, 70},
    {"PH", kPhilippines, 1030, 12390, 20},
    {"PH", kPhilippines, 710, 12560, 10},
    {"VN", kVietnam, 1080, 10670, 50},
    {"VN", kVietnam, 2100, 10580, 40},
    {"VN", kVietnam, 1610, 10820, 10},
    {"ID", kIndonesia, -620, 10680, 70},
    {"ID", kIndonesia, -730, 11270, 30},
    {"TH", kThailand, 1380, 10050, 75},
    {"TH", kThailand, 1880, 9900, 25},
    {"SG", kSingapore, 130, 10380, 100},
    {"TW", kTaiwan, 2500, 12160, 70},
    {"TW", kTaiwan, 2260, 12030, 30},
    {"CN", kChina, 3120, 12150, 30},
    {"CN", kChina, 3990, 11640, 30},
    {"CN", kChina, 2250, 11410, 25},
    {"CN", kChina, 3070, 10410, 15},
    {"AU", kAustralia, -3390, 15120, 55},
    {"AU", kAustralia, -3780, 14500, 45},
    {"BR", kBrazil, -2360, -4660, 55},
    {"BR", kBrazil, -2290, -4320, 30},
    {"BR", kBrazil, -800, -3490, 15},
    {"AR", kArgentina, -3460, -5840, 75},
    {"AR", kArgentina, -3140, -6420, 25},
    {"MX", kMexico, 1940, -9910, 60},
    {"MX", kMexico, 2570, -10030, 40},
    {"NG", kNigeria, 650, 340, 70},
    {"NG", kNigeria, 910, 740, 30},
    {"KE", kKenya, -130, 3680, 100},
    {"ZA", kSouthAfrica, -2620, 2800, 55},
    {"ZA", kSouthAfrica, -3390, 1840, 45},
    // Teams, in the order of TeamPlaces().
    {"CN", kNoPlace, 4180, 12340, 1},
    {"RU", kNoPlace, 4310, 13190, 1},
    {"LA", kNoPlace, 1800, 10260, 1},
};
constexpr uint32_t kTeamCities = 3;

struct Layout {
  std::array<uint16_t, std::size(kCities) + 1> first{};  // slot of each city; the last: all slots
  std::array<CityIndex, kCitySlots> city{};
  std::array<CityIndex, 256> first_city{};  // of each place
};

// People of the city, clients and workers as the market mixes them.
uint64_t People(const City& city) {
  if (city.place == kNoPlace) return 0;
  const Place& place = PlaceAt(city.place);
  return (uint64_t{place.workers} * 3 + place.clients) * city.weight;
}

Layout MakeLayout() {
  Layout layout;
  constexpr uint32_t kCount = std::size(kCities);
  uint64_t all = 0;
  for (const City& city : kCities) all += People(city);
  uint64_t before = 0;
  for (uint32_t i = 0; i < kCount; ++i) {
    // One slot each, and the others by share.
    layout.first[i] = static_cast<uint16_t>(i + (kCitySlots - kCount) * before / all);
    before += People(kCities[i]);
  }
  layout.first[kCount] = kCitySlots;
  for (uint32_t i = 0; i < kCount; ++i) {
    std::fill(layout.city.begin() + layout.first[i], layout.city.begin() + layout.first[i + 1],
              static_cast<CityIndex>(i));
  }
  for (uint32_t i = kCount - kTeamCities; i-- > 0;) {
    layout.first_city[kCities[i].place] = static_cast<CityIndex>(i);
  }
  return layout;
}

const Layout& TheLayout() {
  static const Layout layout = MakeLayout();
  return layout;
}

}  // namespace

std::span<const City> Cities() { return kCities; }

CityIndex MainCity(PlaceIndex place) { return TheLayout().first_city[place]; }

CityIndex PickCity(PlaceIndex place, uint64_t hash) {
  CityIndex city = MainCity(place);
  // The weights of a place's cities add up to 100.
  for (uint64_t at = hash % 100; at >= kCities[city].weight; ++city) at -= kCities[city].weight;
  return city;
}

CityIndex TeamCity(uint8_t team_place) {
  return static_cast<CityIndex>(std::size(kCities) - kTeamCities + team_place);
}

int64_t TravelMs(CityIndex from, CityIndex to) {
  constexpr int64_t kAirportsMs = 4 * kHourMs;
  constexpr int64_t kKmPerDegree = 111;
  constexpr int64_t kKmPerHour = 800;
  const City& a = kCities[from];
  const City& b = kCities[to];
  // Along a meridian and a parallel at the equator: longer than the great circle.
  const int64_t turn = std::abs(a.longitude - b.longitude);
  const int64_t degrees = std::abs(a.latitude - b.latitude) + std::min(turn, 36'000 - turn);
  return kAirportsMs + degrees * kKmPerDegree * kHourMs / (100 * kKmPerHour);
}

uint32_t PickSlot(CityIndex city, uint64_t hash) {
  const Layout& layout = TheLayout();
  const uint32_t size = layout.first[city + 1] - layout.first[city];
  return layout.first[city] + static_cast<uint32_t>(hash % size);
}

CityIndex CityOfSlot(uint32_t slot) { return TheLayout().city[slot]; }

}  // namespace sekisho::simulate
