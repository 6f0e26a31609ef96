// Network addresses and devices of the market.
//
// IPv4 comes from 10.0.0.0/8, which nobody owns, in parts that a list of networks can name:
//
//   10.0.0.0/9     lines of homes
//   10.128.0.0/10  mobile networks: egress addresses of carriers, shared by thousands (CGNAT)
//   10.192.0.0/12  exits of VPN services, shared by their users
//   10.208.0.0/12  rented servers
//   10.224.0.0/12  hotels, cafés, airports
//   10.240.0.0/12  lines of offices and dormitories
//
// IPv6 lines have one /64 of 2001:db8::/32 each; devices change the lower half every day (RFC
// 8981). The first group of their prefix tells offices (0x4000), homes (0x8000) and mobile networks
// (0xc000) apart. Homes, offices and hotels lie in the slots of their cities (cities.h).
#pragma once

#include <cstdint>
#include <string>

#include "simulate/cities.h"
#include "simulate/places.h"

namespace sekisho::simulate {

struct Address {
  bool v6 = false;
  uint32_t v4 = 0;
  uint64_t low = 0;     // IPv6: the interface
  uint32_t prefix = 0;  // IPv6: the /64 below 2001:db8::/32
};

void AppendAddress(const Address& address, std::string* out);

// How often a line changes its address.
enum class Lease : uint8_t { kFixed, kFortnight, kDaily };

enum class LineKind : uint8_t { kHome, kOffice };

struct Line {
  uint64_t hash;
  CityIndex city;
  LineKind kind = LineKind::kHome;
};

// The address of a line on a day; `v6` for lines that have IPv6. Equal lines have equal addresses
// (IPv6: equal /64).
Address LineAddress(const Line& line, Lease lease, int32_t day, bool v6, uint64_t device);
// Of a carrier that gives each telephone IPv6 of its own.
Address PhoneAddress(uint64_t phone, PlaceIndex place, int32_t day);

// A network of one slot: its first address and the bits that all of its addresses share.
struct SlotNetwork {
  Address first;
  uint32_t bits;
};
SlotNetwork HomesOf(uint32_t slot, bool v6);
SlotNetwork OfficesOf(uint32_t slot, bool v6);
SlotNetwork HotelsOf(uint32_t slot);
// All telephones with IPv6 in that country.
SlotNetwork PhonesOf(PlaceIndex place);
// "10.0.32.0/19"
void AppendNetwork(const SlotNetwork& network, std::string* out);

// Networks whose size depends on how many people the market has.
class NetworkPlan {
 public:
  explicit NetworkPlan(uint32_t accounts);

  // One of the egress addresses of the carrier; another one at each new connection.
  Address Carrier(PlaceIndex place, uint32_t carrier, uint64_t connection) const;
  // One of the exits of the service in that country; another one at each new connection.
  Address VpnExit(uint64_t service, PlaceIndex place, uint64_t connection) const;
  uint32_t vpn_exits() const { return vpn_exits_; }
  Address Server(uint64_t server) const;
  // A hotel, a café or an airport of the city.
  Address Hotel(CityIndex city, uint64_t hotel) const;

 private:
  uint32_t carrier_egresses_;  // of one carrier
  uint32_t vpn_exits_;         // of one service in one country
};

inline constexpr uint32_t kCarriersOfCountry = 3;
inline constexpr uint32_t kVpnServices = 6;

// "d-" and 12 hex digits.
void AppendDevice(uint64_t device, std::string* out);
// A browser or app that fits the device; the same for the same device.
std::string_view UserAgent(uint64_t device, bool phone);

}  // namespace sekisho::simulate
