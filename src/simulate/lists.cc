#include "simulate/lists.h"

#include "simulate/banks.h"
#include "simulate/place_lists.h"
#include "simulate/postal.h"
#include "simulate/skills.h"

namespace sekisho::simulate {
namespace {

// One list, and what lists.yml says of it besides what it says of all.
struct Entry {
  std::string kind;
  std::string file;
  std::string more;  // whole lines
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
  std::vector<Entry> entries = {
      {"network_ranges", "vpn.txt", "    class: vpn\n", VpnList(plan)},
      {"network_ranges", "named_exits.txt", "    class: vpn\n    brand: Example VPN\n",
       NamedExitsList(plan)},
      {"network_ranges", "hosting.txt", "    class: hosting\n", "10.208.0.0/12\n"},
      {"network_ranges", "carriers.txt", "    class: mobile_carrier\n",
       "10.128.0.0/10\n2001:db8:c000::/34\n"},
      {"network_places", "places.csv", "", PlacesList(plan)},
      {"email_domains", "disposable.txt", "", "throwaway.example\nten-minutes.example\n"},
      {"bank_directory", "banks.csv", "", BankList()},
      {"payment_services", "services.csv", "", ServiceList()},
      {"wallet_addresses", "wallets.txt", "", WalletList()},
      {"technologies", "technologies.csv", "", TechnologyList()},
  };
  for (uint32_t i = 0; i < kPostalClasses; ++i) {
    const auto postal_class = static_cast<PostalClass>(i);
    const std::string name(PostalClassName(postal_class));
    entries.push_back({"postal_addresses", name + "_addresses.txt", "    class: " + name + "\n",
                       PostalList(accounts, postal_class)});
  }
  return entries;
}

}  // namespace

std::vector<MarketList> MakeLists(uint32_t accounts) {
  std::vector<Entry> entries = Entries(accounts);
  std::vector<MarketList> lists = {{"lists.yml", Manifest(entries)}};
  for (Entry& entry : entries) lists.push_back({std::move(entry.file), std::move(entry.text)});
  return lists;
}

}  // namespace sekisho::simulate
