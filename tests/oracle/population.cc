#include "oracle/population.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/number.h"
#include "core/time.h"
#include "names/match.h"
#include "oracle/profile_view.h"
#include "oracle/stream.h"

namespace sekisho::oracle {
namespace {

constexpr size_t kLeast = 10;

// The middle of what counts as one value: 16 steps to each doubling, whole numbers below 32.
int64_t Rounded(int64_t value) {
  int64_t step = 1;
  while (value / step >= 32) step *= 2;
  return value / step * step + step / 2;
}

// Nearest rank; nothing when there are too few.
std::optional<int64_t> Median(std::vector<int64_t> values) {
  if (values.size() < kLeast) return std::nullopt;
  for (int64_t& value : values) value = Rounded(value);
  std::sort(values.begin(), values.end());
  return values[(values.size() + 1) / 2 - 1];
}

std::optional<int64_t> PositiveAmount(const FieldTable& fields, const EventView* e) {
  const Value& amount = e->Get(fields.Find("amount"));
  const int64_t micros = amount.present() ? ParseMicros(amount.text).value_or(0) : 0;
  if (micros <= 0) return std::nullopt;
  return micros;
}

bool IsOfPerson(const EventView* e) {
  return e->type == "account.registration" || e->type == "application.submitted";
}

Events BidsOn(int64_t day, const Events& events) {
  Events bids;
  for (const EventView* e : events) {
    if (e->type == "bid.submitted" && e->time_ms / kDayMs == day) bids.push_back(e);
  }
  return bids;
}

void SetPrice(const Profile& profile, int64_t day) {
  const auto key = [&](const EventView* e, std::string_view field) {
    return KeyText(profile.Get(e, field));
  };
  const auto amount = PositiveAmount(profile.fields, profile.event);
  const auto category = key(profile.event, "category");
  const auto currency = key(profile.event, "currency");
  if (!amount || !category || !currency) return;
  std::vector<int64_t> amounts;
  for (const EventView* e : BidsOn(day - 1, profile.own)) {
    const auto other = PositiveAmount(profile.fields, e);
    if (other && key(e, "category") == category && key(e, "currency") == currency) {
      amounts.push_back(*other);
    }
  }
  const auto median = Median(amounts);
  if (!median) return;
  const __int128 percent = static_cast<__int128>(*amount) * 100 / *median;
  profile.SetNumber("price.percent_of_median",
                    static_cast<int64_t>(std::min<__int128>(percent, 1'000'000'000)));
}

void SetPeers(const Profile& profile, int64_t day) {
  const auto account_of = [&](const EventView* e) { return KeyText(e->Get(kFieldAccount)); };
  const auto own = account_of(profile.event);
  if (!own) return;
  std::map<std::string, int64_t> first_day;
  for (const EventView* e : profile.own) {
    if (const auto account = account_of(e)) first_day.emplace(*account, e->time_ms / kDayMs);
  }
  const auto begun = first_day.find(*own);
  if (begun == first_day.end() || begun->second == day) return;
  std::map<std::string, int64_t> bids;
  for (const EventView* e : BidsOn(day - 1, profile.own)) {
    if (const auto account = account_of(e)) ++bids[*account];
  }
  std::vector<int64_t> counts;
  for (const auto& [account, count] : bids) {
    if (AgeClass(day - 1 - first_day[account]) == AgeClass(day - begun->second)) {
      counts.push_back(count);
    }
  }
  if (const auto median = Median(counts)) {
    profile.SetNumber("bids.percent_of_peers", bids[*own] * 100 / *median);
  }
}

// The different names that came with the contact of the event, in the order of their first use.
void SetNameNumber(const Profile& profile, std::string_view key, std::string_view output) {
  constexpr size_t kNamesMax = 3;
  const auto contact_of = [&](const EventView* e) { return KeyText(profile.Get(e, key)); };
  const auto is_one = [](const std::string& a, const std::string& b) {
    const NameMatch match = MatchNames(a, b);
    return match.outcome != NameOutcome::kUnrelated;
  };
  const auto contact = contact_of(profile.event);
  if (!contact || !IsOfPerson(profile.event)) return;
  std::vector<std::string> names;
  size_t number = 0;
  Events all = profile.own;
  all.push_back(profile.event);
  for (const EventView* e : all) {
    const Value& name = profile.Get(e, "name");
    number = 0;
    if (!IsOfPerson(e) || contact_of(e) != contact || name.kind != ValueKind::kText) continue;
    const std::string text(name.text);
    if (Name(text).empty()) continue;
    size_t perhaps = 0;
    for (size_t i = 0; i < names.size() && number == 0; ++i) {
      if (is_one(names[i], text)) number = i + 1;
      if (perhaps == 0 && MatchNames(names[i], text).unknown_reading) perhaps = i + 1;
    }
    if (number == 0) number = perhaps;
    if (number > 0) continue;
    number = names.size() + 1;
    if (names.size() < kNamesMax) names.push_back(text);
  }
  if (number > 0) profile.SetNumber(output, static_cast<int64_t>(number));
}

}  // namespace

std::span<const std::string_view> PopulationFields() {
  static constexpr std::string_view kFields[] = {
      "amount", "currency",  "category",  "price.percent_of_median", "bids.percent_of_peers",
      "name",   "email.key", "phone.key", "email.name_number",       "phone.name_number"};
  return kFields;
}

void SetPopulationFacts(const FieldTable& fields, const Events& earlier, EventView* event) {
  const Profile population = {fields, earlier, event};
  SetNameNumber(population, "email.key", "email.name_number");
  SetNameNumber(population, "phone.key", "phone.name_number");
  if (event->type != "bid.submitted") return;
  SetPrice(population, event->time_ms / kDayMs);
  SetPeers(population, event->time_ms / kDayMs);
}

}  // namespace sekisho::oracle
