// One day of one account: where somebody sits at it, and when.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "simulate/journal.h"
#include "simulate/population.h"
#include "simulate/rhythm.h"

namespace sekisho::simulate {

// What all days read. Nothing in it changes while events are made.
struct World {
  const MarketOptions& options;
  const Population& population;
  const NetworkPlan& networks;
};

// Midnight of that day by the clock of the place.
inline int64_t Midnight(const Place& place, int32_t day) {
  return kFirstDayMs + day * kDayMs - place.utc_minutes * kMinuteMs;
}

// From where an account is used.
struct Spot {
  Address address;
  std::string_view country;    // of the network
  std::string_view time_zone;  // of the device
  uint64_t device = 0;
  uint64_t mfa = 0;  // the telephone that confirms the sign-in
  bool phone = false;
};

// What a check of the access path would see.
enum class RemoteTrace : uint8_t { kNone, kPort, kSession };

struct Visit {
  int64_t start_ms;
  int64_t end_ms;
  uint64_t session;
  Spot spot;
};

// A moment of a visit, for what is done in it.
struct Moment {
  int64_t time_ms;
  const Visit* visit;
};

// Collects the visits of one account on one day and writes their session events. Visits of another
// day are forgotten with Start().
class Desk {
 public:
  Desk(const World& world, Journal* journal) : world_(world), journal_(journal) {}

  void Start(uint32_t account, int32_t day);

  // Writes the start of a session. Activities follow with Use(), the end with Leave().
  void Arrive(int64_t time_ms, const Spot& spot);
  // The last visit is used at that time, from `address`.
  void Use(int64_t time_ms, const Address& address, std::string_view country);
  // The last visit ends; without a sign-out nothing says so.
  void Leave(int64_t time_ms, bool sign_out);
  // A check of the network at the last visit's address.
  void Check(int64_t time_ms, RemoteTrace trace, std::string_view product);

  bool empty() const { return visits_.empty(); }
  const std::vector<Visit>& visits() const { return visits_; }
  // A moment in one of the visits; not empty().
  Moment Pick(Random* random) const;

  const World& world() const { return world_; }
  Journal* journal() { return journal_; }
  uint32_t account() const { return account_; }
  int32_t day() const { return day_; }

 private:
  const World& world_;
  Journal* journal_;
  uint32_t account_ = 0;
  int32_t day_ = 0;
  std::vector<Visit> visits_;
};

// The visits of an honest person, or of one whose account no ring uses yet.
void VisitHonestly(Random* random, Desk* desk);

// The visits of a ring to an account that it uses.
void VisitForRing(Random* random, Desk* desk);

// One sign-in of a ring, of which no more is known.
void SignInForRing(int64_t time_ms, Random* random, Desk* desk);

// The computer that the person has on that day, and where it stands.
Spot HomeSpot(const World& world, const Person& person, int32_t day);
// The person's telephone on a carrier's network.
Spot PhoneSpot(const World& world, const Person& person, int32_t day, uint64_t connection);

// Whether the family has one computer for all.
bool HasHouseholdComputer(const Person& person);

// The line of a dormitory, a shared office or an agency: its address does not change.
Address WorkplaceAddress(const World& world, const Person& person);

// The line of the ring's team.
Address TeamAddress(const Ring& ring);

// Days on which somebody's life changes; kNever when it does not.
int32_t LaptopDay(const World& world, const Person& person);
int32_t MoveDay(const World& world, const Person& person);
// Whether the owner had stopped using the account long before the ring took it over.
bool RestsUntilHandover(const Person& person);
// From when on somebody who had stopped is back; before the market for everybody else.
int32_t ReturnDay(const World& world, const Person& person);

}  // namespace sekisho::simulate
