// Where people are: nobody honest is at two places between which there was no time to travel. An
// exit of a VPN service, a rented server and a carrier's gateway are no place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/great_circle.h"
#include "core/time.h"
#include "simulate/cities.h"
#include "simulate/market_under_test.h"

namespace sekisho::simulate {
namespace {

using testing::MarketUnderTest;
using testing::Seen;
using testing::Text;

constexpr double kAircraftKmPerHour = 1000;

Coordinates At(CityIndex city) {
  return {Cities()[city].latitude / 100.0, Cities()[city].longitude / 100.0};
}

// The networks of all slots, by what their addresses begin with: two bytes and the high bits of the
// third, or the first group behind 2001:db8.
std::optional<CityIndex> CityOf(const std::string& ip) {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  if (std::sscanf(ip.c_str(), "2001:db8:%x", &a) == 1) {
    if (a >= 0xc000) return std::nullopt;  // telephones
    return CityOfSlot((a & 0x3fff) >> 4);
  }
  if (std::sscanf(ip.c_str(), "10.%u.%u.%u", &a, &b, &c) != 3) return std::nullopt;
  if (a < 128) return CityOfSlot((a << 8 | b) >> 5);
  if (a >= 224) return CityOfSlot(((a & 15) << 8 | b) >> 2);
  return std::nullopt;
}

struct Use {
  CityIndex city;
  int64_t time_ms;
};

// Accounts of that label with a way faster than an aircraft.
std::map<std::string, int> FastAccounts(const MarketUnderTest& market, bool honest) {
  std::map<std::string, Use> last;
  std::map<std::string, int> fast;
  for (const Seen& event : market.events) {
    if (event.type != "session.start" && event.type != "session.activity") continue;
    if (testing::Honest(market, event) != honest) continue;
    const std::optional<CityIndex> city = CityOf(Text(event, "ip"));
    if (!city) continue;
    const std::string account = Text(event, "account");
    const auto [before, is_first] = last.try_emplace(account, Use{*city, event.time_ms});
    if (is_first) continue;
    const double km = GreatCircleKm(At(before->second.city), At(*city));
    const auto ms = static_cast<double>(event.time_ms - before->second.time_ms);
    if (km * static_cast<double>(kHourMs) > kAircraftKmPerHour * ms) ++fast[account];
    before->second = {*city, event.time_ms};
  }
  return fast;
}

MarketUnderTest MarketOf(uint32_t accounts, uint32_t days, uint32_t rings_ppm, Care care) {
  MarketOptions options;
  options.accounts = accounts;
  options.days = days;
  options.ring_accounts_ppm = rings_ppm;
  options.care = care;
  return testing::MakeForTest(options);
}

// Large enough that somebody goes east, against the clocks, and works as soon as there.
MarketUnderTest ManyHonest() { return MarketOf(8'000, 60, 0, Care::kAverage); }

const MarketUnderTest& HonestMarket() {
  static const MarketUnderTest& market = *new MarketUnderTest(ManyHonest());
  return market;
}

TEST(Travel, HonestPeopleTravelAtTheSpeedOfAircraft) {
  for (const auto& [account, times] : FastAccounts(HonestMarket(), true)) {
    ADD_FAILURE() << account << " " << HonestMarket().truth.at(account).kind << " " << times;
  }
}

TEST(Travel, HonestPeopleDoTravel) {
  std::map<std::string, std::set<CityIndex>> cities;
  for (const Seen& event : HonestMarket().events) {
    if (event.type != "session.start") continue;
    if (const auto city = CityOf(Text(event, "ip"))) cities[Text(event, "account")].insert(*city);
  }
  const auto travelled = std::count_if(cities.begin(), cities.end(),
                                       [](const auto& entry) { return entry.second.size() > 1; });
  EXPECT_GT(travelled, 400);
  EXPECT_LT(travelled, 1'600);
}

TEST(Travel, TeamsThatForgetTheirVpnJumpAndCarefulOnesDoNot) {
  const auto jumps = [](Care care) {
    return FastAccounts(MarketOf(3'000, 30, 60'000, care), false).size();
  };
  EXPECT_GT(jumps(Care::kCareless), 12u);
  EXPECT_LT(jumps(Care::kCareful), 10u);
}

TEST(Cities, BelongToTheirPlaces) {
  std::map<PlaceIndex, uint32_t> weights;
  for (size_t i = 0; i < Cities().size(); ++i) {
    const City& city = Cities()[i];
    if (city.place == kNoPlace) continue;
    weights[city.place] += city.weight;
    EXPECT_EQ(city.country, PlaceAt(city.place).country) << i;
  }
  ASSERT_EQ(weights.size(), Places().size());
  for (const auto& [place, weight] : weights) EXPECT_EQ(weight, 100u) << int{place};
  for (uint8_t team = 0; team < TeamPlaces().size(); ++team) {
    EXPECT_EQ(Cities()[TeamCity(team)].country, TeamPlaces()[team].country);
  }
  for (PlaceIndex place = 0; place < Places().size(); ++place) {
    for (uint64_t hash = 0; hash < 100; ++hash) {
      EXPECT_EQ(Cities()[PickCity(place, hash)].place, place);
    }
  }
}

TEST(Cities, HaveSlotsOfTheirOwn) {
  for (size_t i = 0; i < Cities().size(); ++i) {
    for (uint64_t hash = 0; hash < 50; ++hash) {
      const auto city = static_cast<CityIndex>(i);
      ASSERT_EQ(CityOfSlot(PickSlot(city, hash)), city);
    }
  }
}

TEST(Cities, NobodyArrivesBeforeAnAircraft) {
  for (size_t a = 0; a < Cities().size(); ++a) {
    for (size_t b = 0; b < Cities().size(); ++b) {
      const auto from = static_cast<CityIndex>(a);
      const auto to = static_cast<CityIndex>(b);
      const double km = GreatCircleKm(At(from), At(to));
      const double hours = static_cast<double>(TravelMs(from, to)) / static_cast<double>(kHourMs);
      EXPECT_LT(km / hours, kAircraftKmPerHour) << a << " to " << b;
    }
  }
}

}  // namespace
}  // namespace sekisho::simulate
