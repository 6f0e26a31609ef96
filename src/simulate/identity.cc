#include "simulate/population.h"

namespace sekisho::simulate {
namespace {

constexpr uint64_t kFamilyUse = 20;
constexpr uint64_t kGivenUse = 21;
constexpr uint64_t kPhoneUse = 22;
constexpr uint64_t kAddressUse = 23;
constexpr uint64_t kBirthUse = 24;

uint64_t FamilyHash(const Person& person) {
  // Relatives of one household share a family name.
  return person.kind == Kind::kFamily ? Mix(person.line, kFamilyUse) : Mix(person.hash, kFamilyUse);
}

}  // namespace

Name NameOf(const Population& population, uint32_t index, bool married) {
  const Person& person = population.at(index);
  const uint64_t family = married ? Mix(person.hash, kFamilyUse, 1) : FamilyHash(person);
  return MakeName(PlaceAt(person.place).names, family, Mix(person.hash, kGivenUse));
}

std::string SignatureOf(const Population& population, uint32_t index) {
  const Person& person = population.at(index);
  return GivenName(PlaceAt(person.place).names, Mix(person.hash, kGivenUse));
}

std::string EmailOf(const Population& population, uint32_t index, uint32_t version) {
  std::string email = "m";
  population.AppendAccount(index, &email);
  if (version > 0) email += "." + std::to_string(version);
  return email + "@example.com";
}

std::string PhoneOf(const Population& population, uint32_t index, uint32_t version) {
  const Person& person = population.at(index);
  std::string phone(PlaceAt(person.place).dial);
  phone += "-555-";
  std::string digits = std::to_string(Mix(person.hash, kPhoneUse, version) % 10'000'000'000u);
  phone += std::string(10 - digits.size(), '0') + digits;
  return phone;
}

std::string AddressOf(const Population& population, uint32_t index, uint64_t other) {
  const Person& person = population.at(index);
  // Families live together and dormitories are one house; people of one office live apart.
  const bool together = person.kind == Kind::kFamily || person.kind == Kind::kDormitory;
  const uint64_t at =
      together ? Mix(person.line, kAddressUse, other) : Mix(person.hash, kAddressUse, other);
  std::string address = std::to_string(at % 90 + 1) + "-" + std::to_string(at / 90 % 40 + 1) + "-";
  address += std::to_string(at / 3600 % 99'999 + 1) + " Example, ";
  if (person.kind == Kind::kDormitory) {
    address += "room " + std::to_string(Mix(person.hash, kAddressUse) % 400 + 1) + ", ";
  }
  return address + std::string(PlaceAt(person.place).country);
}

uint32_t BirthYear(uint64_t person_hash) {
  return 1962 + static_cast<uint32_t>(Mix(person_hash, kBirthUse) % 43);
}

}  // namespace sekisho::simulate
