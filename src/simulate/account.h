// What accounts do on a day besides signing in: they register, live, work and are paid.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "simulate/desk.h"

namespace sekisho::simulate {

inline constexpr uint32_t kContractsMax = 5;
inline constexpr uint32_t kSeveral = 0xffffffff;

struct Contract {
  uint32_t client = kNobody;  // kNobody: no contract
  uint64_t project = 0;
  int32_t awarded = 0;  // day
  int32_t ends = 0;     // day of the last delivery
  uint64_t amount = 0;  // of all parts, in the client's currency
  Currency currency = Currency::kUsd;
  uint8_t category = 0;
  uint8_t parts = 1;
  uint8_t paid = 0;
  uint8_t charges = 0;  // that the client's card still gets
  bool meetings = false;
  bool day_meetings = false;
  bool repository = false;
  uint64_t laptop = 0;  // issued for it
};

// What changes about an account from day to day. All zeros is a new account.
struct AccountState {
  std::array<Contract, kContractsMax> contracts;
  uint64_t received = 0;  // not yet paid out, in the person's currency
  // Of whom all of it came: the client plus one; 0: nothing yet; kSeveral: of more than one.
  uint32_t received_of = 0;
  uint64_t to_forward = 0;
  int32_t forward_day = 0;
  uint8_t payees = 0;  // how often the payee was changed
  uint8_t emails = 0;
  uint8_t phones = 0;
  bool married = false;
  bool laptop_told = false;
  bool bank_changed = false;
  bool moved = false;
  bool referred = false;
  bool handed_over = false;
  bool reported = false;
  bool closed = false;
};

// The day's work on one account. The functions below are its parts; each writes events and keeps
// what later days need in the state.
struct Day {
  Desk* desk;
  AccountState* state;
  Random* random;

  const World& world() const { return desk->world(); }
  Journal& journal() const { return *desk->journal(); }
  uint32_t account() const { return desk->account(); }
  const Person& person() const { return world().population.at(account()); }
  int32_t number() const { return desk->day(); }
  bool used() const { return person().Used(number()); }
  const Ring& ring() const { return world().population.rings()[person().ring]; }
  const CareParameters& care() const { return CareOf(ring().care); }
};

// A minute of office hours at the place of the account, in milliseconds since 1970.
int64_t OfficeTime(const Day& day, uint32_t account);

// registration.cc: registration, documents, verification, payee.
void Register(const Day& day);
void WriteDocument(const Day& day, int64_t time_ms, const Spot& spot);
void WriteIdentityCheck(const Day& day, int64_t time_ms);
void WritePayee(const Day& day, int64_t time_ms, const Spot& spot, std::string_view action);

// statements.cc: what people declare to the platform, what it asks them, and what it grants.
// What a newcomer tells of payee, household and workplace.
void State(const Day& day, int64_t time_ms);
// Why the payee has another name, as the person ticks it when registering it; empty for nothing.
std::string_view DeclaredPayee(const Day& day);
// Everybody whose payee has another name and who has not said why is asked.
void AskAboutPayee(const Day& day, int64_t time_ms);

// payee.cc: the account that money of `account` goes to, as the object "payout".
void AppendPayee(const Day& day, uint32_t account, uint32_t version, bool with_holder);
// The account that a client pays from, as the object "payer".
void AppendPayer(const Day& day, uint32_t client);
// Whether the bank writes the holder's name in a way of its own.
bool HasBankVariant(const Day& day, uint32_t holder);
// Of some bank accounts the platform finds out who keeps them.
void CheckPayee(const Day& day, int64_t time_ms);
// An account outside the market that money is sent to, as the object "payout", at the bank that
// fits the kind of beneficiary; the same `hash` is the same account.
void AppendStranger(const Day& day, uint64_t hash, std::string_view country, std::string_view type);
// A wallet of the ring; the same `whose` is the same wallet.
std::string RingWallet(const Ring& ring, uint64_t whose);

// life.cc: changes of name, computer, bank and home; what rings change.
void Live(const Day& day);

// work.cc: bids, contracts, what clients do for them.
void Work(const Day& day);

// conduct.cc: meetings, repositories, requests, applications.
void BeginContract(const Day& day, Contract* contract);
void KeepContract(const Day& day, Contract* contract);
void EndContract(const Day& day, const Contract& contract);
void Apply(const Day& day);

// equipment.cc: laptops that clients send, and what is seen on them; cards that they hand out.
void Equip(const Day& day, Contract* contract);
void UseEquipment(const Day& day, Contract* contract);

// traces.cc: profiles elsewhere, complaints, closed accounts.
void ShowProfile(const Day& day, int64_t time_ms);
void Report(const Day& day);

// money.cc: payments to payees, and money that goes on.
void Pay(const Day& day);

// A bid's text.
std::string BidText(const Day& day, const Contract& offer);

}  // namespace sekisho::simulate
