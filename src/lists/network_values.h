// What lists say about one network address.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "lists/list_part.h"

namespace sekisho {

enum class NetworkField : uint8_t {
  kClass,    // name of a range class
  kBrand,    // name of a VPN service
  kWatched,  // why the user's own list names the range
  kPool,     // the first range of a carrier's pool that counts as one address
  kCountry,  // ISO 3166-1 alpha-2
  kCity,
  kLatitude,   // degrees, as a decimal number
  kLongitude,  // degrees
  kAccuracy,   // radius around the coordinates in which the address is, kilometres
  kTimeZone,   // IANA
  kAsn,        // digits
  kOrganisation,
  kConnection,  // home, mobile, business, hosting, school, satellite, other
};
inline constexpr size_t kNetworkFields = 13;

using NetworkValues = std::array<std::string, kNetworkFields>;  // empty: not known

inline std::string& At(NetworkValues* values, NetworkField field) {
  return (*values)[static_cast<size_t>(field)];
}
inline const std::string& At(const NetworkValues& values, NetworkField field) {
  return values[static_cast<size_t>(field)];
}

// Takes the value into the form above: a country in capitals, digits of an ASN, a degree in range,
// one of the kinds of line. Empty when it cannot be one.
std::string NetworkValue(NetworkField field, std::string_view text);

// What must be loaded for these values to be there.
ListParts PartsOf(const NetworkValues& values);

}  // namespace sekisho
