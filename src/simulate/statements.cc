// What people declare to the platform, what it asks them, and what it grants. Money goes out only
// to a payee in the own name or with a statement, so that everybody who is paid elsewhere has made
// one.
#include <algorithm>
#include <string_view>

#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kWorkplaceUse = 460, kHouseholdUse, kFalseUse, kAnswerUse, kHoldsUse };

constexpr uint32_t kWorkplacesDeclared = 500;  // shared offices and dormitories, of 1000
// Families with one computer that have told the platform, of 1000: it asks when it sees them, and
// most send a paper of the household.
constexpr uint32_t kHouseholdsDeclared = 900;
constexpr uint32_t kHonestAnswers = 940;  // of 1000 who are asked; others are away, or forget
constexpr int64_t kAskedAfterMs = 20 * kHourMs;

void Exempt(const Day& day, int64_t time_ms, std::string_view kind, std::string_view indicator,
            uint32_t other, std::string_view reason) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "exemption.granted", day.account());
  journal.Open("exemption").Text("kind", kind).Text("indicator", indicator).Close();
  journal.Account("other_account", other);
  journal.Text("reason", reason).Text("reviewer", "r-1").End();
}

uint32_t FirstOfLine(const Day& day) {
  const Population& population = day.world().population;
  uint32_t first = day.account();
  while (first > 0 && population.at(first - 1).line == day.person().line) --first;
  return first;
}

// The contract of the agency, the statement of the household: both sides sign.
void StatePayee(const Day& day, int64_t time_ms) {
  const Person& person = day.person();
  if (person.payee_of == day.account()) return;
  const bool agency = person.kind == Kind::kAgency;
  Exempt(day, time_ms, agency ? "account" : "household", "A05", person.payee_of,
         agency ? "contract of the agency seen" : "statement of the household");
}

// Families with one computer for all. The statement comes when the second one is there.
void StateHousehold(const Day& day, int64_t time_ms) {
  const uint32_t first = FirstOfLine(day);
  if (first == day.account() || !HasHouseholdComputer(day.person())) return;
  if (Mix(day.person().line, kHouseholdUse) % 1000 >= kHouseholdsDeclared) return;
  const int32_t registered = day.world().population.at(first).registered;
  const int64_t days = std::max(0, registered - day.number());
  Exempt(day, time_ms + days * kDayMs, "household", "A18", first, "one computer for the family");
}

// The first member of a shared office, an agency or a dormitory tells the platform of its line;
// agencies always, of the others every second one.
void StateWorkplace(const Day& day, int64_t time_ms) {
  const Person& person = day.person();
  const bool shared = person.kind == Kind::kAgency || person.kind == Kind::kCoworking ||
                      person.kind == Kind::kDormitory;
  if (!shared || FirstOfLine(day) != day.account()) return;
  if (person.kind != Kind::kAgency && !person.Has(kWorkplaceUse, kWorkplacesDeclared)) return;
  Journal& journal = day.journal();
  journal.Begin(time_ms, "exemption.granted").Open("exemption").Text("kind", "address");
  journal.Text("indicator", "B02").Close().Ip(WorkplaceAddress(day.world(), person));
  journal.Text("reason", "shared line").Text("reviewer", "r-1").End();
}

bool OtherName(const Day& day) {
  const uint32_t owner = day.person().PayeeOn(day.number(), day.account());
  return owner != day.account() || HasBankVariant(day, owner);
}

}  // namespace

void State(const Day& day, int64_t time_ms) {
  StatePayee(day, time_ms);
  StateHousehold(day, time_ms);
  StateWorkplace(day, time_ms);
}

std::string_view DeclaredPayee(const Day& day) {
  const Person& person = day.person();
  if (person.PayeeOn(day.number(), day.account()) == day.account()) return "";
  if (person.ring == kNobody) return person.kind == Kind::kAgency ? "company" : "household";
  // A box that is ticked quickly; what it costs comes when the platform asks for a paper.
  if (!person.Has(kFalseUse, day.care().false_statements)) return "";
  return Mix(person.hash, kFalseUse, 1) % 3 == 0 ? "trade_name" : "household";
}

void AskAboutPayee(const Day& day, int64_t time_ms) {
  if (!OtherName(day) || !DeclaredPayee(day).empty()) return;
  const bool ring = day.person().ring != kNobody;
  Journal& journal = day.journal();
  const int64_t asked = time_ms + kAskedAfterMs;
  journal.Begin(asked, "explanation.requested", day.account());
  journal.Open("explanation").Text("indicator", "A02").Close().Text("reviewer", "r-1").End();
  const uint64_t draw = Mix(day.person().hash, kAnswerUse, static_cast<uint64_t>(time_ms));
  if (draw % 1000 >= (ring ? day.care().answers : kHonestAnswers)) return;
  const int64_t answered = asked + static_cast<int64_t>(6 + draw / 1000 % 110) * kHourMs;
  // Somebody else's payee needs a paper that a ring mostly does not have.
  const bool holds = !ring || Mix(draw, kHoldsUse) % 1000 < day.care().answers_hold;
  journal.Begin(answered, "explanation.given", day.account());
  journal.Open("explanation").Text("indicator", "A02").Close();
  journal.Open("payout").Text("declared", ring ? "household" : "spelling").Close();
  journal.Open("check").Text("method", "callback").Text("result", holds ? "passed" : "failed");
  journal.Close().Text("reviewer", "r-1").End();
}

}  // namespace sekisho::simulate
