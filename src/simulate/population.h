// Who is in the market: every account with what never changes about it. Made once, read by all.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulate/cities.h"
#include "simulate/names.h"
#include "simulate/networks.h"
#include "simulate/parameters.h"
#include "simulate/places.h"

namespace sekisho::simulate {

inline constexpr uint32_t kNobody = 0xffffffff;
inline constexpr int32_t kNever = 1'000'000;
inline constexpr uint64_t kNewHome = 1;  // number of the address that movers move to

struct MarketOptions {
  uint32_t accounts = 20'000;
  uint32_t days = 60;
  uint64_t seed = 1;
  uint32_t ring_accounts_ppm = 20'000;  // accounts of rings, of a million
  std::optional<Care> care;             // none: a mixture
};

struct Person {
  uint64_t hash;         // everything else about the person comes from it
  int32_t registered;    // day; negative: before the market begins
  int32_t handover;      // day from which a ring uses the account; kNever
  uint32_t line;         // people of equal numbers share a home or office line
  uint32_t ring;         // kNobody: honest
  uint32_t document_of;  // account whose document this one shows; its own index
  uint32_t payee_of;     // account whose payee this one is paid to; its own index
  uint32_t phone_of;     // account whose telephone number this one gives; its own index
  Kind kind;
  PlaceIndex place;
  CityIndex city;  // of the home, before a move
  Currency currency;
  uint8_t category;  // index into Categories(): what the person mostly does

  bool client() const { return kind == Kind::kClient || kind == Kind::kReviewer; }
  bool Used(int32_t day) const { return day >= handover; }  // by a ring
  // The account whose payee this one is paid to on that day, given its own index.
  uint32_t PayeeOn(int32_t day, uint32_t own) const {
    return ring == kNobody || Used(day) ? payee_of : own;
  }
  uint32_t PhoneOn(int32_t day, uint32_t own) const { return Used(day) ? phone_of : own; }
  // A trait that holds for `permille` of people; `use` tells traits apart.
  bool Has(uint32_t use, uint32_t permille) const { return Mix(hash, use) % 1000 < permille; }
};

struct Ring {
  uint64_t hash;
  RingType type;
  Care care;
  uint8_t team_place;  // index into TeamPlaces()
  uint32_t first;      // its accounts are [first, first + size)
  uint32_t size;
  uint32_t reviewer;  // account of its sham client, or kNobody
  uint32_t enabler;   // account that passes the money on, or kNobody
};

class Population {
 public:
  explicit Population(const MarketOptions& options);

  uint32_t size() const { return static_cast<uint32_t>(people_.size()); }
  const Person& at(uint32_t index) const { return people_[index]; }
  const std::vector<Ring>& rings() const { return rings_; }

  // An honest client that orders in that currency and is registered by `day`; a few clients order
  // much more than others. kNobody when there is none.
  uint32_t PickClient(Currency currency, int32_t day, Random* random) const;

  // "u" and eight digits, in no order, so that an id says nothing.
  void AppendAccount(uint32_t index, std::string* out) const;

 private:
  void AddClients(uint32_t count);
  void AddWorkers(uint32_t count);
  void AddGroup(const WorkerParameters& parameters, uint32_t size, bool one_payee);
  void AddRings(uint32_t count);
  void AddRing(uint32_t size, Care care);
  void AddRingAccount(const Ring& ring, Kind kind);
  void ShareWithinRing(const Ring& ring);
  Person NewPerson(Kind kind);
  int32_t RegistrationDay(int32_t from, int32_t to, uint64_t hash) const;

  MarketOptions options_;
  uint64_t id_mask_;
  uint32_t lines_ = 0;
  std::vector<Person> people_;
  std::vector<Ring> rings_;
  std::array<std::vector<uint32_t>, kCurrencies> clients_;
};

// What people show of themselves. `version` counts changes, from 0.
Name NameOf(const Population& population, uint32_t index, bool married);
// The given name alone.
std::string SignatureOf(const Population& population, uint32_t index);
std::string EmailOf(const Population& population, uint32_t index, uint32_t version);
std::string PhoneOf(const Population& population, uint32_t index, uint32_t version);
// Where the person lives; families and dormitories together. `other`: another address of the same
// country, by its number.
std::string AddressOf(const Population& population, uint32_t index, uint64_t other = 0);
uint32_t BirthYear(uint64_t person_hash);

}  // namespace sekisho::simulate
