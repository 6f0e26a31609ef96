#include <string>

#include "simulate/account.h"
#include "simulate/banks.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kKindUse = 300, kNumberUse, kVariantUse, kServiceUse, kCheckUse, kNamedUse };

constexpr uint32_t kWorldServices = 600;  // of 1000 accounts at payment services
// Of the others: at a service of another country, where people come from or are paid from.
constexpr uint32_t kServicesElsewhere = 50;
constexpr uint32_t kNamedByAccident = 3;  // of 1000 wallets of honest people
constexpr int64_t kCheckedAfterMs = 30 * kHourMs;

// The account of `owner`, after `version` changes.
struct Payee {
  std::string_view kind;
  std::string identifier;
  std::string institution;
  BankKind bank = BankKind::kBank;
};

// The ring that chose the account, null when its owner did, before the ring came.
const Ring* ChosenBy(const World& world, const Person& person, uint32_t version) {
  const bool of_ring =
      person.ring != kNobody && (version > 0 || person.handover == person.registered);
  return of_ring ? &world.population.rings()[person.ring] : nullptr;
}

std::string WalletOf(const Person& person, const Ring* ring, uint64_t hash) {
  if (ring == nullptr) {
    return person.Has(kNamedUse, kNamedByAccident) ? NamedWallet(hash) : Wallet(hash);
  }
  // The team has one wallet; who takes care has one for each worker.
  return RingWallet(*ring, ring->care == Care::kCareful ? person.hash : ring->hash);
}

// At which service the person has an account; `ring` is the one that chose it, or null.
std::string ServiceFor(const Person& person, const Ring* ring, uint64_t hash) {
  if (ring != nullptr && Mix(hash, kServiceUse, 3) % 1000 < CareOf(ring->care).team_services) {
    return ServiceOf(TeamPlaces()[ring->team_place].country);
  }
  if (Mix(hash, kServiceUse) % 1000 < kWorldServices) return WorldService();
  Random random(Mix(hash, kServiceUse, 2));
  const bool elsewhere = Mix(hash, kServiceUse, 1) % 1000 < kServicesElsewhere;
  return ServiceOf(PlaceAt(elsewhere ? PickWorkerPlace(&random) : person.place).country);
}

Payee PayeeOf(const World& world, uint32_t owner, uint32_t version) {
  const Person& person = world.population.at(owner);
  const uint64_t hash = Mix(person.hash, kNumberUse, version);
  const Ring* const ring = ChosenBy(world, person, version);
  const PayeeMix& mix = ring != nullptr ? CareOf(ring->care).payees : Common().payees;
  // Whoever changes the account mostly stays with the kind.
  uint32_t draw = static_cast<uint32_t>(Mix(person.hash, kKindUse) % 1000);
  if (person.kind == Kind::kAgency) draw = 999;  // companies have banks
  if (draw < mix.e_money) {
    std::string address = "pay" + std::to_string(version) + ".";
    world.population.AppendAccount(owner, &address);
    return {"e_money", address + "@example.net", ServiceFor(person, ring, hash)};
  }
  draw -= mix.e_money;
  if (draw < mix.wallet) return {"crypto", WalletOf(person, ring, hash), ""};
  draw -= mix.wallet;
  BankKind kind = BankKind::kBank;
  if (draw < mix.money_service + mix.sponsor_bank) {
    kind = draw < mix.money_service ? BankKind::kMoneyService : BankKind::kSponsorBank;
  }
  const uint32_t bank = PickBank(kind, hash);
  return {"bank", BankNumber(PlaceAt(person.place).country, bank, Mix(hash, 1)), BankName(bank),
          kind};
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
  // Nobody knows whose a wallet is, and where.
  if (with_holder && payee.kind != "crypto") {
    const Name name = NameOf(world.population, owner, owner == account && day.state->married);
    const bool variant = HasBankVariant(day, owner);
    journal.Text("holder", variant ? BankVariant(name, holder.hash >> 20) : name.bank);
    journal.Text("country", PlaceAt(holder.place).country).Text("institution", payee.institution);
  }
  if (with_holder) {
    if (const std::string_view declared = DeclaredPayee(day); !declared.empty()) {
      journal.Text("declared", declared);
    }
  }
  journal.Close();
}

void CheckPayee(const Day& day, int64_t time_ms) {
  const uint32_t owner = day.person().PayeeOn(day.number(), day.account());
  const uint32_t version = owner == day.account() ? day.state->payees : 0;
  const Payee payee = PayeeOf(day.world(), owner, version);
  if (payee.kind != "bank") return;
  if (Mix(day.person().hash, kCheckUse, version) % 1000 >= Common().bank_checks) return;
  // A partner bank's numbers are those of the service that it lends them to.
  const bool service = payee.bank != BankKind::kBank;
  Journal& journal = day.journal();
  journal.Begin(time_ms + kCheckedAfterMs, "verification.result", day.account());
  journal.Open("verification").Text("kind", "bank");
  journal.Text("institution", service ? "money_service" : "bank").Close();
  journal.Open("check").Text("method", "callback").Text("result", "passed").Close().End();
}

std::string RingWallet(const Ring& ring, uint64_t whose) {
  const uint32_t named = CareOf(ring.care).named_wallets;
  return Mix(ring.hash, kNamedUse) % 1000 < named ? NamedWallet(whose) : Wallet(whose);
}

bool HasBankVariant(const Day& day, uint32_t holder) {
  return day.world().population.at(holder).Has(kVariantUse, Common().bank_variants);
}

void AppendStranger(const Day& day, uint64_t hash, std::string_view country,
                    std::string_view type) {
  const BankKind kind = type == "exchange"        ? BankKind::kExchange
                        : type == "money_service" ? BankKind::kMoneyService
                                                  : BankKind::kBank;
  day.journal().Open("payout").Text("kind", "bank");
  const std::string number = BankNumber(country, PickBank(kind, hash), Mix(hash, 1));
  day.journal().Text("identifier", number).Close();
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
