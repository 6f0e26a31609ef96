// What is known about an account from outside: profiles elsewhere, complaints, closings.
#include <algorithm>
#include <array>
#include <string>

#include "core/time.h"
#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kProfileUse = 460, kOlderUse, kSharedUse, kReportUse, kCloseUse, kPhotoUse };

constexpr int32_t kDaysOfLife = 60;  // that parameters speak of

bool OfRing(const Day& day) { return day.person().ring != kNobody; }

// The day on which something happens to `share` of `of` accounts, or kNever.
int32_t DayOf(const Day& day, uint32_t use, uint32_t share, uint32_t of) {
  const uint64_t hash = day.person().hash;
  if (Mix(hash, use) % of >= share) return kNever;
  return static_cast<int32_t>(Mix(hash, use, 1) % kDaysOfLife);
}

std::string Date(int32_t day) { return FormatTime(kFirstDayMs + day * kDayMs).substr(0, 10); }

bool HasContract(const Day& day) {
  const auto& contracts = day.state->contracts;
  return std::any_of(contracts.begin(), contracts.end(),
                     [](const Contract& contract) { return contract.client != kNobody; });
}

// A repository on the profile, with the date of its oldest commit.
void WriteRepository(const Day& day, int64_t time_ms, const std::string& handle, uint32_t number,
                     const std::string& created, int32_t oldest_day) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "repository.activity", day.account()).Text("operation", "push");
  journal.Text("repository", handle + "/work-" + std::to_string(number));
  journal.Number("commits", 3 + day.random->Below(200));
  journal.Open("commit").Time("time", kFirstDayMs + oldest_day * kDayMs).Close();
  journal.Open("external").Text("created", created).Close().End();
}

}  // namespace

void ShowProfile(const Day& day, int64_t time_ms) {
  const Person& person = day.person();
  if (person.client() || !Categories()[person.category].technical) return;
  if (!person.Has(kProfileUse, Common().profiles)) return;
  const bool ring = OfRing(day) && day.used();
  const bool shared = ring && person.Has(kSharedUse, day.care().shared_profiles);
  Random& random = *day.random;
  // People have had theirs for years; teams make them for the purpose.
  const int32_t age = static_cast<int32_t>(ring ? random.Between(4, 90) : random.Around(60, 3000));
  const int32_t made = day.number() - age;
  const Population& population = day.world().population;
  std::string handle = "h-";
  population.AppendAccount(shared ? day.ring().first : day.account(), &handle);
  Journal& journal = day.journal();
  journal.Begin(time_ms, "external_profile.snapshot", day.account());
  journal.Open("external").Text("site", "code.example.org").Text("handle", handle);
  journal.Text("name", NameOf(population, day.account(), false).registered);
  journal.Id("photo", 'i', shared ? Mix(day.ring().hash, kPhotoUse) : Mix(person.hash, kPhotoUse));
  journal.Text("created", Date(made)).Close().End();
  const bool older = person.Has(kOlderUse, ring ? day.care().older_code : Common().older_code);
  const uint32_t repositories = older && ring ? 3 + random.Below(4) : 1 + random.Below(2);
  for (uint32_t i = 0; i < repositories; ++i) {
    const int32_t oldest = older ? made - static_cast<int32_t>(random.Between(100, 1500))
                                 : made + static_cast<int32_t>(random.Below(age));
    WriteRepository(day, time_ms + (i + 1) * kMinuteMs, handle, i, Date(made), oldest);
  }
}

// Once for each account at most; what is reported is no proof.
void Report(const Day& day) {
  Random& random = *day.random;
  AccountState& state = *day.state;
  const bool ring = day.used();
  const uint32_t reports = ring ? day.care().reports * 10u : Common().reports;
  if (!state.reported && day.number() >= DayOf(day, kReportUse, reports, 10'000)) {
    state.reported = true;
    constexpr std::array<std::string_view, 4> kKinds = {"identity_complaint", "third_party_worker",
                                                        "account_rental", "borrowed_identity"};
    // Of honest people: a namesake, or a client who takes a colleague for a stranger.
    constexpr uint16_t kRing[] = {35, 30, 20, 15};
    constexpr uint16_t kHonest[] = {30, 70, 0, 0};
    const uint32_t kind = random.Weighted<uint16_t>(ring ? kRing : kHonest);
    Journal& journal = day.journal();
    journal.Begin(OfficeTime(day, day.account()), "incident.reported", day.account());
    journal.Open("incident").Text("kind", kKinds[kind]).Close();
    // A reviewer has heard most of those who complain rightly, and sends others home.
    if (random.Permille(ring ? 700 : 100)) journal.Text("reviewer", "r-3");
    journal.End();
  }
  const uint32_t closings = ring ? day.care().closings : Common().closings;
  if (day.number() < DayOf(day, kCloseUse, closings, 1000) || day.desk->empty()) return;
  if (!ring && HasContract(day)) return;  // work is finished first
  state.closed = true;
  const std::string_view by = !ring ? "owner" : random.Permille(500) ? "platform" : "provider";
  Journal& journal = day.journal();
  journal.Begin(day.desk->visits().back().end_ms + kMinuteMs, "account.closed", day.account());
  journal.Open("closed").Text("by", by).Close().End();
}

}  // namespace sekisho::simulate
