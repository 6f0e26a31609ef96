// Payments to payees, and money that goes on to others.
#include <algorithm>
#include <string>
#include <utility>

#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kPayDayUse = 360, kFamilyUse, kSpendUse, kWayUse, kSaveUse };

constexpr uint32_t kPlatformFee = 100;  // permille
// Permille of people who now and then send money to somebody else (rent, a colleague), and of the
// weeks in which they do.
constexpr uint32_t kSenders = 60;
constexpr uint32_t kSendings = 200;
// Permille of people who put a part of each pay into tokens, and of those who keep all but a little
// in them, as people do whose money loses its worth.
constexpr uint32_t kSavers = 15;
constexpr uint32_t kAllInTokens = 2;
constexpr uint32_t kStraightToWallet = 250;  // of what a ring sends in tokens, of 1000

// People are paid once a week, on the day of their choice.
bool PayDay(const Day& day) {
  return Weekday(day.number()) == static_cast<int32_t>(Mix(day.person().hash, kPayDayUse) % 7);
}

// A payment that holds the money of one client names it; a platform that pools names nobody.
void WritePayment(const Day& day, int64_t time_ms, uint64_t amount, uint32_t of) {
  Journal& journal = day.journal();
  const Person& payee =
      day.world().population.at(day.person().PayeeOn(day.number(), day.account()));
  journal.Begin(time_ms, "payout.payment", day.account()).Number("amount", amount);
  journal.Text("currency", CurrencyCode(day.person().currency));
  if (of != 0 && of != kSeveral) journal.Account("client", of - 1);
  AppendPayee(day, day.account(), day.state->payees, false);
  journal.Open("beneficiary").Text("country", PlaceAt(payee.place).country);
  journal.Text("type", payee.kind == Kind::kAgency ? "company" : "person").Close().End();
}

// A type of beneficiary that events do not name: nobody knows whose a wallet is.
constexpr std::string_view kWallet = "wallet";

struct Beneficiary {
  std::string_view country;
  std::string_view type;
  uint64_t account;  // the same number is the same account
};

void WriteTransfer(const Day& day, int64_t time_ms, uint32_t sender, uint64_t amount,
                   const Beneficiary& to, uint32_t other) {
  if (amount == 0) return;
  Journal& journal = day.journal();
  journal.Begin(time_ms, "transfer.sent", sender).Number("amount", amount);
  journal.Text("currency", CurrencyCode(day.person().currency));
  if (other != kNobody) journal.Account("other_account", other);
  if (to.type == kWallet) {
    const std::string wallet = RingWallet(day.ring(), to.account);
    journal.Open("payout").Text("kind", "crypto").Text("identifier", wallet).Close().End();
    return;
  }
  AppendStranger(day, to.account, to.country, to.type);
  journal.Open("beneficiary").Text("country", to.country).Text("type", to.type).Close().End();
}

// Where a ring's money goes: a money service or a company on the way to the team, or an exchange at
// home.
Beneficiary RingBeneficiary(const Day& day) {
  const Place& team = TeamPlaces()[day.ring().team_place];
  const std::string_view home = PlaceAt(day.person().place).country;
  // Most keep to one way.
  const uint64_t way =
      day.random->Permille(750) ? Mix(day.person().hash, kWayUse) % 4 : day.random->Below(4);
  // Each way ends at one account of the team's; who takes care gives each worker another one.
  const bool careful = day.ring().care == Care::kCareful;
  const uint64_t account = Mix(careful ? day.person().hash : day.ring().hash, kWayUse, 10 + way);
  switch (way) {
    case 0:
      return {team.country, "person", account};
    case 1:
      return {team.country, "company", account};
    case 2:
      return {careful ? home : team.country, "money_service", account};
    default:
      // Through an exchange, or straight to the team's wallet.
      if (Mix(day.person().hash, kWayUse, 1) % 1000 >= kStraightToWallet) {
        return {home, "exchange", account};
      }
      return {"", kWallet, careful ? day.person().hash : day.ring().hash};
  }
}

// What a ring was paid goes on within days; the resident or the enabler keeps a share.
void Forward(const Day& day) {
  AccountState& state = *day.state;
  if (state.to_forward == 0 || day.number() < state.forward_day) return;
  Random& random = *day.random;
  const CareParameters& care = day.care();
  const uint64_t percent =
      static_cast<uint64_t>(random.Between(care.forward_percent_min, care.forward_percent_max));
  const uint64_t amount = state.to_forward * percent / 100;
  state.to_forward = 0;
  if (!random.Permille(care.forward_seen)) return;
  const int64_t time = OfficeTime(day, day.account());
  const uint32_t enabler = day.ring().enabler;
  if (enabler == kNobody || enabler == day.account() ||
      day.world().population.at(enabler).registered >= day.number()) {
    WriteTransfer(day, time, day.account(), amount, RingBeneficiary(day), kNobody);
    return;
  }
  // Paid to the enabler's own payee already, or sent to the enabler first; then onwards.
  if (day.person().payee_of != enabler) {
    const Place& home = PlaceAt(day.world().population.at(enabler).place);
    WriteTransfer(day, time, day.account(), amount,
                  {home.country, "person", day.world().population.at(enabler).hash}, enabler);
  }
  const int64_t later = time + random.Between(kHourMs, (1 + care.forward_days_max) * kDayMs);
  WriteTransfer(day, later, enabler, amount * 95 / 100, RingBeneficiary(day), kNobody);
}

// Honest people who support their family, or who now and then send money to somebody.
void SendHome(const Day& day, int64_t time_ms, uint64_t amount) {
  const Person& person = day.person();
  Random& random = *day.random;
  if (person.kind == Kind::kRemitter) {
    // A quarter to a half of the pay, always to the same country, sometimes a day later.
    Random family(Mix(person.hash, kFamilyUse));
    const Beneficiary to = {PlaceAt(PickWorkerPlace(&family)).country, "person",
                            Mix(person.hash, kFamilyUse, 1)};
    if (!random.Permille(850)) return;
    const auto percent = static_cast<uint64_t>(random.Between(25, 50));
    WriteTransfer(day, time_ms + random.Between(6, 60) * kHourMs, day.account(),
                  amount * percent / 100, to, kNobody);
    return;
  }
  if (person.kind == Kind::kAgency && person.payee_of != day.account()) {
    // The agency keeps its part and pays its people.
    const auto percent = static_cast<uint64_t>(random.Between(70, 85));
    const Beneficiary to = {PlaceAt(person.place).country, "person", person.hash};
    WriteTransfer(day, time_ms + random.Between(20, 90) * kHourMs, person.payee_of,
                  amount * percent / 100, to, day.account());
    return;
  }
  if (person.Has(kSaveUse, kSavers)) {
    const bool all = person.Has(kSaveUse, kAllInTokens);
    const auto percent =
        static_cast<uint64_t>(all ? random.Between(82, 95) : random.Between(5, 25));
    const Beneficiary to = {PlaceAt(person.place).country, "exchange", Mix(person.hash, kSaveUse)};
    WriteTransfer(day, time_ms + random.Between(6, 60) * kHourMs, day.account(),
                  amount * percent / 100, to, kNobody);
    return;
  }
  if (!person.Has(kSpendUse, kSenders) || !random.Permille(kSendings)) return;
  const auto percent = static_cast<uint64_t>(random.Between(5, 40));
  // Rent and the like go to the same one each time, other things to others.
  const bool rent = random.Permille(600);
  const Beneficiary to = {PlaceAt(person.place).country,
                          random.Permille(700) ? "person" : "company",
                          Mix(person.hash, kSpendUse, rent ? 1 : random.Next())};
  WriteTransfer(day, time_ms + random.Between(6, 90) * kHourMs, day.account(),
                amount * percent / 100, to, kNobody);
}

}  // namespace

void Pay(const Day& day) {
  if (day.person().client()) return;
  if (day.used()) Forward(day);
  AccountState& state = *day.state;
  if (!PayDay(day) || state.received == 0) return;
  const uint64_t amount = state.received - state.received * kPlatformFee / 1000;
  const uint32_t of = std::exchange(state.received_of, 0);
  state.received = 0;
  const int64_t time = Midnight(PlaceAt(day.person().place), day.number()) + 11 * kHourMs +
                       day.random->Between(0, 2 * kHourMs);
  WritePayment(day, time, amount, of);
  if (!day.used()) {
    SendHome(day, time, amount);
    return;
  }
  const CareParameters& care = day.care();
  state.to_forward += amount;
  state.forward_day =
      day.number() + 1 +
      static_cast<int32_t>(day.random->Between(care.forward_days_min, care.forward_days_max));
}

}  // namespace sekisho::simulate
