#include "marketplace.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "random.h"

namespace sekisho::bench {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int64_t kHourMs = 60 * kMinuteMs;
constexpr int64_t kDayMs = 24 * kHourMs;
constexpr int64_t kStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

constexpr Country kCountryTable[] = {
    {"JP", "Asia/Tokyo", "JPY", 9},
    {"US", "America/New_York", "USD", -5},
    {"IN", "Asia/Kolkata", "INR", 5},
    {"BR", "America/Sao_Paulo", "BRL", -3},
    {"DE", "Europe/Berlin", "EUR", 1},
    {"PH", "Asia/Manila", "PHP", 8},
    {"KR", "Asia/Seoul", "KRW", 9},
    {"VN", "Asia/Ho_Chi_Minh", "VND", 7},
    {"GB", "Europe/London", "GBP", 0},
    {"FR", "Europe/Paris", "EUR", 1},
    {"ID", "Asia/Jakarta", "IDR", 7},
    {"CA", "America/Toronto", "CAD", -5},
    {"MX", "America/Mexico_City", "MXN", -6},
    {"PL", "Europe/Warsaw", "PLN", 1},
    {"NG", "Africa/Lagos", "NGN", 1},
    {"KE", "Africa/Nairobi", "KES", 3},
    {"AU", "Australia/Sydney", "AUD", 11},
    {"ES", "Europe/Madrid", "EUR", 1},
    {"IT", "Europe/Rome", "EUR", 1},
    {"TH", "Asia/Bangkok", "THB", 7},
    {"TW", "Asia/Taipei", "TWD", 8},
    {"UA", "Europe/Kyiv", "UAH", 2},
    {"AR", "America/Buenos_Aires", "ARS", -3},
    {"ZA", "Africa/Johannesburg", "ZAR", 2},
};
static_assert(std::size(kCountryTable) == kCountries);

// The parts of 10.0.0.0/8: 10.0/9 lines of homes, 10.128/10 mobile pools, 10.192/10 the rest.
constexpr uint32_t kHomeLines = 1u << 23;
constexpr uint32_t kMobileBase = 1u << 23;
constexpr uint32_t kMobileLines = 1u << 22;
constexpr uint32_t kRelayBase = kMobileBase + kMobileLines;
constexpr uint32_t kRelays = 4'096;
constexpr uint32_t kOfficeBase = kRelayBase + (1u << 20);

bool Chance(uint64_t hash, uint32_t use, uint32_t permille) {
  return Mix(hash, use) % 1000 < permille;
}

// Spreads the numbers of lines over the range; a bijection, because the factor is odd.
uint32_t HomeLine(uint32_t number) { return number * 2'654'435'761u % kHomeLines; }

struct Place {
  uint32_t address;
  uint8_t country;
};

// Plans sessions and what follows from them until there are enough events.
class Planner {
 public:
  explicit Planner(const MarketplaceOptions& options)
      : options_(options),
        random_(Mix(options.seed, 0x5e)),
        end_ms_(kStartMs + static_cast<int64_t>(options.days) * kDayMs) {
    events_.reserve(options.events);
  }

  std::vector<PlannedEvent> Run() {
    for (uint32_t i = 0; i < options_.hot_accounts && !full(); ++i) {
      Place hot{kHotAddress, 0};
      Add(EventKind::kSessionStart, options_.accounts + i, random_.Between(kStartMs, end_ms_ - 1),
          sessions_++, hot, options_.accounts * 2 + i);
    }
    for (uint32_t i = 0; i < options_.accounts && !full(); ++i) PlanSession(i);
    BuildActivity();
    while (!full()) PlanSession(PickAccount());
    SortByTime();
    return std::move(events_);
  }

 private:
  bool full() const { return events_.size() >= options_.events; }

  void Add(EventKind kind, uint32_t account, int64_t time_ms, uint32_t other, Place place = {},
           uint32_t device = kNone) {
    if (full() || time_ms < kStartMs || time_ms >= end_ms_) return;
    if (place.address == kHotAddress) ++hot_events_;
    events_.push_back({time_ms, account, other, place.address, device,
                       static_cast<uint32_t>(random_.Next()), kind, place.country});
  }

  // Weights of accounts with a Pareto tail (exponent 2), summed up for PickAccount. Square root and
  // division are exact in IEEE 754, so every machine gets the same weights.
  void BuildActivity() {
    activity_.reserve(options_.accounts);
    uint64_t total = 0;
    for (uint32_t i = 0; i < options_.accounts; ++i) {
      total += static_cast<uint64_t>(1000.0 * random_.Unit() / std::sqrt(random_.Unit()));
      activity_.push_back(total);
    }
  }

  uint32_t PickAccount() {
    const uint64_t at = random_.Next() % activity_.back();
    return static_cast<uint32_t>(std::upper_bound(activity_.begin(), activity_.end(), at) -
                                 activity_.begin());
  }

  // A moment of the account's waking hours: the sum of two uniform numbers peaks at 15:00 local.
  int64_t PickStart(const Traits& traits) {
    int64_t first = kStartMs;
    if (traits.newcomer) {
      first += static_cast<int64_t>(Mix(traits.hash, 11) % options_.days) * kDayMs;
    }
    const int64_t day = random_.Between(0, (end_ms_ - first) / kDayMs - 1);
    const int64_t local = random_.Between(0, 9 * kHourMs) + random_.Between(0, 9 * kHourMs);
    int64_t start =
        first + day * kDayMs + local + 6 * kHourMs - CountryAt(traits.country).utc_hours * kHourMs;
    if (start < first) start += kDayMs;
    if (start >= end_ms_) start -= kDayMs;
    if (traits.newcomer && start < RegistrationTime(traits)) start = RegistrationTime(traits) + 1;
    return start;
  }

  int64_t RegistrationTime(const Traits& traits) const {
    return kStartMs + static_cast<int64_t>(Mix(traits.hash, 11) % options_.days) * kDayMs +
           static_cast<int64_t>(Mix(traits.hash, 12) % static_cast<uint64_t>(kDayMs));
  }

  Place PickPlace(const Traits& traits, uint32_t account) {
    if (hot_events_ * 100 < options_.hot_address_percent * events_.size()) {
      return {kHotAddress, traits.country};
    }
    if (traits.evasive && random_.Permille(600)) {
      const uint32_t relay = random_.Below(kRelays);
      return {kRelayBase + relay, static_cast<uint8_t>(Mix(relay, 5) % kCountries)};
    }
    const uint32_t choice = random_.Below(1000);
    if (choice < 700 || traits.addresses == 1) return {traits.home, traits.country};
    if (choice < 860 || traits.addresses == 2) {
      if (Chance(traits.hash, 21, 30)) {  // a desk in a shared office of about 25 people
        const uint32_t office =
            static_cast<uint32_t>(Mix(traits.hash, 22) % (options_.accounts / 800 + 1));
        return {kOfficeBase + office, traits.country};
      }
      return {HomeLine(options_.accounts + account), traits.country};
    }
    const bool abroad = random_.Permille(8);
    return {kMobileBase + random_.Below(kMobileLines),
            abroad ? static_cast<uint8_t>(random_.Below(kCountries)) : traits.country};
  }

  uint32_t PickDevice(const Traits& traits, uint32_t account) {
    if (traits.evasive && random_.Permille(500)) return account / 64;  // one farm serves many
    const uint32_t own = traits.devices == 2 && random_.Permille(300) ? 1 : 0;
    const uint32_t owner = Chance(traits.hash, 23, 25) ? account ^ 1 : account;  // family computer
    return owner * 2 + own;
  }

  void PlanSession(uint32_t account) {
    const Traits traits = TraitsOf(options_, account);
    int64_t time = PickStart(traits);
    if (traits.newcomer) PlanRegistration(traits, account);
    const uint32_t session = sessions_++;
    Place place = PickPlace(traits, account);
    const uint32_t device = random_.Permille(20) ? kNone : PickDevice(traits, account);
    if (random_.Permille(10)) place.country = kNoCountry;
    const bool all_day = traits.tireless && random_.Permille(100);
    const uint32_t activities = all_day ? 100 + random_.Below(60) : random_.Geometric(3);

    Add(EventKind::kSessionStart, account, time, session, place, device);
    if (random_.Permille(15)) Add(EventKind::kNetworkCheck, account, time + 2'000, kNone, place);
    for (uint32_t i = 0; i < activities; ++i) {
      time += random_.Between(20'000, all_day ? 28 * kMinuteMs : 18 * kMinuteMs);
      if ((traits.evasive && random_.Permille(500)) || random_.Permille(20)) {
        place = PickPlace(traits, account);
      }
      Add(EventKind::kSessionActivity, account, time, session, place, device);
      PlanWork(traits, account, time - random_.Between(0, 19'000));
    }
    if (random_.Permille(850)) {
      Add(EventKind::kSessionEnd, account, time + random_.Between(1'000, 5 * kMinuteMs), session,
          place, device);
    }
    PlanSettings(traits, account, time);
  }

  // What an account does while it is signed in.
  void PlanWork(const Traits& traits, uint32_t account, int64_t time) {
    const uint32_t choice = random_.Below(1000);
    if (choice < 60) {
      Add(EventKind::kMessage, account, time, OtherAccount(account));
    } else if (traits.client) {
      if (choice < 100) Add(EventKind::kTransfer, account, time, kNone);
    } else if (choice < 170) {
      const uint32_t bids = traits.eager ? 2 + random_.Below(8) : 1;
      for (uint32_t i = 0; i < bids; ++i) PlanBid(account, time + i * 45'000);
    } else if (choice < 270) {
      Add(EventKind::kWorkLog, account, time, kNone);
    }
  }

  // A bid, and now and then what it leads to: award, milestone, payment, review.
  void PlanBid(uint32_t account, int64_t time) {
    Add(EventKind::kBid, account, time, kNone);
    if (!random_.Permille(150)) return;
    const uint32_t client = OtherAccount(account) / 10 * 10;  // every tenth account is a client
    time += random_.Between(2 * kHourMs, 4 * kDayMs);
    Add(EventKind::kAward, account, time, client);
    time += random_.Between(kDayMs, 8 * kDayMs);
    Add(EventKind::kMilestone, account, time, client);
    if (random_.Permille(600)) {
      Add(EventKind::kReview, client, time + random_.Between(kMinuteMs, kDayMs), account);
    }
    if (random_.Permille(700)) {
      Add(EventKind::kPayment, account, time + random_.Between(kHourMs, 3 * kDayMs), kNone);
    }
  }

  void PlanRegistration(const Traits& traits, uint32_t account) {
    if (registered_.empty()) registered_.resize(options_.accounts);
    if (registered_[account]) return;
    registered_[account] = true;
    const int64_t time = RegistrationTime(traits);
    Add(EventKind::kRegistration, account, time, kNone);
    Add(EventKind::kDocument, account, time + random_.Between(kMinuteMs, kHourMs), kNone);
    Add(EventKind::kVerification, account, time + random_.Between(kHourMs, 5 * kHourMs), kNone);
    if (!traits.client) {
      Add(EventKind::kPayoutAccount, account, time + random_.Between(kHourMs, kDayMs), kNone);
    }
  }

  void PlanSettings(const Traits& traits, uint32_t account, int64_t time) {
    if (random_.Permille(traits.evasive ? 200 : 40)) {
      Add(EventKind::kProfileChange, account, time - 7'000, kNone);
    }
    if (random_.Permille(traits.evasive ? 100 : 20)) {
      Add(EventKind::kPayoutAccount, account, time - 3'000, kNone);
    }
    if (random_.Permille(10)) Add(EventKind::kDocument, account, time - 1'500, kNone);
  }

  uint32_t OtherAccount(uint32_t account) {
    const uint32_t other = random_.Below(options_.accounts);
    return other == account ? (other + 1) % options_.accounts : other;
  }

  void SortByTime() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const auto& a, const auto& b) { return a.time_ms < b.time_ms; });
    int64_t previous = kStartMs - 1;
    for (PlannedEvent& event : events_) {
      event.time_ms = std::max(event.time_ms, previous + 1);
      previous = event.time_ms;
    }
  }

  const MarketplaceOptions& options_;
  Random random_;
  const int64_t end_ms_;
  uint32_t sessions_ = 0;
  uint64_t hot_events_ = 0;
  std::vector<uint64_t> activity_;  // running sums of the weights
  std::vector<bool> registered_;
  std::vector<PlannedEvent> events_;
};

}  // namespace

const Country& CountryAt(uint8_t index) { return kCountryTable[index]; }

Traits TraitsOf(const MarketplaceOptions& options, uint32_t account) {
  Traits traits{};
  traits.hash = Mix(options.seed, account);
  const bool household = Chance(traits.hash, 1, 120);
  const uint32_t line = household ? account / 4 * 4 : account;
  traits.home = Chance(Mix(options.seed, line), 2, 200) ? kAddressV6 | line : HomeLine(line);
  const uint64_t spread = Mix(traits.hash, 3) % 100;
  traits.addresses = spread < 45 ? 1 : spread < 80 ? 2 : 3;
  traits.devices = Chance(traits.hash, 4, 350) ? 2 : 1;
  // The smaller of two draws: the first countries of the table are the larger ones.
  traits.country = static_cast<uint8_t>(
      std::min(Mix(traits.hash, 6) % kCountries, Mix(traits.hash, 7) % kCountries));
  traits.client = account % 10 == 0;
  traits.evasive = Chance(traits.hash, 8, 5);
  traits.eager = Chance(traits.hash, 9, 60);
  traits.tireless = Chance(traits.hash, 10, 4);
  traits.newcomer = account < options.accounts && Chance(traits.hash, 13, 160);
  return traits;
}

std::vector<PlannedEvent> PlanMarketplace(const MarketplaceOptions& options) {
  return Planner(options).Run();
}

}  // namespace sekisho::bench
