// A synthetic freelance marketplace: who does what when. Pure; the same options give the same plan.
//
// The mix is believable, not measured: activity per account is skewed (a Pareto tail), most
// accounts have one or two devices and one to three addresses, households and offices share some,
// a few accounts change address and country within the hour, share devices or bid in bursts.
#pragma once

#include <cstdint>
#include <vector>

namespace sekisho::bench {

struct MarketplaceOptions {
  uint64_t events = 5'000'000;
  uint32_t accounts = 250'000;
  uint32_t days = 30;
  uint64_t seed = 1;
  // Percent of all events that come from one single address.
  uint32_t hot_address_percent = 0;
  // Additional accounts, each with one session.start on that address.
  uint32_t hot_accounts = 0;
};

enum class EventKind : uint8_t {
  kSessionStart,
  kSessionActivity,
  kSessionEnd,
  kBid,
  kAward,
  kMilestone,
  kWorkLog,
  kReview,
  kMessage,
  kRegistration,
  kProfileChange,
  kVerification,
  kDocument,
  kPayoutAccount,
  kPayment,
  kTransfer,
  kNetworkCheck,
};

inline constexpr uint32_t kNone = 0xffffffff;

// One event before it is written. `detail` is the random bits its remaining fields come from.
struct PlannedEvent {
  int64_t time_ms;
  uint32_t account;
  uint32_t other;    // session number (session.*), the other account, or kNone
  uint32_t address;  // see AppendAddress
  uint32_t device;   // kNone when the event names none
  uint32_t detail;
  EventKind kind;
  uint8_t country;  // index into Countries(); kNoCountry when the event names none
};

inline constexpr uint8_t kNoCountry = 0xff;
// Addresses with this bit are IPv6; the other bits number the /64.
inline constexpr uint32_t kAddressV6 = 0x80000000;
// The hot address, 10.255.255.1.
inline constexpr uint32_t kHotAddress = 0x00ffff01;

// What stays the same for one account over the whole file.
struct Traits {
  uint64_t hash;
  uint32_t home;       // address
  uint32_t addresses;  // 1..3
  uint32_t devices;    // 1..2
  uint8_t country;     // index into Countries()
  bool client;         // hires; the others work
  bool evasive;        // many addresses, countries and shared devices
  bool eager;          // bids in bursts
  bool tireless;       // stays active for more than a day
  bool newcomer;       // registers within the file
};

Traits TraitsOf(const MarketplaceOptions& options, uint32_t account);

struct Country {
  const char* code;
  const char* time_zone;
  const char* currency;
  int8_t utc_hours;
};
inline constexpr uint32_t kCountries = 24;
const Country& CountryAt(uint8_t index);

// Exactly options.events events at strictly rising times, so that a window that breaks ties by
// position and one that does not mean the same. Every account acts at least once when there are
// enough events. 32 bytes an event plus as much again while sorting.
std::vector<PlannedEvent> PlanMarketplace(const MarketplaceOptions& options);

}  // namespace sekisho::bench
