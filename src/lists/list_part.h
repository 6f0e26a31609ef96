// What lists can say, in the smallest parts that can be there or be missing: an indicator that
// reads a part which no list brings is not evaluated.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace sekisho {

// The first ones are the classes of address ranges; their names are the values of network.class.
enum class ListPart : uint8_t {
  kVpn,
  kProxy,
  kResidentialProxy,
  kTor,
  kHosting,
  kMobileCarrier,
  kHome,
  kExempt,
  kWatched,  // the user's own list of networks that ask for a look; network.watched, not a class
  kBrand,
  kPool,
  kCountry,
  kCity,
  kCoordinates,
  kTimeZone,
  kAsn,
  kOrganisation,
  kConnection,
  kDisposableEmail,
  kListedWallet,
  kInstitution,
  kServiceCountry,
  // Classes of postal addresses; their names are the values of shipment.address_class.
  kMailbox,
  kForwarder,
  kVirtualOffice,
  kVacant,
  kBusiness,
  kTechnology,
  // Artefacts that partners of an exchange have reported.
  kSharedDocument,
  kSharedPayee,
  kSharedDevice,
  kSharedTemplate,
};
inline constexpr size_t kListParts = 32;
inline constexpr size_t kRangeClasses = 9;
inline constexpr size_t kAddressClasses = 5;

// "vpn", "residential_proxy", "country", "disposable_email": stable, for programs.
std::string_view ListPartName(ListPart part);
// For people: "address ranges of VPN services".
const Phrase& ListPartPhrase(ListPart part);
// Of the name of a class of ranges; none for other names.
std::optional<ListPart> ParseRangeClass(std::string_view name);
// The same of a class of postal addresses.
std::optional<ListPart> ParseAddressClass(std::string_view name);

// A set of parts.
class ListParts {
 public:
  void Add(ListPart part) { bits_ |= Bit(part); }
  void Add(const ListParts& other) { bits_ |= other.bits_; }
  void Remove(ListPart part) { bits_ &= ~Bit(part); }
  void Remove(const ListParts& other) { bits_ &= ~other.bits_; }
  bool Has(ListPart part) const { return (bits_ & Bit(part)) != 0; }
  bool HasAny(const ListParts& others) const { return (bits_ & others.bits_) != 0; }
  bool empty() const { return bits_ == 0; }
  std::vector<ListPart> All() const;
  // Every part there is: for the question what would be possible with all lists.
  static ListParts Everything();

 private:
  static uint32_t Bit(ListPart part) { return uint32_t{1} << static_cast<unsigned>(part); }
  uint32_t bits_ = 0;
};

}  // namespace sekisho
