#include <string>

#include "simulate/account.h"
#include "simulate/bank_number.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kKindUse = 300, kNumberUse, kVariantUse };

// The account of `owner`, after `version` changes.
struct Payee {
  std::string_view kind;
  std::string identifier;
  std::string institution;
};

Payee PayeeOf(const World& world, uint32_t owner, uint32_t version) {
  const Person& person = world.population.at(owner);
  const uint64_t hash = Mix(person.hash, kNumberUse, version);
  if (person.Has(kKindUse, Common().e_money)) {
    std::string address = "pay" + std::to_string(version) + ".";
    world.population.AppendAccount(owner, &address);
    return {"e_money", address + "@example.net", "Example Pay"};
  }
  const std::string bank = "Example Bank " + std::to_string(hash % 9 + 1);
  return {"bank", BankNumber(PlaceAt(person.place).country, hash), bank};
}

}  // namespace

void AppendPayee(const Day& day, uint32_t account, uint32_t version, bool with_holder) {
  const World& world = day.world();
  const Person& person = world.population.at(account);
  const uint32_t owner = person.PayeeOn(day.number(), account);
  const Person& holder = world.population.at(owner);
  const Payee payee = PayeeOf(world, owner, owner == account ? version : 0);
  Journal& journal = day.journal();
  journal.Open("payout").Text("kind", payee.kind).Text("identifier", payee.identifier);
  if (with_holder) {
    const Name name = NameOf(world.population, owner, owner == account && day.state->married);
    const bool variant = HasBankVariant(day, owner);
    journal.Text("holder", variant ? BankVariant(name, holder.hash >> 20) : name.bank);
    journal.Text("country", PlaceAt(holder.place).country).Text("institution", payee.institution);
    if (const std::string_view declared = DeclaredPayee(day); !declared.empty()) {
      journal.Text("declared", declared);
    }
  }
  journal.Close();
}

bool HasBankVariant(const Day& day, uint32_t holder) {
  return day.world().population.at(holder).Has(kVariantUse, Common().bank_variants);
}

void AppendStranger(const Day& day, uint64_t hash, std::string_view country) {
  day.journal().Open("payout").Text("kind", "bank");
  day.journal().Text("identifier", BankNumber(country, hash)).Close();
}

void AppendPayer(const Day& day, uint32_t client) {
  const World& world = day.world();
  const Person& person = world.population.at(client);
  Journal& journal = day.journal();
  if (person.payee_of != client) {  // pays from the account that the ring is paid to
    const Payee payee = PayeeOf(world, person.payee_of, 0);
    journal.Open("payer").Text("kind", payee.kind).Text("identifier", payee.identifier).Close();
    return;
  }
  std::string card = "card-";
  world.population.AppendAccount(client, &card);
  journal.Open("payer").Text("kind", "card").Text("identifier", card).Close();
}

}  // namespace sekisho::simulate
