// Profile facts that measure: money that passes through, the rhythm of the day.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/number.h"
#include "core/text.h"
#include "core/time.h"
#include "oracle/profile_view.h"

namespace sekisho::oracle {
namespace {

struct Movement {
  std::string_view type;
  int64_t day;
  std::string currency;
  __int128 micros;
};

// In millionths; 0 when there is no amount that counts.
int64_t AmountOf(const Profile& profile, const EventView* e) {
  const Value& amount = profile.Get(e, "amount");
  return amount.present() ? std::max<int64_t>(0, ParseMicros(amount.text).value_or(0)) : 0;
}

std::string CurrencyOf(const Profile& profile, const EventView* e) {
  return NormalText(profile.Get(e, "currency").text, TextCase::kUpper);
}

bool IsMovement(const Profile& profile, const EventView* e) {
  return (e->type == "milestone.paid" || e->type == "payout.payment" ||
          e->type == "transfer.sent") &&
         AmountOf(profile, e) > 0 && !CurrencyOf(profile, e).empty();
}

// The movements of money in order, this event's last.
std::vector<Movement> Movements(const Profile& profile) {
  std::vector<Movement> movements;
  Events all = profile.own;
  all.push_back(profile.event);
  for (const EventView* e : all) {
    if (!IsMovement(profile, e)) continue;
    movements.push_back(
        {e->type, e->time_ms / kDayMs, CurrencyOf(profile, e), AmountOf(profile, e)});
  }
  return movements;
}

// The newest day that had to be forgotten, because ten (day, currency) are kept.
std::optional<int64_t> ForgottenDay(const std::vector<Movement>& movements) {
  std::optional<int64_t> forgotten;
  std::set<std::pair<int64_t, std::string>> kept;
  for (const Movement& movement : movements) {
    std::erase_if(kept, [&](const auto& entry) { return entry.first < movement.day - 7; });
    kept.emplace(movement.day, movement.currency);
    if (kept.size() <= 10) continue;
    const auto oldest = std::find_if(kept.begin(), kept.end(), [&](const auto& entry) {
      return entry != std::make_pair(movement.day, movement.currency);
    });
    forgotten = std::max(forgotten.value_or(0), oldest->first);
    kept.erase(oldest);
  }
  return forgotten;
}

bool IsActivity(const EventView* e) {
  static const std::set<std::string_view> kTypes = {"session.start", "session.activity",
                                                    "bid.submitted", "message.sent",
                                                    "work.log",      "repository.activity"};
  return kTypes.contains(e->type);
}

// Hours from one offset to the other around the clock, in minutes.
int64_t Way(int64_t a, int64_t b) {
  int64_t way = std::abs(a - b) % 1440;
  return way > 720 ? 1440 - way : way;
}

// How many of the hours are between 7 and 24 o'clock at `offset` hours east of UTC.
int64_t Awake(const std::set<int64_t>& hours, int64_t offset) {
  return std::count_if(hours.begin(), hours.end(),
                       [offset](int64_t hour) { return (hour + offset) % 24 >= 7; });
}

}  // namespace

void SetMoney(const Profile& profile) {
  if (profile.event->type != "transfer.sent" || !IsMovement(profile, profile.event)) return;
  const std::vector<Movement> movements = Movements(profile);
  const int64_t today = profile.event->time_ms / kDayMs;
  const auto forgotten = ForgottenDay(movements);
  if (forgotten && *forgotten >= today - 6) return;
  std::map<std::string_view, __int128> sums;
  for (const Movement& movement : movements) {
    const bool counts = movement.day >= today - 6 && movement.currency == movements.back().currency;
    if (counts) sums[movement.type] += movement.micros;
  }
  const __int128 received = std::max(sums["milestone.paid"], sums["payout.payment"]);
  if (received == 0) return;
  const __int128 percent = sums["transfer.sent"] * 100 / received;
  profile.SetNumber("transfer.percent_of_received",
                    static_cast<int64_t>(std::min<__int128>(percent, 1'000'000'000)));
}

void SetRhythm(const Profile& profile) {
  if (!IsActivity(profile.event)) return;
  std::optional<int64_t> zone_minutes;
  std::set<int64_t> hours;  // since 1970, since the zone was claimed
  for (const EventView* e : profile.own) {
    const bool claim = e->type == "account.registration" || e->type == "application.submitted";
    const Value zone = claim ? profile.Get(e, "time_zone.offset_minutes") : Value();
    if (zone.present()) {
      const int64_t minutes = ParseMicros(zone.text).value() / kMicro;
      if (zone_minutes && *zone_minutes != minutes) hours.clear();
      zone_minutes = minutes;
    }
    if (IsActivity(e)) hours.insert(e->time_ms / kHourMs);
  }
  std::set<int64_t> days;
  for (const int64_t hour : hours) days.insert(hour / 24);
  if (!zone_minutes || hours.size() < 200 || days.size() < 14) return;
  const auto total = static_cast<int64_t>(hours.size());
  int64_t best = 0;
  for (int64_t offset = 0; offset < 24; ++offset) best = std::max(best, Awake(hours, offset));
  if (best * 100 < total * 80) return;
  int64_t nearest = 1440;
  for (int64_t offset = 0; offset < 24; ++offset) {
    if ((best - Awake(hours, offset)) * 100 <= total * 5) {
      nearest = std::min(nearest, Way(offset * 60, *zone_minutes));
    }
  }
  profile.SetNumber("profile.hours_difference", nearest / 60);
  profile.SetText("profile.hours_match", nearest < 60    ? "consistent"
                                         : nearest < 240 ? "below_resolution"
                                                         : "contradicts");
}

}  // namespace sekisho::oracle
