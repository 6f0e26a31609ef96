#include "simulate/lists.h"

#include "simulate/networks.h"
#include "simulate/places.h"

namespace sekisho::simulate {
namespace {

// One of the services is known by its name, as a list of exits would have it.
constexpr uint64_t kNamedService = 0;

constexpr char kManifest[] =
    "# Lists of the networks of a made-up market (sekisho simulate).\n"
    "lists:\n"
    "  - kind: network_ranges\n"
    "    file: vpn.txt\n"
    "    class: vpn\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n"
    "  - kind: network_ranges\n"
    "    file: named_exits.txt\n"
    "    class: vpn\n"
    "    brand: Example VPN\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n"
    "  - kind: network_ranges\n"
    "    file: hosting.txt\n"
    "    class: hosting\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n"
    "  - kind: network_ranges\n"
    "    file: carriers.txt\n"
    "    class: mobile_carrier\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n"
    "  - kind: network_places\n"
    "    file: places.csv\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n"
    "  - kind: email_domains\n"
    "    file: disposable.txt\n"
    "    source: made up by sekisho simulate\n"
    "    published: 2026-04-06\n"
    "    licence: Apache-2.0\n";

std::string NamedExits(const NetworkPlan& plan) {
  std::string text;
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    for (uint32_t exit = 0; exit < plan.vpn_exits(); ++exit) {
      AppendAddress(plan.VpnExit(kNamedService, place, exit), &text);
      text += '\n';
    }
  }
  return text;
}

// Carriers and exits of VPN services lie in a country; of lines there is only the kind. Whether a
// line is a home's or an office's, such lists often do not know.
std::string PlacesOf(const NetworkPlan& plan) {
  std::string text = "range,country,connection\n";
  text +=
      "10.0.0.0/9,,home\n2001:db8::/32,,home\n10.208.0.0/12,,hosting\n10.224.0.0/12,,business\n";
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    const std::string country(PlaceAt(place).country);
    for (uint32_t carrier = 0; carrier < kCarriersOfCountry; ++carrier) {
      AppendAddress(plan.Carrier(place, carrier, 0), &text);
      text += "/17," + country + ",mobile\n";
    }
    for (uint64_t service = 0; service < kVpnServices; ++service) {
      for (uint32_t exit = 0; exit < plan.vpn_exits(); ++exit) {
        AppendAddress(plan.VpnExit(service, place, exit), &text);
        text += "," + country + ",hosting\n";
      }
    }
  }
  return text;
}

}  // namespace

std::vector<MarketList> MakeLists(uint32_t accounts) {
  const NetworkPlan plan(accounts);
  return {{"lists.yml", kManifest},
          {"vpn.txt", "10.192.0.0/12\n"},
          {"named_exits.txt", NamedExits(plan)},
          {"hosting.txt", "10.208.0.0/12\n"},
          {"carriers.txt", "10.128.0.0/10\n"},
          {"places.csv", PlacesOf(plan)},
          {"disposable.txt", "throwaway.example\nten-minutes.example\n"}};
}

}  // namespace sekisho::simulate
