// Laptops that clients send, what is seen on them, and cards that they hand out.
#include <array>
#include <string>

#include "simulate/account.h"
#include "simulate/postal.h"
#include "simulate/trips.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kHouseUse = 440, kLaptopUse, kToolsUse, kParcelUse, kAbroadUse };

constexpr uint32_t kRingShipments = 18;  // contracts for which a ring is sent equipment, of 1000
constexpr uint32_t kShipElsewhere = 60;  // honest people who are at another address, of 1000
constexpr uint32_t kRingShipElsewhere = 700;
constexpr uint32_t kInventories = 140;  // days on which the laptop is seen, of 1000
constexpr uint32_t kChargeDays = 350;   // days on which an open card is charged, of 1000

void WriteTelemetry(const Day& day, const Contract& contract, std::string_view kind,
                    std::string_view product) {
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, contract.client), "device.telemetry", day.account());
  journal.Device("device", contract.laptop).Open("telemetry").Text("kind", kind);
  journal.Text("product", product).Close().Boolean("managed", true).End();
}

// What the owner of the laptop sees: a screen and a keyboard, or what works it from afar.
void TakeInventory(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  const bool worked =
      day.used() && Mix(contract.project, kToolsUse) % 1000 < day.care().laptop_tools;
  if (!worked) {
    const bool screen = random.Permille(500);
    WriteTelemetry(day, contract, screen ? "display" : "usb",
                   screen ? "example monitor" : "example keyboard");
    return;
  }
  constexpr std::array<std::string_view, 4> kTools = {"AnyDesk", "RustDesk", "TeamViewer",
                                                      "Mouse Jiggler"};
  if (random.Permille(400)) {
    WriteTelemetry(day, contract, "display", "PiKVM V4 Plus");
  } else {
    WriteTelemetry(day, contract, "software", kTools[random.Below(kTools.size())]);
  }
}

// The number under the laptop, asked for at the beginning, of everybody.
void AskSerialNumber(const Day& day, const Contract& contract) {
  const bool there =
      !day.used() || Mix(contract.project, kToolsUse) % 1000 >= day.care().laptop_tools;
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, contract.client), "checklist.answer", day.account());
  journal.Text("checklist", "onboarding").Text("question", "serial_number_matches");
  journal.Text("answer", there ? "yes" : "no").Text("reviewer", "r-2").End();
}

// Small sums. Honest people buy what was agreed; others hope that nobody looks.
void Charge(const Day& day, Contract* contract) {
  Random& random = *day.random;
  if (contract->charges == 0 || !random.Permille(kChargeDays)) return;
  --contract->charges;
  constexpr std::array<std::string_view, 4> kMerchants = {"example hosting", "example fonts",
                                                          "example market", "example cloud"};
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, day.account()), "charge.made", day.account());
  journal.Number("amount", Convert(9 + random.Below(140), Currency::kUsd, contract->currency));
  journal.Text("currency", CurrencyCode(contract->currency));
  journal.Text("merchant", kMerchants[random.Below(kMerchants.size())]);
  journal.Boolean("approved", !day.used() || random.Permille(100));
  journal.Id("project", 'p', contract->project).End();
}

// A ring's equipment goes to the enabler's home, or to where nobody meets anybody.
std::string RingParcelAddress(const Day& day) {
  const World& world = day.world();
  const Ring& ring = day.ring();
  if (!day.random->Permille(day.care().parcels_listed)) {
    return AddressOf(world.population, ring.first, Mix(ring.hash, kHouseUse));
  }
  constexpr std::array<PostalClass, 4> kClasses = {PostalClass::kForwarder, PostalClass::kMailbox,
                                                   PostalClass::kVacant,
                                                   PostalClass::kVirtualOffice};
  const PostalClass postal_class = kClasses[Mix(ring.hash, kParcelUse) % kClasses.size()];
  return PostalAddress(world.options.accounts, postal_class, day.person().place,
                       Mix(ring.hash, kParcelUse, 1));
}

// People who have moved get theirs at the new home.
std::string ParcelAddress(const Day& day) {
  Random& random = *day.random;
  const World& world = day.world();
  if (random.Permille(day.used() ? kRingShipElsewhere : kShipElsewhere)) {
    return day.used()
               ? RingParcelAddress(day)
               : AddressOf(world.population, day.account(), Mix(day.person().hash, kHouseUse));
  }
  const std::optional<Delivery> delivery = DeliveryOf(world.options.accounts, day.person());
  if (delivery) return delivery->address;
  const bool moved = day.number() >= MoveDay(world, day.person());
  return AddressOf(world.population, day.account(), moved ? kNewHome : 0);
}

// Where an honest person keeps the laptop on that day.
Address OwnPlace(const World& world, const Person& person, int32_t day) {
  if (const std::optional<Trip> trip = TripOn(person, day)) {
    return HotelSpot(world, person, day, *trip).address;
  }
  switch (person.kind) {
    case Kind::kAgency:
    case Kind::kCoworking:
      return WorkplaceAddress(world, person);
    case Kind::kCarrierPhone:
      return PhoneSpot(world, person, day, Mix(person.hash, static_cast<uint64_t>(day))).address;
    default:
      return HomeSpot(world, person, day).address;
  }
}

// A ring's stand at the enabler's home or the owner's, unless they were sent on.
Address RingPlace(const Day& day, const Contract& contract) {
  if (Mix(contract.project, kAbroadUse) % 1000 < day.care().laptops_abroad) {
    return TeamAddress(day.ring());
  }
  const uint32_t enabler = day.ring().enabler;
  const Person& keeper = enabler == kNobody ? day.person() : day.world().population.at(enabler);
  return HomeSpot(day.world(), keeper, day.number()).address;
}

// The management of devices notes from which network the laptop reports: on working days, those of
// rings on all.
void ReportPlace(const Day& day, const Contract& contract) {
  if (!day.used() && Weekday(day.number()) >= 5) return;
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, day.account()), "device.telemetry", day.account());
  journal.Device("device", contract.laptop).Open("telemetry").Text("kind", "network").Close();
  journal.Boolean("managed", true);
  journal.Ip(day.used() ? RingPlace(day, contract)
                        : OwnPlace(day.world(), day.person(), day.number()));
  journal.End();
}

}  // namespace

void Equip(const Day& day, Contract* contract) {
  Random& random = *day.random;
  const bool used = day.used();
  const bool card = random.Permille(used ? day.care().charges : Common().charges);
  if (card)
    contract->charges = static_cast<uint8_t>(used ? 10 + random.Below(25) : 1 + random.Below(5));
  if (!random.Permille(used ? kRingShipments : Common().shipments)) return;
  contract->laptop = Mix(contract->project, kLaptopUse);
  // Whoever is sent a laptop is hired for longer.
  contract->ends = contract->awarded + static_cast<int32_t>(random.Between(40, 120));
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, contract->client), "shipment.sent", day.account());
  journal.Open("shipment").Text("address", ParcelAddress(day));
  journal.Text("recipient", NameOf(day.world().population, day.account(), false).registered);
  journal.Text("item", "laptop").Text("carrier", "Example Express").Boolean("signed", true).Close();
  journal.Device("device", contract->laptop).End();
}

void UseEquipment(const Day& day, Contract* contract) {
  Charge(day, contract);
  if (contract->laptop == 0) return;
  const int32_t days = day.number() - contract->awarded;
  if (days == 4) AskSerialNumber(day, *contract);
  if (days > 4) ReportPlace(day, *contract);
  if (days > 4 && day.random->Permille(kInventories)) TakeInventory(day, *contract);
}

}  // namespace sekisho::simulate
