#include "simulate/place_lists.h"

#include <array>
#include <cstdlib>

#include "simulate/random.h"

namespace sekisho::simulate {
namespace {

// One of the services is known by its name, as a list of exits would have it.
constexpr uint64_t kNamedService = 0;
constexpr uint32_t kExitsMissing = 100;    // exits that no list names, of 1000
constexpr uint32_t kHostingMissing = 200;  // of these: taken for the line of a company, of 1000

// How wrong databases are, in networks of 1000. One that many use is right about the country of
// 99.8 %, and within 40 km of the place of 83 % in the United States, less elsewhere
// (https://wikitech.wikimedia.org/wiki/Analytics/Systems/Cluster/Geolocation); it gives a radius
// with each answer (https://blog.maxmind.com/2022/06/using-maxminds-accuracy-radius/).
constexpr uint32_t kWrongCountry = 2;
constexpr uint32_t kWrongCity = 10;
constexpr uint32_t kCountryOnly = 60;
constexpr uint32_t kRegionOnly = 120;
constexpr uint32_t kHomesAsCompanies = 30;
constexpr uint32_t kOfficesAsHomes = 150;

struct Record {
  std::string_view country;
  int32_t latitude = 0;  // hundredths of degrees
  int32_t longitude = 0;
  uint32_t radius_km = 0;
};

void AppendDegrees(int32_t hundredths, std::string* out) {
  if (hundredths < 0) out->push_back('-');
  const uint32_t number = static_cast<uint32_t>(std::abs(hundredths));
  *out += std::to_string(number / 100) + (number % 100 < 10 ? ".0" : ".");
  *out += std::to_string(number % 100);
}

void AppendRow(const std::string& range, const Record& record, std::string_view connection,
               std::string* out) {
  *out += range;
  *out += ',';
  *out += record.country;
  *out += ',';
  AppendDegrees(record.latitude, out);
  *out += ',';
  AppendDegrees(record.longitude, out);
  *out += ',' + std::to_string(record.radius_km) + ',';
  *out += connection;
  *out += '\n';
}

// The middle of all cities of that country, as databases answer when they know no more.
Record MiddleOf(std::string_view country) {
  Record record{country, 0, 0, 500};
  int32_t cities = 0;
  for (const City& city : Cities()) {
    if (city.country != country) continue;
    record.latitude += city.latitude;
    record.longitude += city.longitude;
    ++cities;
  }
  record.latitude /= cities;
  record.longitude /= cities;
  return record;
}

// Up to so many hundredths of a degree beside the city, and with a radius that says so.
Record Beside(CityIndex index, int32_t off, uint32_t radius_km, Random* random) {
  const City& city = Cities()[index];
  Record record{city.country, city.latitude, city.longitude, radius_km};
  record.latitude += static_cast<int32_t>(random->Between(-off, off));
  record.longitude += static_cast<int32_t>(random->Between(-off, off));
  return record;
}

Record Near(CityIndex city, Random* random) {
  constexpr std::array<uint32_t, 8> kRadii = {20, 20, 20, 50, 50, 50, 100, 100};
  return Beside(city, 15, kRadii[random->Below(kRadii.size())], random);
}

// What the database says about a network of that city.
Record RecordOf(CityIndex city, Random* random) {
  enum Answer : uint32_t { kAbroad, kElsewhere, kMiddle, kRegion, kRight };
  constexpr std::array<uint16_t, 5> kAnswers = {
      kWrongCountry, kWrongCity, kCountryOnly, kRegionOnly,
      1000 - kWrongCountry - kWrongCity - kCountryOnly - kRegionOnly};
  const PlaceIndex place = Cities()[city].place;
  uint32_t answer = random->Weighted<uint16_t>(kAnswers);
  if (place == kNoPlace) answer = kRight;
  switch (answer) {
    case kAbroad:
      return Near(MainCity(PickWorkerPlace(random)), random);
    case kElsewhere:
      return Near(PickCity(place, random->Next()), random);
    case kMiddle: {
      Record middle = MiddleOf(Cities()[city].country);
      if (random->Permille(500)) middle.radius_km = 1000;
      return middle;
    }
    case kRegion:
      return Beside(city, 120, 200, random);
    default:
      return Near(city, random);
  }
}

void AppendSlotNetwork(const SlotNetwork& network, uint32_t slot, uint64_t use,
                       std::string_view usual, std::string_view mistaken, uint32_t mistakes,
                       std::string* out) {
  Random random(Mix(use, slot));
  std::string range;
  AppendNetwork(network, &range);
  const Record record = RecordOf(CityOfSlot(slot), &random);
  AppendRow(range, record, random.Permille(mistakes) ? mistaken : usual, out);
}

std::string ExitOf(const NetworkPlan& plan, uint64_t service, PlaceIndex place, uint32_t exit) {
  std::string address;
  AppendAddress(plan.VpnExit(service, place, exit), &address);
  return address;
}

uint64_t ExitHash(uint64_t service, PlaceIndex place, uint32_t exit) {
  return Mix(0xe817, service, place * uint64_t{1000} + exit);
}

bool ExitIsListed(uint64_t service, PlaceIndex place, uint32_t exit) {
  return service == kNamedService || ExitHash(service, place, exit) % 1000 >= kExitsMissing;
}

template <typename Take>
void ForEachExit(const NetworkPlan& plan, const Take& take) {
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    for (uint64_t service = 0; service < kVpnServices; ++service) {
      for (uint32_t exit = 0; exit < plan.vpn_exits(); ++exit) take(service, place, exit);
    }
  }
}

}  // namespace

std::string PlacesList(const NetworkPlan& plan) {
  std::string text = "range,country,latitude,longitude,accuracy_km,connection\n";
  text += "10.208.0.0/12,,,,,hosting\n";
  for (uint32_t slot = 0; slot < kCitySlots; ++slot) {
    for (const bool v6 : {false, true}) {
      AppendSlotNetwork(HomesOf(slot, v6), slot, v6, "home", "business", kHomesAsCompanies, &text);
      AppendSlotNetwork(OfficesOf(slot, v6), slot, 2 + v6, "business", "home", kOfficesAsHomes,
                        &text);
    }
    AppendSlotNetwork(HotelsOf(slot), slot, 4, "business", "business", 0, &text);
  }
  // A carrier's traffic leaves at its gateways, wherever the telephone is.
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    const City& gateway = Cities()[MainCity(place)];
    const Record record{gateway.country, gateway.latitude, gateway.longitude, 100};
    std::string phones;
    AppendNetwork(PhonesOf(place), &phones);
    AppendRow(phones, record, "mobile", &text);
    for (uint32_t carrier = 0; carrier < kCarriersOfCountry; ++carrier) {
      std::string egress;
      AppendAddress(plan.Carrier(place, carrier, 0), &egress);
      AppendRow(egress + "/17", record, "mobile", &text);
    }
  }
  ForEachExit(plan, [&](uint64_t service, PlaceIndex place, uint32_t exit) {
    const City& city = Cities()[MainCity(place)];
    const bool known = ExitIsListed(service, place, exit) ||
                       ExitHash(service, place, exit) / 1000 % 1000 >= kHostingMissing;
    AppendRow(ExitOf(plan, service, place, exit), {city.country, city.latitude, city.longitude, 20},
              known ? "hosting" : "business", &text);
  });
  return text;
}

std::string VpnList(const NetworkPlan& plan) {
  std::string text;
  ForEachExit(plan, [&](uint64_t service, PlaceIndex place, uint32_t exit) {
    if (ExitIsListed(service, place, exit)) text += ExitOf(plan, service, place, exit) + "\n";
  });
  return text;
}

std::string NamedExitsList(const NetworkPlan& plan) {
  std::string text;
  ForEachExit(plan, [&](uint64_t service, PlaceIndex place, uint32_t exit) {
    if (service == kNamedService) text += ExitOf(plan, service, place, exit) + "\n";
  });
  return text;
}

}  // namespace sekisho::simulate
