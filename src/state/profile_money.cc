// What a profile knows of money: transfer.percent_of_received.
#include <limits>
#include <string>

#include "core/number.h"
#include "core/text.h"
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

constexpr int64_t kDaysBack = 6;  // besides today
constexpr size_t kDaysMax = 10;   // (day, currency) that are kept
constexpr int64_t kPercentMax = 1'000'000'000;

// The money of one day in one currency, in millionths; sums stop at the largest number.
struct DayMoney {
  int32_t day;        // since 1970 (UTC), plus one; 0 = free
  uint32_t currency;  // of its fingerprint
  int64_t milestones;
  int64_t payouts;
  int64_t sent;
};

struct Money {
  int32_t dropped_day;  // the newest that had to go, plus one; 0 = none
  uint32_t unused;
  DayMoney days[kDaysMax];
};

int64_t Sum(int64_t a, int64_t b) {
  int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<int64_t>::max() : sum;
}

class MoneyPart final : public PartWith<Money> {
 public:
  MoneyPart(FieldId percent, ProfileFields* fields)
      : percent_(percent), amount_(fields->Input("amount")), currency_(fields->Input("currency")) {}

  bool LearnsFrom(std::string_view type) const override {
    return type == "milestone.paid" || type == "payout.payment" || type == "transfer.sent";
  }

 private:
  void VisitState(Money* money, uint64_t seed, EventView* event) const override {
    if (!LearnsFrom(event->type)) return;
    const Value& value = event->Get(amount_);
    const auto amount = value.present() ? ParseMicros(value.text) : std::nullopt;
    const std::string code = NormalText(event->Get(currency_).text, TextCase::kUpper);
    if (!amount || *amount <= 0 || code.empty()) return;
    const auto currency = static_cast<uint32_t>(Fingerprint(code, seed));
    const auto day = static_cast<int32_t>(event->time_ms / kDayMs + 1);
    DayMoney* today = Today(day, currency, money);
    if (event->type == "milestone.paid") {
      today->milestones = Sum(today->milestones, *amount);
    } else if (event->type == "payout.payment") {
      today->payouts = Sum(today->payouts, *amount);
    } else {
      today->sent = Sum(today->sent, *amount);
      SetPercent(*money, day, currency, event);
    }
  }

  // The entry of the day, made when there is none. Days that count no more make room; when there is
  // none, the oldest day goes.
  static DayMoney* Today(int32_t day, uint32_t currency, Money* money) {
    DayMoney* oldest = &money->days[0];
    for (DayMoney& entry : money->days) {
      if (entry.day == day && entry.currency == currency) return &entry;
      if (entry.day < day - kDaysBack) entry = {};
      if (entry.day < oldest->day) oldest = &entry;
    }
    money->dropped_day = std::max(money->dropped_day, oldest->day);
    *oldest = {day, currency, 0, 0, 0};
    return oldest;
  }

  void SetPercent(const Money& money, int32_t day, uint32_t currency, EventView* event) const {
    if (money.dropped_day != 0 && money.dropped_day >= day - kDaysBack) return;
    DayMoney total = {};
    for (const DayMoney& entry : money.days) {
      if (entry.day == 0 || entry.day < day - kDaysBack || entry.currency != currency) continue;
      total.milestones = Sum(total.milestones, entry.milestones);
      total.payouts = Sum(total.payouts, entry.payouts);
      total.sent = Sum(total.sent, entry.sent);
    }
    const int64_t received = std::max(total.milestones, total.payouts);
    if (received == 0) return;
    const __int128 percent = static_cast<__int128>(total.sent) * 100 / received;
    SetNumber(percent_, static_cast<int64_t>(std::min<__int128>(percent, kPercentMax)), event);
  }

  const FieldId percent_;
  const FieldId amount_;
  const FieldId currency_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeMoneyPart(ProfileFields* fields) {
  const FieldId percent = fields->Output("transfer.percent_of_received");
  if (percent == kNoField) return nullptr;
  return std::make_unique<MoneyPart>(percent, fields);
}

}  // namespace sekisho
