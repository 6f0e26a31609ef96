// What happens around a contract: meetings, requests, repositories, shipments, applications.
#include <array>
#include <string>

#include "simulate/account.h"
#include "simulate/skills.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kMeetingUse = 400, kApplyUse, kBirthUse, kAuthorUse, kPersonaUse, kWorkUse };

constexpr uint32_t kWorkSignIns = 500;  // of 1000 uses of a client's repository
constexpr uint32_t kPushes = 300;       // days with a push, of 1000 of a contract with repository

void Meet(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  const bool used = day.used();
  const bool missed = random.Permille(used ? day.care().meetings_missed : Common().meetings_missed);
  const bool avoided = random.Permille(used ? day.care().camera_avoided : Common().camera_off);
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, contract.client), "meeting.held", day.account());
  journal.Open("meeting").Text("kind", "video").Boolean("attended", !missed);
  journal.Text("status", !missed ? "held" : random.Permille(600) ? "cancelled" : "missed");
  if (!missed) {
    // Honest people mostly switch it off; who hides says that it does not work, or will not.
    const std::string_view off = !used || random.Permille(300) ? "off"
                                 : random.Permille(500)        ? "refused"
                                                               : "failed";
    journal.Text("camera", avoided ? off : "on");
  }
  journal.Close();
  // A meeting that is never left carries the screen to where the work is done.
  if (!missed) {
    journal.Number("minutes",
                   contract.day_meetings ? 490 + random.Below(140) : 15 + random.Below(50));
  }
  journal.Account("other_account", contract.client).Id("project", 'p', contract.project);
  if (!missed && !day.desk->empty()) {
    const Spot& spot = day.desk->visits().back().spot;
    journal.Text("service", "meeting").Ip(spot.address).Device("device", spot.device);
  }
  journal.End();
}

void Request(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  const bool used = day.used();
  if (day.desk->empty()) return;
  if (!random.Permille(used ? day.care().requests : Common().requests)) return;
  // Honest people ask for an advance, another channel or their own computer; rarely for the rest.
  constexpr std::array<std::string_view, 8> kKinds = {
      "cryptocurrency", "other_account", "advance_payment", "off_platform",
      "other_channel",  "other_address", "own_device",      "proof_letter"};
  constexpr uint16_t kHonest[] = {1, 1, 25, 12, 45, 6, 9, 1};
  constexpr uint16_t kRing[] = {22, 16, 16, 20, 14, 4, 6, 2};
  const uint32_t kind = random.Weighted<uint16_t>(used ? kRing : kHonest);
  const Moment moment = day.desk->Pick(&random);
  Journal& journal = day.journal();
  journal.Begin(moment.time_ms, "request.made", day.account());
  journal.Open("request").Text("kind", kKinds[kind]);
  if (kind == 0) {  // the team has one wallet
    std::string wallet = "example-wallet-";
    const uint32_t owner =
        used && day.ring().care != Care::kCareful ? day.ring().first : day.account();
    day.world().population.AppendAccount(owner, &wallet);
    journal.Text("value", wallet);
  }
  journal.Close().Account("other_account", contract.client);
  journal.Id("project", 'p', contract.project).End();
}

// Whoever works in the systems of a client signs in there too.
void SignInAtClient(const Day& day, int64_t time_ms, const Spot& spot) {
  if (!day.random->Permille(kWorkSignIns)) return;
  const uint64_t session = Mix(day.person().hash, kWorkUse, static_cast<uint64_t>(time_ms));
  Journal& journal = day.journal();
  journal.Begin(time_ms - 8'000, "session.start", day.account()).Id("session", 's', session);
  journal.Ip(spot.address).Text("country", spot.country).Device("device", spot.device);
  journal.Text("user_agent", UserAgent(spot.device, spot.phone)).Text("service", "work").End();
  journal.Begin(time_ms + day.random->Between(5, 80) * kMinuteMs, "session.end", day.account());
  journal.Id("session", 's', session).Text("service", "work").End();
}

// Commits carry the author's own address; of a ring sometimes that of whoever wrote them.
void WriteRepository(const Day& day, const Contract& contract, std::string_view operation) {
  Random& random = *day.random;
  if (day.desk->empty()) return;
  const Population& population = day.world().population;
  const Moment moment = day.desk->Pick(&random);
  const int64_t time = moment.time_ms;
  const Spot& spot = moment.visit->spot;
  SignInAtClient(day, time, spot);
  std::string organization = "org-";
  population.AppendAccount(contract.client, &organization);
  Journal& journal = day.journal();
  journal.Begin(time, "repository.activity", day.account()).Text("operation", operation);
  journal.Text("repository", organization + "/app-" + std::to_string(contract.project % 20));
  journal.Text("organization", organization);
  if (operation == "push") {
    const bool other = day.used() && random.Permille(day.care().other_author);
    const std::string name =
        other ? "dev" + std::to_string(Mix(day.ring().hash, kAuthorUse, random.Below(4)) % 1000)
              : NameOf(population, day.account(), false).registered;
    journal.Open("author").Text("name", name);
    journal.Text("email", other ? name + "@example.org"
                                : EmailOf(population, day.account(), day.state->emails));
    journal.Close().Number("commits", 1 + random.Below(9));
  }
  journal.Ip(spot.address).Device("device", spot.device).End();
}

// Everything at once, to a place of their own, shortly before the end.
void CopyEverything(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  if (day.desk->empty() || !random.Permille(day.care().copies)) return;
  std::string organization = "org-";
  day.world().population.AppendAccount(contract.client, &organization);
  int64_t time = day.desk->Pick(&random).time_ms;
  const uint32_t repositories = 8 + random.Below(25);
  for (uint32_t i = 0; i < repositories; ++i) {
    Journal& journal = day.journal();
    journal.Begin(time, "repository.activity", day.account()).Text("operation", "clone");
    journal.Text("repository", organization + "/app-" + std::to_string(i));
    journal.Text("organization", organization).Boolean("secret", random.Permille(100));
    journal.Text("destination", "other").End();
    time += random.Between(4'000, 50'000);
  }
}

constexpr std::array<std::string_view, 6> kPositions = {"backend developer", "frontend developer",
                                                        "mobile developer",  "data engineer",
                                                        "designer",          "support engineer"};

// The career fits the year of birth, as it does for nearly everybody; a made-up one sometimes not.
void WriteCareer(const Day& day, uint64_t person_hash, bool invented) {
  Career career = CareerOf(person_hash);
  // Made-up careers do not always add up.
  if (invented && Mix(person_hash, kBirthUse, 4) % 8 == 0) career.years += 12;
  Journal& journal = day.journal();
  journal.Number("birth_year", BirthYear(person_hash));
  journal.Open("career").Number("years", static_cast<uint64_t>(career.years));
  journal.Number("first_year", static_cast<uint64_t>(career.first_year)).Close();
  journal.Open("education").Number("graduated", static_cast<uint64_t>(career.graduated)).Close();
}

void WriteApplication(const Day& day, const Moment& moment, uint64_t persona, bool invented) {
  const Population& population = day.world().population;
  const Person& person = day.person();
  const Place& place = PlaceAt(person.place);
  Journal& journal = day.journal();
  journal.Begin(moment.time_ms, "application.submitted", day.account());
  journal.Text("position", kPositions[day.random->Below(kPositions.size())]);
  if (invented) {
    journal.Text("name", MakeName(place.names, Mix(persona, 1), Mix(persona, 2)).registered);
  } else {
    journal.Text("name", NameOf(population, day.account(), day.state->married).registered);
  }
  journal.Text("email", EmailOf(population, day.account(), day.state->emails));
  const uint32_t phone_of = day.state->phones == 0 ? person.phone_of : day.account();
  journal.Text("phone", PhoneOf(population, phone_of, day.state->phones));
  journal.Text("country", place.country).Text("time_zone", place.time_zone);
  WriteCareer(day, invented ? persona : person.hash, invented);
  const Spot& spot = moment.visit->spot;
  journal.Text("service", "application").Ip(spot.address).Device("device", spot.device).End();
  if (!Categories()[person.category].technical) return;
  WriteSkills(day, moment.time_ms + 1'000, invented ? persona : person.hash, day.used());
}

}  // namespace

void BeginContract(const Day& day, Contract* contract) {
  contract->day_meetings =
      contract->meetings && day.used() && day.random->Permille(day.care().day_meetings);
  if (contract->meetings) Meet(day, *contract);
  if (contract->repository) WriteRepository(day, *contract, "clone");
  Request(day, *contract);
  Equip(day, contract);
}

void KeepContract(const Day& day, Contract* contract) {
  const bool meeting_day =
      Weekday(day.number()) == static_cast<int32_t>(Mix(contract->project, kMeetingUse) % 5);
  if (contract->meetings && meeting_day) Meet(day, *contract);
  if (contract->repository && day.random->Permille(kPushes)) {
    WriteRepository(day, *contract, "push");
  }
  UseEquipment(day, contract);
}

void EndContract(const Day& day, const Contract& contract) {
  if (day.used() && contract.repository) CopyEverything(day, contract);
}

// Honest people try a few positions in a week; a ring applies under several names, many at a time.
void Apply(const Day& day) {
  if (day.desk->empty() || day.person().client()) return;
  Random& random = *day.random;
  if (day.used()) {
    if (random.Below(10'000) >= day.care().applications_day * 100u / 6) return;
    const uint32_t applications = 2 + random.Below(12);
    // Residents apply as themselves; others under the names of the team's list.
    const bool invented =
        day.person().kind != Kind::kOwner && day.person().Has(kPersonaUse, day.care().personas);
    for (uint32_t i = 0; i < applications; ++i) {
      const uint64_t persona = Mix(day.ring().hash, kApplyUse, random.Below(5));
      WriteApplication(day, day.desk->Pick(&random), persona, invented);
    }
    return;
  }
  const Person& person = day.person();
  if (!person.Has(kApplyUse, Common().applications)) return;
  const auto week = static_cast<int32_t>(Mix(person.hash, kApplyUse, 1) % 60);
  if (day.number() < week || day.number() > week + 7 || !random.Permille(400)) return;
  WriteApplication(day, day.desk->Pick(&random), 0, false);
}

}  // namespace sekisho::simulate
