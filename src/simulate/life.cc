// What changes in people's lives, and what rings change in their accounts.
#include <string>

#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t {
  kMarriageUse = 380,
  kBankUse,
  kVerifyUse,
  kReferralUse,
  kEmailUse,
  kTakeMailUse,
  kTakePayeeUse
};

constexpr int32_t kMonthsOfLife = 60;  // days that the parameters of Common() speak of

// A day of the market, or kNever for those to whom it does not happen within it.
int32_t DayOf(const Day& day, uint32_t use, uint32_t permille) {
  const Person& person = day.person();
  if (!person.Has(use, permille)) return kNever;
  return static_cast<int32_t>(Mix(person.hash, use, 1) % kMonthsOfLife);
}

void WriteChange(const Day& day, const Moment& moment, std::string_view field,
                 const std::string& value, const std::string& previous) {
  Journal& journal = day.journal();
  journal.Begin(moment.time_ms, "profile.change", day.account()).Text("field", field);
  journal.Text("value", value).Text("previous", previous);
  journal.Ip(moment.visit->spot.address).Device("device", moment.visit->spot.device);
  journal.Id("session", 's', moment.visit->session).End();
}

// The name on the profile first, with the new document; the bank follows some days later.
void Marry(const Day& day) {
  const Population& population = day.world().population;
  const auto on = static_cast<int32_t>(Mix(day.person().hash, kMarriageUse) %
                                       (day.world().options.days * 3 / 4 + 1));
  AccountState& state = *day.state;
  if (!state.married && day.number() >= on) {
    const Moment moment = day.desk->Pick(day.random);
    const std::string before = NameOf(population, day.account(), false).registered;
    state.married = true;
    WriteChange(day, moment, "name", NameOf(population, day.account(), true).registered, before);
    WriteDocument(day, moment.time_ms + 3 * kMinuteMs, moment.visit->spot);
    WriteIdentityCheck(day, moment.time_ms + day.random->Between(30, 300) * kMinuteMs);
  } else if (state.married && !state.bank_changed && day.number() >= on + 5) {
    state.bank_changed = true;
    const Moment moment = day.desk->Pick(day.random);
    WritePayee(day, moment.time_ms, moment.visit->spot, "added");
  }
}

void ChangeBank(const Day& day) {
  const Moment moment = day.desk->Pick(day.random);
  WritePayee(day, moment.time_ms, moment.visit->spot, "removed");
  ++day.state->payees;
  WritePayee(day, moment.time_ms + 90'000, moment.visit->spot, "added");
}

void TellNewLaptop(const Day& day) {
  day.state->laptop_told = true;
  if (day.person().Has(kVerifyUse, Common().reverified)) {
    const Moment moment = day.desk->Pick(day.random);
    WriteIdentityCheck(day, moment.time_ms + 2 * kMinuteMs);
  }
}

// Address and, for most, telephone number; the proof of address comes later.
void TellNewHome(const Day& day) {
  day.state->moved = true;
  const Moment moment = day.desk->Pick(day.random);
  const Population& population = day.world().population;
  WriteChange(day, moment, "address", AddressOf(population, day.account(), kNewHome),
              AddressOf(population, day.account()));
  if (!day.random->Permille(600)) return;
  const Moment later = {moment.time_ms + kMinuteMs, moment.visit};
  WriteChange(day, later, "phone", PhoneOf(population, day.account(), 1),
              PhoneOf(population, day.account(), 0));
  day.state->phones = 1;
}

void ChangeEmail(const Day& day) {
  const Population& population = day.world().population;
  const std::string before = EmailOf(population, day.account(), day.state->emails);
  ++day.state->emails;
  WriteChange(day, day.desk->Pick(day.random), "email",
              EmailOf(population, day.account(), day.state->emails), before);
}

void ChangePhone(const Day& day) {
  const Population& population = day.world().population;
  const uint32_t owner = day.state->phones == 0 ? day.person().phone_of : day.account();
  const std::string before = PhoneOf(population, owner, day.state->phones);
  ++day.state->phones;
  WriteChange(day, day.desk->Pick(day.random), "phone",
              PhoneOf(population, day.account(), day.state->phones), before);
}

void Refer(const Day& day, uint32_t other) {
  if (other == kNobody || other == day.account()) return;
  if (day.world().population.at(other).registered >= day.number()) return;
  day.state->referred = true;
  Journal& journal = day.journal();
  journal.Begin(day.desk->Pick(day.random).time_ms, "referral.made", day.account());
  journal.Account("other_account", other).End();
}

// A friend: somebody of the neighbourhood of the list, honest, a worker.
uint32_t Friend(const Day& day) {
  const Population& population = day.world().population;
  const uint32_t other = (day.account() + 1 + day.random->Below(40)) % population.size();
  return population.at(other).client() || population.at(other).ring != kNobody ? kNobody : other;
}

void LiveHonestly(const Day& day) {
  const Person& person = day.person();
  if (person.kind == Kind::kMarriage) Marry(day);
  if (person.client()) return;
  if (!day.state->laptop_told && day.number() >= LaptopDay(day.world(), person)) {
    TellNewLaptop(day);
  }
  if (!day.state->moved && day.number() >= MoveDay(day.world(), person)) TellNewHome(day);
  if (!day.state->bank_changed && person.payee_of == day.account() &&
      day.number() >= DayOf(day, kBankUse, Common().bank_changes)) {
    day.state->bank_changed = true;
    ChangeBank(day);
  }
  if (day.state->emails == 0 && day.number() >= DayOf(day, kEmailUse, 15)) ChangeEmail(day);
  if (!day.state->referred && day.number() >= DayOf(day, kReferralUse, Common().referrals)) {
    Refer(day, Friend(day));
  }
}

// Parameters are of a week; a ring is there six days of it.
bool ThisWeek(const Day& day, uint32_t permille) { return day.random->Below(6000) < permille; }

// Whoever takes over an account needs its mailbox, and where the money goes. Accounts that the ring
// opened itself have both from the beginning.
void TakeOver(const Day& day) {
  const Person& person = day.person();
  const Population& population = day.world().population;
  const CareParameters& care = day.care();
  if (day.number() > person.handover + 21 || person.handover == person.registered) {
    day.state->handed_over = true;
    return;
  }
  if (!day.random->Permille(350)) return;  // within some days
  day.state->handed_over = true;
  const Moment moment = day.desk->Pick(day.random);
  if (person.Has(kTakeMailUse, care.takes_mailbox)) ChangeEmail(day);
  if (person.phone_of != day.account()) {
    WriteChange(day, moment, "phone", PhoneOf(population, person.phone_of, 0),
                PhoneOf(population, day.account(), 0));
  }
  if (person.payee_of == day.account() && !person.Has(kTakePayeeUse, care.takes_payee)) return;
  ++day.state->payees;
  WritePayee(day, moment.time_ms + 4 * kMinuteMs, moment.visit->spot, "added");
}

void LiveForRing(const Day& day) {
  const CareParameters& care = day.care();
  if (day.person().client()) return;
  if (!day.state->handed_over) {
    TakeOver(day);
    return;
  }
  const bool own_payee = day.person().payee_of == day.account();
  if (own_payee && ThisWeek(day, care.payee_changes)) ChangeBank(day);
  if (ThisWeek(day, care.contact_changes)) {
    if (day.random->Permille(500)) {
      ChangeEmail(day);
    } else {
      ChangePhone(day);
    }
  }
  // Who is trusted brings in the others.
  if (!day.state->referred && ThisWeek(day, 60)) {
    Refer(day, day.ring().first + day.random->Below(day.ring().size));
  }
}

}  // namespace

void Live(const Day& day) {
  if (day.desk->empty()) return;
  if (day.used()) {
    LiveForRing(day);
  } else {
    LiveHonestly(day);
  }
}

}  // namespace sekisho::simulate
