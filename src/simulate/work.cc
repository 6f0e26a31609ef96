// Bids, awards, work, deliveries, payments and reviews.
#include <algorithm>
#include <string>

#include "simulate/account.h"

namespace sekisho::simulate {
namespace {

enum Use : uint32_t { kProjectUse = 340, kPriceUse, kHourlyUse, kMillUse, kKeenUse };

constexpr uint32_t kOwnCurrency = 780;  // bids for projects in the worker's own currency, of 1000
constexpr uint32_t kOwnCategory = 800;  // honest bids in the person's own line of work
constexpr uint32_t kRingOwnCategory = 350;
constexpr uint32_t kHourly = 450;    // contracts whose time is logged
constexpr uint32_t kMessages = 420;  // days with a visit on which a contract is talked about
constexpr uint32_t kReviewsByClient = 750;
constexpr uint32_t kReviewsByWorker = 420;
constexpr uint32_t kShamWork = 45;       // days on which a ring's own client orders something
constexpr uint32_t kKeenNewcomers = 80;  // of 1000
constexpr uint32_t kCrunch = 30;         // days on which honest people work half as long again

Contract* FreeContract(const Day& day, uint32_t limit) {
  auto& contracts = day.state->contracts;
  limit = std::min(limit, kContractsMax);
  const auto running = static_cast<uint32_t>(
      std::count_if(contracts.begin(), contracts.end(),
                    [](const Contract& contract) { return contract.client != kNobody; }));
  if (running >= limit) return nullptr;
  return &*std::find_if(contracts.begin(), contracts.end(),
                        [](const Contract& contract) { return contract.client == kNobody; });
}

Currency PickCurrency(const Day& day) {
  const Currency own = day.person().currency;
  if (day.random->Permille(kOwnCurrency)) return own;
  constexpr Currency kAbroad[] = {Currency::kUsd, Currency::kUsd, Currency::kEur, Currency::kGbp};
  return kAbroad[day.random->Below(4)];
}

uint8_t BidCategory(const Day& day) {
  const bool ring = day.used();
  if (day.random->Permille(ring ? kRingOwnCategory : kOwnCategory)) return day.person().category;
  const auto other = static_cast<uint8_t>(day.random->Below(Categories().size()));
  return ring && !Categories()[other].technical ? day.person().category : other;
}

// To two leading digits and a half, as people ask: 1250, 84000.
uint64_t RoundPrice(uint64_t amount) {
  uint64_t step = 1;
  while (amount / step >= 400) step *= 10;
  return std::max<uint64_t>(amount / step * step, 5);
}

// What the account asks for a project of that size.
uint64_t Price(const Day& day, const Contract& offer) {
  const Person& person = day.person();
  Random random(Mix(person.hash, kPriceUse));
  uint64_t permille = 0;
  if (day.used()) {
    permille =
        static_cast<uint64_t>(day.random->Between(day.care().price_min, day.care().price_max));
  } else {
    // Each person's own level, by place and standing, and the project's.
    permille = PlaceAt(person.place).price_permille *
               static_cast<uint64_t>(random.Around(780, 1260)) / 1000 *
               static_cast<uint64_t>(day.random->Between(880, 1130)) / 1000;
  }
  const uint64_t size = 400 + Mix(offer.project, 1) % 1000 + Mix(offer.project, 2) % 600;
  const uint64_t cents = uint64_t{Categories()[offer.category].price} * size / 10 * permille / 1000;
  return RoundPrice(cents * UnitsPer100Usd(offer.currency) / 10'000);
}

// Fills in client and project; false when nobody orders anything.
bool FindProject(const Day& day, Contract* offer) {
  offer->currency = PickCurrency(day);
  offer->client = day.world().population.PickClient(offer->currency, day.number(), day.random);
  if (offer->client == kNobody) return false;
  offer->category = BidCategory(day);
  // A project stands open for some days; a client has one of each category at a time.
  const auto round = static_cast<uint64_t>(day.number() + 4000) / 4;
  offer->project =
      Mix(day.world().population.at(offer->client).hash, kProjectUse, round * 16 + offer->category);
  offer->amount = Price(day, *offer);
  return true;
}

void WriteBid(const Day& day, int64_t time_ms, const Contract& offer) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "bid.submitted", day.account()).Id("project", 'p', offer.project);
  journal.Text("category", Categories()[offer.category].name).Number("amount", offer.amount);
  journal.Text("currency", CurrencyCode(offer.currency)).Text("text", BidText(day, offer)).End();
}

// From the award on.
void Accept(const Day& day, Contract offer, Contract* free) {
  Random& random = *day.random;
  const Category& category = Categories()[offer.category];
  offer.awarded = day.number() + static_cast<int32_t>(random.Between(2, 7));
  offer.ends = offer.awarded + static_cast<int32_t>(random.Around(4, 46));
  offer.parts = static_cast<uint8_t>(1 + random.Below(3));
  offer.meetings = random.Permille(Common().meetings);
  offer.repository = category.technical && random.Permille(Common().repositories);
  *free = offer;
}

// Some newcomers try everything.
bool Keen(const Day& day) {
  return day.person().kind == Kind::kNewcomer && day.person().Has(kKeenUse, kKeenNewcomers);
}

void Bid(const Day& day) {
  const WorkerParameters& usual = WorkerOf(day.person().kind);
  const bool used = day.used();
  Random& random = *day.random;
  uint32_t bids =
      used ? static_cast<uint32_t>(random.Between(day.care().bids_min, day.care().bids_max))
           : random.Times(Keen(day) ? usual.bids * 5u / 2 : usual.bids);
  if (!used && FreeContract(day, usual.contracts) == nullptr) bids = 0;
  if (used && day.person().Has(kMillUse, day.care().mills)) bids *= 4;
  for (; bids > 0; --bids) {
    Contract offer;
    if (!FindProject(day, &offer)) continue;
    WriteBid(day, day.desk->Pick(&random).time_ms, offer);
    Contract* const free = FreeContract(day, used ? kContractsMax : usual.contracts);
    if (free != nullptr && random.Permille(used ? day.care().wins : usual.wins)) {
      Accept(day, offer, free);
    }
  }
}

// The ring's own client orders from the ring's own worker.
void OrderSham(const Day& day) {
  const Ring& ring = day.ring();
  if (ring.reviewer == kNobody || !day.random->Permille(kShamWork)) return;
  if (day.world().population.at(ring.reviewer).registered >= day.number()) return;
  Contract* const free = FreeContract(day, kContractsMax);
  if (free == nullptr) return;
  Contract offer;
  offer.client = ring.reviewer;
  offer.currency = day.world().population.at(ring.reviewer).currency;
  offer.category = day.person().category;
  offer.project = Mix(ring.hash, kProjectUse, day.random->Next());
  offer.amount = std::max<uint64_t>(Price(day, offer) / 8, 5);
  WriteBid(day, day.desk->Pick(day.random).time_ms, offer);
  Accept(day, offer, free);
  free->ends = free->awarded + static_cast<int32_t>(day.random->Between(2, 5));
  free->parts = 1;
  free->meetings = free->repository = false;
}

void WriteAward(const Day& day, const Contract& contract) {
  Journal& journal = day.journal();
  journal.Begin(OfficeTime(day, contract.client), "award.granted", day.account());
  journal.Id("project", 'p', contract.project).Account("client", contract.client);
  journal.Number("amount", contract.amount).Text("currency", CurrencyCode(contract.currency));
  journal.Text("category", Categories()[contract.category].name).End();
}

void WriteTask(const Day& day, int64_t time_ms, const Contract& contract) {
  const uint32_t late = day.used() ? day.care().late : Common().late;
  const bool is_late = day.random->Permille(late);
  Journal& journal = day.journal();
  journal.Begin(time_ms, "task.closed", day.account()).Id("project", 'p', contract.project);
  journal.Open("task").Text("status", is_late ? "late" : "done");
  journal.Number("late_minutes", is_late ? day.random->Below(3 * 24 * 60) + 30 : 0).Close().End();
}

// One part is delivered, and paid some hours later.
void DeliverPart(const Day& day, Contract* contract) {
  const int64_t paid_ms = OfficeTime(day, contract->client);
  WriteTask(day, paid_ms - day.random->Between(1, 6) * kHourMs / 2, *contract);
  const uint64_t amount = contract->amount / contract->parts;
  ++contract->paid;
  day.state->received += Convert(amount, contract->currency, day.person().currency);
  uint32_t& of = day.state->received_of;
  of = of == 0 || of == contract->client + 1 ? contract->client + 1 : kSeveral;
  Journal& journal = day.journal();
  journal.Begin(paid_ms, "milestone.paid", day.account()).Id("project", 'p', contract->project);
  journal.Account("client", contract->client).Number("amount", amount);
  journal.Text("currency", CurrencyCode(contract->currency));
  AppendPayer(day, contract->client);
  journal.End();
}

void WriteReview(const Day& day, int64_t time_ms, const Contract& contract, bool by_client,
                 uint32_t rating) {
  Journal& journal = day.journal();
  journal.Begin(time_ms, "review.given", by_client ? contract.client : day.account());
  journal.Account("other_account", by_client ? day.account() : contract.client);
  journal.Number("rating", rating).Id("project", 'p', contract.project).End();
}

bool Sham(const Day& day, const Contract& contract) {
  return day.world().population.at(contract.client).kind == Kind::kReviewer;
}

void Review(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  const bool sham = Sham(day, contract);
  constexpr uint16_t kRatings[] = {0, 20, 20, 60, 200, 700};
  if (sham || random.Permille(kReviewsByClient)) {
    const uint32_t rating = sham ? 5 : random.Weighted<uint16_t>(kRatings);
    const int64_t later = random.Between(2, 20) * kHourMs;
    WriteReview(day, OfficeTime(day, contract.client) + later, contract, true, rating);
  }
  if (random.Permille(kReviewsByWorker)) {
    const uint32_t rating = random.Weighted<uint16_t>(kRatings);
    const int64_t later = random.Between(9, 22) * kHourMs;
    WriteReview(day, OfficeTime(day, day.account()) + later, contract, false, rating);
  }
}

void Talk(const Day& day, const Contract& contract) {
  Random& random = *day.random;
  if (day.desk->empty() || !random.Permille(kMessages)) return;
  Journal& journal = day.journal();
  const int64_t time = day.desk->Pick(&random).time_ms;
  journal.Begin(time, "message.sent", day.account()).Account("other_account", contract.client);
  journal.Text("channel", "platform").Id("project", 'p', contract.project);
  // Most answers come within hours, some the next day.
  uint64_t minutes = 2 + random.Below(90);
  if (random.Permille(250)) minutes += random.Below(1200);
  journal.Number("response_minutes", minutes).Boolean("business_hours", random.Permille(800)).End();
  if (!random.Permille(kMessages)) return;
  journal.Begin(OfficeTime(day, contract.client), "message.sent", contract.client);
  journal.Account("other_account", day.account()).Text("channel", "platform");
  journal.Id("project", 'p', contract.project).End();
}

uint32_t MinutesToday(const Day& day) {
  Random& random = *day.random;
  if (day.used()) {
    return static_cast<uint32_t>(random.Between(day.care().minutes_min, day.care().minutes_max));
  }
  const WorkerParameters& usual = WorkerOf(day.person().kind);
  auto minutes = static_cast<uint32_t>(random.Around(usual.minutes_min, usual.minutes_max));
  if (Weekday(day.number()) >= 5) minutes /= 2;
  if (random.Permille(kCrunch)) minutes += minutes / 2;
  return minutes;
}

// The time of a log is the end of the work: pieces of at most three hours, one after the other.
void LogWork(const Day& day, uint32_t contracts) {
  if (contracts == 0 || day.desk->empty()) return;
  uint32_t left = MinutesToday(day);
  int64_t time = day.desk->visits().front().start_ms;
  const uint64_t device = day.used() ? day.desk->visits().front().spot.device
                                     : HomeSpot(day.world(), day.person(), day.number()).device;
  for (uint32_t i = 0; left >= 15; ++i) {
    const uint32_t minutes = std::min(left, 180u);
    left -= minutes;
    // Several people work at once where the day would not hold it otherwise.
    time += minutes * kMinuteMs * (day.used() ? 3 : 4) / 4 + day.random->Between(5, 30) * kMinuteMs;
    uint32_t which = i % contracts;
    for (const Contract& contract : day.state->contracts) {
      if (contract.client == kNobody || contract.awarded >= day.number()) continue;
      if (Mix(contract.project, kHourlyUse) % 1000 >= kHourly || which-- != 0) continue;
      day.journal().Begin(time, "work.log", day.account()).Number("minutes", minutes);
      day.journal().Id("project", 'p', contract.project).Device("device", device).End();
      break;
    }
  }
}

void Continue(const Day& day, Contract* contract) {
  const int32_t today = day.number();
  if (today < contract->awarded) return;
  if (today == contract->awarded) {
    WriteAward(day, *contract);
    if (!Sham(day, *contract)) BeginContract(day, contract);
    return;
  }
  Talk(day, *contract);
  KeepContract(day, contract);
  const int32_t length = contract->ends - contract->awarded;
  if (today < contract->awarded + length * (contract->paid + 1) / contract->parts) return;
  DeliverPart(day, contract);
  if (contract->paid < contract->parts) return;
  Review(day, *contract);
  EndContract(day, *contract);
  *contract = Contract();
}

}  // namespace

int64_t OfficeTime(const Day& day, uint32_t account) {
  const Place& place = PlaceAt(day.world().population.at(account).place);
  return Midnight(place, day.number()) + 9 * kHourMs + day.random->Between(0, 9 * kHourMs);
}

void Work(const Day& day) {
  if (day.person().client()) return;
  uint32_t hourly = 0;
  for (Contract& contract : day.state->contracts) {
    if (contract.client == kNobody) continue;
    hourly += contract.awarded < day.number() && Mix(contract.project, kHourlyUse) % 1000 < kHourly;
  }
  LogWork(day, hourly);
  for (Contract& contract : day.state->contracts) {
    if (contract.client != kNobody) Continue(day, &contract);
  }
  if (day.desk->empty() || day.person().kind == Kind::kEnabler) return;
  Bid(day);
  if (day.used()) OrderSham(day);
}

}  // namespace sekisho::simulate
