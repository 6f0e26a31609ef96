#include "simulate/lists.h"

#include "simulate/place_lists.h"

namespace sekisho::simulate {
namespace {

// One list, and what lists.yml says of it besides what it says of all.
struct Entry {
  std::string_view kind;
  std::string_view file;
  std::string_view more;  // whole lines
  std::string text;
};

std::string Manifest(const std::vector<Entry>& entries) {
  std::string text =
      "# Lists that fit a made-up market (sekisho simulate).\n"
      "lists:\n";
  for (const Entry& entry : entries) {
    text += "  - kind: ";
    text += entry.kind;
    text += "\n    file: ";
    text += entry.file;
    text += '\n';
    text += entry.more;
    text +=
        "    source: made up by sekisho simulate\n"
        "    published: 2026-04-06\n"
        "    licence: Apache-2.0\n";
  }
  return text;
}

std::vector<Entry> Entries(uint32_t accounts) {
  const NetworkPlan plan(accounts);
  return {
      {"network_ranges", "vpn.txt", "    class: vpn\n", VpnList(plan)},
      {"network_ranges", "named_exits.txt", "    class: vpn\n    brand: Example VPN\n",
       NamedExitsList(plan)},
      {"network_ranges", "hosting.txt", "    class: hosting\n", "10.208.0.0/12\n"},
      {"network_ranges", "carriers.txt", "    class: mobile_carrier\n",
       "10.128.0.0/10\n2001:db8:c000::/34\n"},
      {"network_places", "places.csv", "", PlacesList(plan)},
      {"email_domains", "disposable.txt", "", "throwaway.example\nten-minutes.example\n"},
  };
}

}  // namespace

std::vector<MarketList> MakeLists(uint32_t accounts) {
  std::vector<Entry> entries = Entries(accounts);
  std::vector<MarketList> lists = {{"lists.yml", Manifest(entries)}};
  for (Entry& entry : entries) lists.push_back({std::string(entry.file), std::move(entry.text)});
  return lists;
}

}  // namespace sekisho::simulate
