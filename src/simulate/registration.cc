// How an account begins: registration, documents and their examination, payee.
#include <array>
#include <string>

#include "simulate/account.h"
#include "simulate/postal.h"
#include "simulate/skills.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t {
  kDocumentUse = 320,
  kNumberUse,
  kMethodUse,
  kOtherNameUse,
  kWebsiteUse,
  kImageUse,
  kSkillsUse,
};

constexpr uint32_t kOtherNames = 500;        // of accounts with another one's document: own name
constexpr uint32_t kForgeriesFound = 60;     // of documents of operators, of 1000
constexpr uint32_t kRingWebsitesGone = 350;  // of 1000
constexpr uint32_t kWebsitesGone = 25;

bool Japanese(const Person& person) { return PlaceAt(person.place).currency == Currency::kJpy; }

std::string_view DocumentType(const Person& holder) {
  const uint64_t draw = Mix(holder.hash, kDocumentUse) % 100;
  if (Japanese(holder)) {
    return draw < 48 ? "driving_licence" : draw < 88 ? "my_number_card" : "passport";
  }
  return draw < 55 ? "passport" : draw < 90 ? "driving_licence" : "residence_card";
}

// As such numbers look: licences have twelve digits, passports and cards letters too. Of a My
// Number card no platform may keep the number: it keeps that of the certificate on the chip.
std::string DocumentNumber(std::string_view type, uint64_t number) {
  constexpr uint64_t kLetters = 26;
  const std::string digits = std::to_string(number % 900'000'000'000u + 100'000'000'000u);
  if (type == "driving_licence") return digits;
  if (type == "my_number_card") return "CERT" + digits;
  const std::string letters = {static_cast<char>('A' + number / kLetters % kLetters),
                               static_cast<char>('A' + number % kLetters)};
  constexpr size_t kPassportDigits = 7;
  return letters + (type == "passport" ? digits.substr(digits.size() - kPassportDigits)
                                       : digits.substr(digits.size() - kPassportDigits - 1) + "EX");
}

// Chips are read where documents have them and people have the telephones for it; forged papers
// have only their image.
std::string_view CheckMethod(const Person& person) {
  if (person.kind == Kind::kOperator || person.kind == Kind::kReviewer) return "image";
  const uint64_t draw = Mix(person.hash, kMethodUse) % 100;
  if (Japanese(person)) {
    return draw < 45 ? "ic_chip" : draw < 62 ? "jpki" : draw < 96 ? "image" : "in_person";
  }
  return draw < 62 ? "image" : draw < 84 ? "video" : "ic_chip";
}

// The account whose name this one gives.
uint32_t NameOwner(const Person& person, uint32_t account) {
  return person.document_of != account && !person.Has(kOtherNameUse, kOtherNames)
             ? person.document_of
             : account;
}

void WriteWebsite(const Day& day, int64_t time_ms, const std::string& website) {
  const uint32_t gone = day.person().ring != kNobody ? kRingWebsitesGone : kWebsitesGone;
  Journal& journal = day.journal();
  journal.Begin(time_ms, "website.check", day.account()).Text("website", website);
  journal.Open("check").Text("method", "automatic");
  journal.Text("result", day.random->Permille(gone) ? "gone" : "passed").Close().End();
}

// A letter too few in the number, a name in the wrong field: put right within the hour.
void WriteCorrection(const Day& day, int64_t time_ms, const Spot& spot) {
  Journal& journal = day.journal();
  const std::string phone =
      PhoneOf(day.world().population, day.person().PhoneOn(day.number(), day.account()), 0);
  journal.Begin(time_ms, "profile.change", day.account()).Text("field", "phone");
  journal.Text("value", phone).Text("previous", phone.substr(0, phone.size() - 1));
  journal.Ip(spot.address).Device("device", spot.device).End();
}

std::string Website(const Day& day) {
  std::string site = "https://";
  // Teams build one portfolio and show it for several people.
  const Person& person = day.person();
  if (person.ring != kNobody && day.ring().care == Care::kCareless) {
    day.world().population.AppendAccount(day.ring().first, &site);
  } else {
    day.world().population.AppendAccount(day.account(), &site);
  }
  return site + ".example.com";
}

void WriteRegistration(const Day& day, int64_t time_ms, const Spot& spot) {
  const Population& population = day.world().population;
  const Person& person = day.person();
  const Place& place = PlaceAt(person.place);
  Journal& journal = day.journal();
  journal.Begin(time_ms, "account.registration", day.account());
  journal.Text("name", NameOf(population, NameOwner(person, day.account()), false).registered);
  journal.Text("email", EmailOf(population, day.account(), 0));
  journal.Text("phone", PhoneOf(population, person.PhoneOn(day.number(), day.account()), 0))
      .Text("country", place.country);
  journal.Text("role", person.client() ? "client" : "freelancer");
  journal.Text("time_zone", place.time_zone);
  const bool website = person.Has(kWebsiteUse, Common().websites);
  if (website) journal.Text("website", Website(day));
  journal.Ip(spot.address).Device("device", spot.device).End();
  if (website) WriteWebsite(day, time_ms + 9 * kHourMs, Website(day));
}

// What a profile holds besides: skills, and another address for parcels.
void FillProfile(const Day& day, int64_t time_ms, const Spot& spot) {
  const Person& person = day.person();
  if (Categories()[person.category].technical && person.Has(kSkillsUse, Common().skills)) {
    WriteSkills(day, time_ms, person.hash, person.ring != kNobody && day.used());
  }
  const World& world = day.world();
  const std::optional<Delivery> delivery = DeliveryOf(world.options.accounts, person);
  if (!delivery || !delivery->told) return;
  Journal& journal = day.journal();
  journal.Begin(time_ms + 5 * kMinuteMs, "profile.change", day.account()).Text("field", "address");
  journal.Text("value", delivery->address);
  journal.Text("previous", AddressOf(world.population, day.account()));
  journal.Ip(spot.address).Device("device", spot.device).End();
}

}  // namespace

void WriteDocument(const Day& day, int64_t time_ms, const Spot& spot) {
  const Population& population = day.world().population;
  const Person& person = day.person();
  const Person& holder = population.at(person.document_of);
  const bool married = day.state->married && person.document_of == day.account();
  const uint64_t number = Mix(holder.hash, kNumberUse, married);
  const Place& place = PlaceAt(holder.place);
  const bool forged = person.kind == Kind::kOperator && day.random->Permille(kForgeriesFound);
  Journal& journal = day.journal();
  journal.Begin(time_ms, "document.submission", day.account());
  journal.Open("document").Text("type", DocumentType(holder));
  journal.Text("issuer", std::string("Example Registry ") + std::string(place.country));
  journal.Text("number", DocumentNumber(DocumentType(holder), number));
  journal.Text("name", NameOf(population, person.document_of, married).document);
  journal.Text("address", AddressOf(population, person.document_of));
  journal.Number("birth_year", BirthYear(holder.hash));
  journal.Text("expires", "20" + std::to_string(27 + number % 9) + "-05-31").Close();
  journal.Open("check").Text("method", CheckMethod(person)).Text("provider", "example-kyc");
  journal.Text("result", forged ? "forged" : "passed").Close();
  journal.Ip(spot.address).Device("device", spot.device).End();
}

void WriteIdentityCheck(const Day& day, int64_t time_ms) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "verification.result", day.account());
  journal.Open("verification").Text("kind", "identity").Text("contact_source", "document").Close();
  journal.Open("check").Text("method", CheckMethod(day.person())).Text("provider", "example-kyc");
  journal.Text("result", "passed").Close();
  journal.Text("country", PlaceAt(day.person().place).country).End();
}

void WritePayee(const Day& day, int64_t time_ms, const Spot& spot, std::string_view action) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "payout.account", day.account());
  AppendPayee(day, day.account(), day.state->payees, true);
  journal.Text("action", action).Ip(spot.address).Device("device", spot.device).End();
  if (action != "added") return;
  AskAboutPayee(day, time_ms);
  CheckPayee(day, time_ms);
}

void Register(const Day& day) {
  Random& random = *day.random;
  const Person& person = day.person();
  Desk& desk = *day.desk;
  const Rhythm rhythm = person.client() ? Rhythm::kOffice : WorkerOf(person.kind).rhythm;
  int64_t time = Midnight(PlaceAt(person.place), day.number()) + PickTime(rhythm, &random);
  if (day.used()) {
    SignInForRing(time, &random, &desk);
  } else {
    desk.Arrive(time, HomeSpot(day.world(), person, day.number()));
  }
  const Spot spot = desk.visits().back().spot;
  WriteRegistration(day, time - 20'000, spot);
  if (random.Permille(Common().typing_errors)) {
    WriteCorrection(day, time + random.Between(2, 30) * kMinuteMs, spot);
  }
  time += random.Between(4, 50) * kMinuteMs;
  if (person.Has(kImageUse, Common().refused_images)) {
    Journal& journal = day.journal();
    journal.Begin(time, "document.submission", day.account());
    journal.Open("document")
        .Text("type", DocumentType(day.world().population.at(person.document_of)));
    journal.Close().Open("check").Text("method", "image").Text("result", "unclear").Close();
    journal.Ip(spot.address).Device("device", spot.device).End();
    time += random.Between(5, 90) * kMinuteMs;
  }
  WriteDocument(day, time, spot);
  desk.Leave(time + 2 * kMinuteMs, true);
  WriteIdentityCheck(day, time + random.Between(20, 400) * kMinuteMs);
  if (person.client()) return;
  WritePayee(day, time + kMinuteMs, spot, "added");
  ShowProfile(day, time + 10 * kHourMs);
  FillProfile(day, time + 90'000, spot);
  if (person.ring != kNobody) return;
  State(day, time + 26 * kHourMs);
}

}  // namespace sekisho::simulate
