#include "simulate/population.h"

namespace sekisho::simulate {
namespace {

constexpr uint64_t kFamilyUse = 20;
constexpr uint64_t kGivenUse = 21;
constexpr uint64_t kPhoneUse = 22;

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

}  // namespace sekisho::simulate
