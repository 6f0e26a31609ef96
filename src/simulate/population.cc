#include "simulate/population.h"

#include <algorithm>

namespace sekisho::simulate {
namespace {

// Uses of Mix on the seed.
constexpr uint64_t kPersonUse = 0x70;
constexpr uint64_t kRingUse = 0x71;
constexpr uint64_t kIdUse = 0x72;

constexpr uint32_t kIdBitsMin = 24;

// What a client of the market orders in; workers are paid in the same currencies.
uint8_t PickCategory(uint64_t hash) {
  Random random(hash);
  std::array<uint16_t, 16> weights{};
  const std::span<const Category> categories = Categories();
  for (size_t i = 0; i < categories.size(); ++i) weights[i] = categories[i].weight;
  return static_cast<uint8_t>(
      random.Weighted(std::span<const uint16_t>(weights.data(), categories.size())));
}

// Rings live from technical work.
uint8_t TechnicalCategory(uint64_t hash) {
  uint8_t category = PickCategory(hash);
  for (uint64_t i = 1; !Categories()[category].technical; ++i)
    category = PickCategory(Mix(hash, i));
  return category;
}

uint32_t MeanSize(const WorkerParameters& parameters) {
  return (parameters.group_min + parameters.group_max) / 2;
}

}  // namespace

Population::Population(const MarketOptions& options) : options_(options) {
  uint32_t bits = kIdBitsMin;
  while ((uint64_t{1} << bits) < options.accounts) ++bits;
  id_mask_ = (uint64_t{1} << bits) - 1;
  people_.reserve(options.accounts);
  const auto in_rings = static_cast<uint32_t>(
      (uint64_t{options.accounts} * options.ring_accounts_ppm + 500'000) / 1'000'000);
  const uint32_t clients =
      std::min(options.accounts - in_rings, options.accounts * Common().clients / 1000);
  AddClients(clients);
  AddWorkers(options.accounts - in_rings - clients);
  AddRings(in_rings);
}

Person Population::NewPerson(Kind kind) {
  const auto index = static_cast<uint32_t>(people_.size());
  Person person{};
  person.hash = Mix(options_.seed, kPersonUse, index);
  person.handover = kNever;
  person.line = lines_++;
  person.ring = kNobody;
  person.document_of = person.payee_of = person.phone_of = index;
  person.kind = kind;
  Random random(Mix(person.hash, 1));
  person.place = kind == Kind::kClient ? PickClientPlace(&random) : PickWorkerPlace(&random);
  person.city = PickCity(person.place, Mix(person.hash, 6));
  person.currency = PlaceAt(person.place).currency;
  person.category = PickCategory(Mix(person.hash, 2));
  return person;
}

int32_t Population::RegistrationDay(int32_t from, int32_t to, uint64_t hash) const {
  Random random(Mix(hash, 3));
  // Nobody registers so late that no clock on earth shows the day any more.
  const int32_t last = std::min(to, static_cast<int32_t>(options_.days) - 2);
  return static_cast<int32_t>(random.Between(std::min(from, last), last));
}

void Population::AddClients(uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    Person person = NewPerson(Kind::kClient);
    // A market that grows by a tenth in two months.
    person.registered = person.Has(4, 900) ? RegistrationDay(-900, -1, person.hash)
                                           : RegistrationDay(0, kNever, person.hash);
    clients_[static_cast<size_t>(person.currency)].push_back(static_cast<uint32_t>(people_.size()));
    people_.push_back(person);
  }
}

void Population::AddWorkers(uint32_t count) {
  const uint32_t end = static_cast<uint32_t>(people_.size()) + count;
  for (const WorkerParameters& parameters : Workers()) {
    if (parameters.kind == Kind::kOrdinary) continue;
    const auto share = static_cast<uint32_t>((uint64_t{count} * parameters.share + 500) / 1000);
    uint32_t left = std::min(share, end - static_cast<uint32_t>(people_.size()));
    while (left > 0) {
      Random random(Mix(options_.seed, 0x73, people_.size()));
      auto size = static_cast<uint32_t>(random.Between(parameters.group_min, parameters.group_max));
      // Nobody is left behind alone: the last group takes in what is too small for one of its own.
      if (left < size + parameters.group_min) size = left;
      AddGroup(parameters, size,
               parameters.kind == Kind::kAgency || (parameters.kind == Kind::kFamily &&
                                                    random.Permille(Common().household_payees)));
      left -= size;
    }
  }
  while (people_.size() < end) AddGroup(WorkerOf(Kind::kOrdinary), 1, false);
}

void Population::AddGroup(const WorkerParameters& parameters, uint32_t size, bool one_payee) {
  const auto first = static_cast<uint32_t>(people_.size());
  const bool alone = MeanSize(parameters) <= 1;
  for (uint32_t i = 0; i < size; ++i) {
    Person person = NewPerson(parameters.kind);
    if (!alone && i > 0) {
      person.line = people_[first].line;
      person.place = people_[first].place;
      person.city = people_[first].city;
      person.currency = people_[first].currency;
    }
    if (one_payee) person.payee_of = first;
    person.registered =
        RegistrationDay(parameters.registered_from, parameters.registered_to, person.hash);
    // The payee of a household or an agency exists before others name it.
    if (one_payee && i > 0) {
      person.registered = std::max(person.registered, people_[first].registered);
    }
    people_.push_back(person);
  }
}

void Population::AddRings(uint32_t count) {
  std::array<uint16_t, kCares> cares{};
  for (uint32_t i = 0; i < kCares; ++i) cares[i] = CareOf(static_cast<Care>(i)).share;
  while (count > 0) {
    Random random(Mix(options_.seed, kRingUse, rings_.size()));
    const Care care =
        options_.care ? *options_.care : static_cast<Care>(random.Weighted<uint16_t>(cares));
    std::array<uint16_t, kRingTypes> types{};
    for (uint32_t i = 0; i < kRingTypes; ++i) types[i] = RingTypes()[i].share;
    const RingParameters& parameters = RingTypes()[random.Weighted<uint16_t>(types)];
    auto size = static_cast<uint32_t>(random.Between(parameters.size_min, parameters.size_max));
    if (count < size + 3) size = count;  // what is left is no ring of its own
    Ring ring{};
    ring.hash = random.Next();
    ring.type = parameters.type;
    ring.care = care;
    ring.size = size;
    ring.team_place = static_cast<uint8_t>(random.Below(TeamPlaces().size()));
    ring.first = static_cast<uint32_t>(people_.size());
    ring.reviewer = ring.enabler = kNobody;
    if (size >= 3 && random.Permille(CareOf(care).reviewer)) ring.reviewer = ring.first + size - 1;
    if (size >= 2 && (ring.type == RingType::kFarm ||
                      (ring.type == RingType::kResident && random.Permille(500)))) {
      ring.enabler = ring.first;
    }
    rings_.push_back(ring);
    for (uint32_t i = 0; i < size; ++i) {
      Kind kind = ring.type == RingType::kResident     ? Kind::kOwner
                  : ring.type == RingType::kFabricated ? Kind::kOperator
                                                       : Kind::kRenter;
      if (ring.first + i == ring.enabler) kind = Kind::kEnabler;
      if (ring.first + i == ring.reviewer) kind = Kind::kReviewer;
      AddRingAccount(ring, kind);
    }
    ShareWithinRing(ring);
    count -= size;
  }
}

void Population::AddRingAccount(const Ring& ring, Kind kind) {
  Person person = NewPerson(kind);
  person.ring = static_cast<uint32_t>(rings_.size()) - 1;
  person.category = TechnicalCategory(person.hash);
  // Residents and the people around a farm live in one country; rented accounts come from anywhere.
  if (people_.size() > ring.first && ring.type != RingType::kRented) {
    person.place = people_[ring.first].place;
    person.city = PickCity(person.place, Mix(person.hash, 6));
    person.currency = people_[ring.first].currency;
  }
  const auto days = static_cast<int32_t>(options_.days);
  if (kind == Kind::kOperator || kind == Kind::kReviewer) {
    person.registered = RegistrationDay(-150, days / 2, person.hash);
    person.handover = person.registered;
  } else {
    person.registered = RegistrationDay(-600, days / 4, person.hash);
    Random random(Mix(person.hash, 5));
    const int32_t day = static_cast<int32_t>(random.Between(-days, days / 2));
    person.handover =
        std::max(person.registered + static_cast<int32_t>(random.Between(2, 15)), day);
  }
  people_.push_back(person);
}

void Population::ShareWithinRing(const Ring& ring) {
  const CareParameters& care = CareOf(ring.care);
  // A resident's own papers are the point of that arrangement; forged ones are copied freely.
  const uint32_t document_permille =
      ring.type == RingType::kFabricated ? care.shared_documents : care.shared_documents / 3;
  Random random(Mix(ring.hash, 6));
  for (uint32_t i = 1; i < ring.size; ++i) {
    const uint32_t index = ring.first + i;
    Person& person = people_[index];
    const uint32_t other = ring.first + random.Below(i);
    if (person.kind == Kind::kReviewer) {
      if (random.Permille(care.reviewer_document))
        person.document_of = ring.first + random.Below(i);
      if (random.Permille(care.reviewer_payment)) person.payee_of = ring.first + random.Below(i);
      continue;
    }
    if (person.kind == Kind::kEnabler) continue;
    if (random.Permille(document_permille) && people_[other].place == person.place) {
      person.document_of = people_[other].document_of;
    }
    if (random.Permille(care.shared_payees)) {
      person.payee_of = ring.enabler != kNobody ? ring.enabler : people_[other].payee_of;
    }
    if (random.Permille(care.shared_contacts)) person.phone_of = people_[other].phone_of;
  }
}

uint32_t Population::PickClient(Currency currency, int32_t day, Random* random) const {
  const std::vector<uint32_t>& clients = clients_[static_cast<size_t>(currency)];
  if (clients.empty()) return kNobody;
  for (int attempt = 0; attempt < 4; ++attempt) {
    // The smaller of two draws: the first ones order more.
    const uint32_t at = std::min(random->Below(clients.size()), random->Below(clients.size()));
    if (people_[clients[at]].registered < day) return clients[at];
  }
  return kNobody;
}

void Population::AppendAccount(uint32_t index, std::string* out) const {
  // Each step is a bijection of the numbers up to the mask: an odd factor, a shift that folds high
  // bits into low ones.
  uint64_t number = index;
  for (uint64_t round = 0; round < 3; ++round) {
    number = (number * ((Mix(options_.seed, kIdUse, round)) | 1) + round) & id_mask_;
    number ^= number >> 11;
  }
  char digits[12] = "u00000000";
  for (int at = 8; at > 0; --at, number /= 10) digits[at] = static_cast<char>('0' + number % 10);
  *out += std::string_view(digits, 9);
}

}  // namespace sekisho::simulate
