// Addresses that are no homes: mailboxes, forwarders of parcels, virtual offices, offices, empty
// houses, and who has things sent there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "simulate/population.h"

namespace sekisho::simulate {

enum class PostalClass : uint8_t { kMailbox, kForwarder, kVirtualOffice, kVacant, kBusiness };
inline constexpr uint32_t kPostalClasses = 5;
std::string_view PostalClassName(PostalClass postal_class);

// The address of such a place in that country; equal hashes give the same one. A larger market has
// more of them.
std::string PostalAddress(uint32_t accounts, PostalClass postal_class, PlaceIndex place,
                          uint64_t hash);

// Where an honest person has things sent instead of home.
struct Delivery {
  PostalClass postal_class;
  std::string address;
  bool told;  // the platform knows it from the beginning
};
std::optional<Delivery> DeliveryOf(uint32_t accounts, const Person& person);

// A list of the kind postal_addresses: the places of that class that a list has found.
std::string PostalList(uint32_t accounts, PostalClass postal_class);

}  // namespace sekisho::simulate
