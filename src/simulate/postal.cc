#include "simulate/postal.h"

#include <array>

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kClassUse = 480, kPlaceUse, kToldUse, kBoxUse };

constexpr uint32_t kAccountsPerService = 400;  // of one class and country, on average
constexpr uint32_t kServicesMin = 3;
constexpr uint32_t kMissing = 100;  // places that no list names, of 1000
// Houses of honest people that a list takes for empty, of 1000 people.
constexpr uint32_t kWronglyVacant = 1;
constexpr uint32_t kTold = 850;           // people who tell the platform before, of 1000
constexpr uint32_t kBoxesNumbered = 400;  // people who write the number of their box, of 1000

uint32_t Services(uint32_t accounts) { return kServicesMin + accounts / kAccountsPerService; }

std::string AddressAt(PostalClass postal_class, PlaceIndex place, uint32_t number) {
  return std::to_string(number % 90 + 1) + " Sample Street, Example Town " +
         std::to_string((number / 90 * kPostalClasses + static_cast<uint32_t>(postal_class)) * 100 +
                        place) +
         ", " + std::string(PlaceAt(place).country);
}

// Shares of 1000 people.
struct Shares {
  uint16_t mailbox;  // people between two countries, and those who are never at home
  uint16_t forwarder;
  uint16_t virtual_office;  // whoever has a firm of one
  uint16_t business;        // the own desk
};

Shares SharesOf(Kind kind) {
  switch (kind) {
    case Kind::kAgency:
    case Kind::kCoworking:
      return {5, 2, 10, 400};
    case Kind::kVeteran:
      return {10, 4, 40, 30};
    case Kind::kTraveller:
      return {150, 40, 20, 15};
    default:
      return {10, 4, 10, 15};
  }
}

}  // namespace

std::string_view PostalClassName(PostalClass postal_class) {
  constexpr std::array<std::string_view, kPostalClasses> kNames = {
      "mailbox", "forwarder", "virtual_office", "vacant", "business"};
  return kNames[static_cast<size_t>(postal_class)];
}

std::string PostalAddress(uint32_t accounts, PostalClass postal_class, PlaceIndex place,
                          uint64_t hash) {
  return AddressAt(postal_class, place, static_cast<uint32_t>(hash % Services(accounts)));
}

std::optional<Delivery> DeliveryOf(uint32_t accounts, const Person& person) {
  if (person.client() || person.ring != kNobody) return std::nullopt;
  const Shares shares = SharesOf(person.kind);
  uint64_t draw = Mix(person.hash, kClassUse) % 1000;
  const std::array<std::pair<PostalClass, uint32_t>, kPostalClasses> classes = {{
      {PostalClass::kMailbox, shares.mailbox},
      {PostalClass::kForwarder, shares.forwarder},
      {PostalClass::kVirtualOffice, shares.virtual_office},
      {PostalClass::kBusiness, shares.business},
      {PostalClass::kVacant, kWronglyVacant},
  }};
  for (const auto& [postal_class, share] : classes) {
    if (draw >= share) {
      draw -= share;
      continue;
    }
    // People of one office have one address.
    const bool office = postal_class == PostalClass::kBusiness;
    const uint64_t hash = office ? Mix(person.line, kPlaceUse) : Mix(person.hash, kPlaceUse);
    Delivery delivery{postal_class, PostalAddress(accounts, postal_class, person.place, hash),
                      person.Has(kToldUse, kTold)};
    if (postal_class == PostalClass::kMailbox && person.Has(kBoxUse, kBoxesNumbered)) {
      delivery.address =
          "PMB " + std::to_string(Mix(person.hash, kBoxUse, 1) % 400 + 1) + ", " + delivery.address;
    }
    return delivery;
  }
  return std::nullopt;
}

std::string PostalList(uint32_t accounts, PostalClass postal_class) {
  std::string text;
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    for (uint32_t number = 0; number < Services(accounts); ++number) {
      if (Mix(kPlaceUse, number, place * uint64_t{8} + static_cast<uint64_t>(postal_class)) % 1000 <
          kMissing) {
        continue;
      }
      text += AddressAt(postal_class, place, number) + "\n";
    }
  }
  return text;
}

}  // namespace sekisho::simulate
