// Network addresses and devices of the market.
//
// IPv4 comes from 10.0.0.0/8, which nobody owns, in parts that a list of networks can name:
//
//   10.0.0.0/9     lines of homes, dormitories, offices
//   10.128.0.0/10  mobile networks: egress addresses of carriers, shared by thousands (CGNAT)
//   10.192.0.0/12  exits of VPN services, shared by their users
//   10.208.0.0/12  rented servers
//   10.224.0.0/12  hotels, cafés, airports
//
// IPv6 homes have one /64 of 2001:db8::/32 each; devices change the lower half every day (RFC
// 8981).
#pragma once

#include <cstdint>
#include <string>

#include "simulate/places.h"

namespace sekisho::simulate {

struct Address {
  bool v6 = false;
  uint32_t v4 = 0;
  uint64_t low = 0;     // IPv6: the interface
  uint32_t prefix = 0;  // IPv6: the /64 below 2001:db8::/32
};

void AppendAddress(const Address& address, std::string* out);

// How often a home line changes its address.
enum class Lease : uint8_t { kFixed, kFortnight, kDaily };

// The address of a home or office line on a day; `v6` for lines that have IPv6. Equal lines have
// equal addresses (IPv6: equal /64).
Address LineAddress(uint64_t line, Lease lease, int32_t day, bool v6, uint64_t device);

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
  Address Hotel(uint64_t hotel) const;

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
