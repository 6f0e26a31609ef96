#include "state/population.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "core/number.h"
#include "core/time.h"
#include "state/contact_names.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

constexpr int kMantissaBits = 4;
constexpr int64_t kPercentMax = 1'000'000'000;

// Powers of two that share the buckets of a doubling.
int ShiftOf(int64_t value) {
  const auto bits = static_cast<int>(std::bit_width(static_cast<uint64_t>(value)));
  return std::max(0, bits - 1 - kMantissaBits);
}

size_t BucketOf(int64_t value) {
  const int shift = ShiftOf(value);
  return (static_cast<size_t>(shift) << kMantissaBits) + static_cast<size_t>(value >> shift);
}

int64_t MiddleOf(size_t bucket) {
  constexpr size_t kExact = size_t{2} << kMantissaBits;
  if (bucket < kExact) return static_cast<int64_t>(bucket);
  const int shift = static_cast<int>(bucket >> kMantissaBits) - 1;
  const auto low = static_cast<int64_t>(bucket - (static_cast<size_t>(shift) << kMantissaBits));
  return (low << shift) + (int64_t{1} << shift) / 2;
}

std::optional<int64_t> MicrosOf(const Value& value) {
  return value.present() ? ParseMicros(value.text) : std::nullopt;
}

}  // namespace

void LogHistogram::Add(int64_t value) {
  ++counts[BucketOf(value)];
  ++total;
}

bool LogHistogram::Remove(int64_t value) {
  uint32_t& count = counts[BucketOf(value)];
  if (count == 0) return false;
  --count;
  --total;
  return true;
}

int64_t LogHistogram::Median() const {
  const uint64_t rank = (uint64_t{total} + 1) / 2;
  uint64_t seen = 0;
  for (size_t bucket = 0; bucket < kBuckets; ++bucket) {
    seen += counts[bucket];
    if (seen >= rank && seen > 0) return MiddleOf(bucket);
  }
  return 0;
}

struct PopulationPlan::State {
  int32_t day;  // that runs, since 1970 (UTC), plus one; 0 = none
  uint32_t closed_total;
  int64_t closed_median;  // of the day before `day`
  LogHistogram running;

  // Begins the day of an event, unless it runs already.
  void Begin(int32_t today) {
    if (day == today) return;
    const bool follows = day != 0 && day + 1 == today;
    closed_total = follows ? running.total : 0;
    closed_median = follows ? running.Median() : 0;
    running = {};
    day = today;
  }
};

PopulationPlan PopulationPlan::Make(PopulationKind kind, FieldTable* fields) {
  static constexpr std::string_view kOutputs[kPopulationKinds] = {
      "bids.percent_of_peers", "price.percent_of_median", "email.name_number", "phone.name_number"};
  PopulationPlan plan;
  plan.kind_ = kind;
  plan.output_ = fields->Find(kOutputs[static_cast<size_t>(kind)]);
  if (!plan.used()) return plan;
  if (kind == PopulationKind::kPeers) {
    plan.key_ = {fields->Intern("profile.age_class")};
    plan.bids_today_ = fields->Intern("profile.bids_today");
    plan.bids_last_day_ = fields->Intern("profile.bids_last_day");
    plan.inputs_ = {plan.key_[0], plan.bids_today_, plan.bids_last_day_};
  } else if (kind == PopulationKind::kPrices) {
    plan.key_ = {fields->Intern("category"), fields->Intern("currency")};
    plan.amount_ = fields->Intern("amount");
    plan.inputs_ = {plan.key_[0], plan.key_[1], plan.amount_};
  } else {
    const bool email = kind == PopulationKind::kEmailNames;
    plan.key_ = {fields->Intern(email ? "email.key" : "phone.key")};
    plan.name_ = fields->Intern("name");
    plan.inputs_ = {plan.key_[0], plan.name_};
  }
  return plan;
}

bool PopulationPlan::ConcernsType(std::string_view type) const {
  if (!used()) return false;
  if (!IsOfContacts()) return type == "bid.submitted";
  return type == "account.registration" || type == "application.submitted";
}

size_t PopulationPlan::bytes() const {
  return IsOfContacts() ? sizeof(ContactNames) : sizeof(State);
}

void PopulationPlan::Visit(std::byte* record, EventView* event) const {
  static_assert(sizeof(State) % 8 == 0 && sizeof(ContactNames) % 8 == 0);
  if (!ConcernsType(event->type)) return;
  if (IsOfContacts()) {
    const Value& name = event->Get(name_);
    if (name.kind != ValueKind::kText) return;
    const size_t number = reinterpret_cast<ContactNames*>(record)->NumberOf(name.text);
    if (number > 0) SetNumber(output_, static_cast<int64_t>(number), event);
    return;
  }
  State* state = reinterpret_cast<State*>(record);
  state->Begin(static_cast<int32_t>(event->time_ms / kDayMs + 1));
  if (kind_ == PopulationKind::kPeers) {
    VisitPeers(state, event);
  } else {
    VisitPrices(state, event);
  }
}

void PopulationPlan::VisitPeers(State* state, EventView* event) const {
  const auto last_day = MicrosOf(event->Get(bids_last_day_));
  if (last_day) SetPercent(*state, *last_day / kMicro, event);
  const auto before = MicrosOf(event->Get(bids_today_));
  if (!before) return;
  const int64_t bids = *before / kMicro;
  if (bids > 0) state->running.Remove(bids);
  state->running.Add(bids + 1);
}

void PopulationPlan::VisitPrices(State* state, EventView* event) const {
  const auto amount = MicrosOf(event->Get(amount_));
  if (!amount || *amount <= 0) return;
  SetPercent(*state, *amount, event);
  state->running.Add(*amount);
}

void PopulationPlan::SetPercent(const State& state, int64_t value, EventView* event) const {
  if (state.closed_total < kPopulationMin || state.closed_median <= 0) return;
  const __int128 percent = static_cast<__int128>(value) * 100 / state.closed_median;
  SetNumber(output_, static_cast<int64_t>(std::min<__int128>(percent, kPercentMax)), event);
}

}  // namespace sekisho
