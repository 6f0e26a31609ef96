#include "simulate/networks.h"

#include <algorithm>
#include <array>

#include "simulate/random.h"

namespace sekisho::simulate {
namespace {

constexpr uint32_t kHomes = 0x0a000000, kHomesSize = 1u << 23;
constexpr uint32_t kMobile = 0x0a800000, kMobileSize = 1u << 22;
constexpr uint32_t kVpn = 0x0ac00000, kVpnSize = 1u << 20;
constexpr uint32_t kServers = 0x0ad00000, kServersSize = 1u << 20;
constexpr uint32_t kHotels = 0x0ae00000, kHotelsSize = 1u << 20;
constexpr uint32_t kOffices = 0x0af00000, kOfficesSize = 1u << 20;

// First groups of IPv6 prefixes.
constexpr uint32_t kOffices6 = 0x4000, kHomes6 = 0x8000, kPhones6 = 0xc000;
constexpr uint32_t kSlotShift6 = 4;   // below the ten bits of the slot
constexpr uint32_t kPlaceShift6 = 8;  // below the six bits of the place
constexpr uint32_t kBits6 = 32 + 16;  // of 2001:db8::/32 and a whole group

// Accounts of the market that use one egress address of a carrier now and then, on average. The
// address itself is shared by thousands, most of whom have no account here.
constexpr uint32_t kAccountsPerEgress = 150;
// The same for an exit of a VPN service.
constexpr uint32_t kAccountsPerExit = 900;

void AppendDecimal(uint32_t number, std::string* out) {
  char digits[10];
  size_t n = 0;
  do {
    digits[n++] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  while (n > 0) out->push_back(digits[--n]);
}

void AppendHex(uint64_t number, int digits, std::string* out) {
  constexpr char kHex[] = "0123456789abcdef";
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out->push_back(kHex[(number >> shift) & 15]);
  }
}

// Without leading zeros, as RFC 5952 asks for one group.
void AppendGroup(uint32_t group, std::string* out) {
  int digits = 1;
  while (digits < 4 && (group >> (4 * digits)) != 0) ++digits;
  AppendHex(group, digits, out);
}

Address V4(uint32_t base, uint32_t size, uint64_t hash) {
  return {false, base + static_cast<uint32_t>(hash % size), 0, 0};
}

Address InSlot(uint32_t base, uint32_t size, uint32_t slot, uint64_t hash) {
  const uint32_t slot_size = size / kCitySlots;
  return V4(base + slot * slot_size, slot_size, hash);
}

// The second group and those of the interface are zero nowhere, so that the text has one form.
Address V6(uint64_t group, uint64_t hash, uint64_t interface) {
  const uint32_t prefix =
      static_cast<uint32_t>(group) << 16 | (static_cast<uint32_t>(hash >> 16) & 0xffff) | 0x1000;
  return {true, 0, interface | 0x1000'1000'1000'1000u, prefix};
}

SlotNetwork Network4(uint32_t base, uint32_t size, uint32_t slot) {
  const uint32_t slot_size = size / kCitySlots;
  uint32_t bits = 32;
  while (1u << (32 - bits) < slot_size) --bits;
  return {{false, base + slot * slot_size, 0, 0}, bits};
}

SlotNetwork Network6(uint32_t group, uint32_t slot) {
  return {{true, 0, 0, (group | slot << kSlotShift6) << 16}, kBits6 - kSlotShift6};
}

}  // namespace

void AppendAddress(const Address& address, std::string* out) {
  if (!address.v6) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      AppendDecimal((address.v4 >> shift) & 255, out);
      if (shift > 0) out->push_back('.');
    }
    return;
  }
  *out += "2001:db8:";
  AppendGroup(address.prefix >> 16, out);
  out->push_back(':');
  AppendGroup(address.prefix & 0xffff, out);
  for (int shift = 48; shift >= 0; shift -= 16) {
    out->push_back(':');
    AppendGroup(static_cast<uint32_t>(address.low >> shift) & 0xffff, out);
  }
}

Address LineAddress(const Line& line, Lease lease, int32_t day, bool v6, uint64_t device) {
  const int32_t shifted =
      day + static_cast<int32_t>(line.hash % 14) + 14'000;  // leases end on any day
  const uint64_t epoch = lease == Lease::kFixed   ? 0
                         : lease == Lease::kDaily ? shifted
                                                  : shifted / 14;
  const uint64_t hash = Mix(line.hash, epoch, v6);
  const uint32_t slot = PickSlot(line.city, hash >> 32);
  const bool home = line.kind == LineKind::kHome;
  if (!v6) {
    return home ? InSlot(kHomes, kHomesSize, slot, hash)
                : InSlot(kOffices, kOfficesSize, slot, hash);
  }
  const uint32_t group = (home ? kHomes6 : kOffices6) | slot << kSlotShift6;
  return V6(group | (hash & ((1u << kSlotShift6) - 1)), hash, Mix(device, shifted));
}

Address PhoneAddress(uint64_t phone, PlaceIndex place, int32_t day) {
  const uint64_t hash = Mix(phone, static_cast<uint64_t>(day + 14'000));
  const uint32_t group = kPhones6 | uint32_t{place} << kPlaceShift6;
  return V6(group | (hash & ((1u << kPlaceShift6) - 1)), hash, Mix(hash, 1));
}

SlotNetwork HomesOf(uint32_t slot, bool v6) {
  return v6 ? Network6(kHomes6, slot) : Network4(kHomes, kHomesSize, slot);
}

SlotNetwork OfficesOf(uint32_t slot, bool v6) {
  return v6 ? Network6(kOffices6, slot) : Network4(kOffices, kOfficesSize, slot);
}

SlotNetwork HotelsOf(uint32_t slot) { return Network4(kHotels, kHotelsSize, slot); }

SlotNetwork PhonesOf(PlaceIndex place) {
  return {{true, 0, 0, (kPhones6 | uint32_t{place} << kPlaceShift6) << 16}, kBits6 - kPlaceShift6};
}

void AppendNetwork(const SlotNetwork& network, std::string* out) {
  if (network.first.v6) {
    *out += "2001:db8:";
    AppendGroup(network.first.prefix >> 16, out);
    *out += "::";
  } else {
    AppendAddress(network.first, out);
  }
  out->push_back('/');
  AppendDecimal(network.bits, out);
}

NetworkPlan::NetworkPlan(uint32_t accounts)
    : carrier_egresses_(std::clamp(
          accounts / (kAccountsPerEgress * static_cast<uint32_t>(Places().size())), 4u, 2048u)),
      vpn_exits_(std::clamp(
          accounts / (kAccountsPerExit * kVpnServices * static_cast<uint32_t>(Places().size())), 1u,
          256u)) {}

Address NetworkPlan::Carrier(PlaceIndex place, uint32_t carrier, uint64_t connection) const {
  const uint32_t network = place * kCarriersOfCountry + carrier % kCarriersOfCountry;
  // Egresses of one carrier are neighbours; carriers lie apart.
  const uint32_t at =
      network * (kMobileSize / 128) + static_cast<uint32_t>(connection % carrier_egresses_) * 7;
  return {false, kMobile + at % kMobileSize, 0, 0};
}

Address NetworkPlan::VpnExit(uint64_t service, PlaceIndex place, uint64_t connection) const {
  return V4(kVpn, kVpnSize, Mix(service % kVpnServices, place, connection % vpn_exits_));
}

Address NetworkPlan::Server(uint64_t server) const {
  return V4(kServers, kServersSize, Mix(server));
}

Address NetworkPlan::Hotel(CityIndex city, uint64_t hotel) const {
  const uint64_t hash = Mix(hotel, city);
  return InSlot(kHotels, kHotelsSize, PickSlot(city, hash >> 32), hash);
}

void AppendDevice(uint64_t device, std::string* out) {
  *out += "d-";
  AppendHex(Mix(device), 12, out);
}

std::string_view UserAgent(uint64_t device, bool phone) {
  constexpr std::array<std::string_view, 7> kComputers = {
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/146.0",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/146.0",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/146.0",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/146.0",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/19.3",
      "Mozilla/5.0 (X11; Linux x86_64) Firefox/149.0",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/149.0"};
  constexpr std::array<std::string_view, 3> kPhones = {
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_3 like Mac OS X) Safari/19.3",
      "Mozilla/5.0 (Linux; Android 16) Chrome/146.0", "MarketApp/8.2 (Android 16)"};
  return phone ? kPhones[Mix(device) % kPhones.size()]
               : kComputers[Mix(device) % kComputers.size()];
}

}  // namespace sekisho::simulate
