// Windows that count, sum and compare: event_count, value_count, value_sum, value_avg,
// value_percentile, ratio.
#include <algorithm>
#include <limits>
#include <vector>

#include "core/number.h"
#include "state/window_kinds.h"

namespace sekisho {
namespace {

bool AllHold(const std::vector<Threshold>& thresholds, __int128 value, int64_t divisor = 1) {
  return std::all_of(thresholds.begin(), thresholds.end(),
                     [&](const Threshold& t) { return t.Holds(value, divisor); });
}

int64_t Clamp(__int128 value) {
  if (value > std::numeric_limits<int64_t>::max()) return std::numeric_limits<int64_t>::max();
  if (value < std::numeric_limits<int64_t>::min()) return std::numeric_limits<int64_t>::min();
  return static_cast<int64_t>(value);
}

// Events at or before this time are outside the window at `time_ms`. An anchored window has no such
// time: it holds what came since it started.
int64_t WindowStart(const WindowSpec& spec, int64_t time_ms) {
  return spec.anchored ? -1 : time_ms - spec.span_ms;
}

Judgement JudgeCount(const WindowSpec& spec, uint32_t count, bool dropped) {
  Judgement judgement;
  judgement.value_micros = count * kMicro;
  judgement.holds =
      spec.anchored ? AllHold(spec.thresholds, judgement.value_micros) : count >= spec.lowest_count;
  judgement.at_least = dropped;
  return judgement;
}

template <typename Item>
void PopUntil(EntryList<Item>* list, int64_t time_ms) {
  uint32_t old = 0;
  while (old < list->size() && StampOf((*list)[old]).time_ms() <= time_ms) ++old;
  if (old > 0) list->PopFront(old);
}

}  // namespace

void CountWindow::Expire(int64_t time_ms) {
  if (!spec_.anchored) PopUntil(&list_, time_ms - spec_.span_ms);
}

Judgement CountWindow::Judge(int64_t time_ms) {
  return JudgeCount(spec_, list_.size(), list_.DroppedAfter(WindowStart(spec_, time_ms)));
}

void CountWindow::CollectEvidence(int64_t, Evidence* evidence) {
  for (uint32_t i = 0; i < list_.size(); ++i) evidence->Add(list_[i].ref());
}

bool CountWindow::Expired(int64_t time_ms) {
  return list_.size() == 0 || list_[list_.size() - 1].time_ms() <= time_ms - spec_.span_ms;
}

void DistinctWindow::Expire(int64_t time_ms) {
  if (spec_.anchored) return;
  const int64_t end = time_ms - spec_.span_ms;
  if (head().big) {
    set().ExpireUntil(end);
  } else {
    EntryList<Entry> entries = list();
    PopUntil(&entries, end);
  }
}

void DistinctWindow::Add(Stamp stamp, const WindowInput& input) {
  if (head().big) {
    Expire(stamp.time_ms());
    set().Touch(input.value, stamp);
    return;
  }
  EntryList<Entry> entries = list();
  if (!spec_.anchored) PopUntil(&entries, stamp.time_ms() - spec_.span_ms);
  for (uint32_t i = entries.size(); i-- > 0;) {
    if (entries[i].value() != input.value) continue;
    if (i + 1 == entries.size()) {
      entries[i] = Entry(stamp, input.value);
      return;
    }
    entries.Remove(i);
    break;
  }
  if (entries.size() == kListMax) {
    MoveToSet(entries);
    set().Touch(input.value, stamp);
  } else {
    entries.PushBack(Entry(stamp, input.value));
  }
}

void DistinctWindow::MoveToSet(EntryList<Entry> entries) {
  const uint32_t number = pools_->sets.Make();
  DistinctSet& target = pools_->sets[number];
  for (uint32_t i = 0; i < entries.size(); ++i) {
    target.Touch(entries[i].value(), entries[i].stamp());
  }
  entries.Clear();
  head().big = 1;
  head().block = number;
}

Judgement DistinctWindow::Judge(int64_t time_ms) {
  if (head().big) {
    return JudgeCount(spec_, set().size(), set().DroppedAfter(WindowStart(spec_, time_ms)));
  }
  return JudgeCount(spec_, head().count, false);
}

void DistinctWindow::CollectEvidence(int64_t, Evidence* evidence) {
  if (head().big) {
    set().ForEach([&](const Entry& entry) { evidence->Add(entry.stamp().ref()); });
    return;
  }
  EntryList<Entry> entries = list();
  for (uint32_t i = 0; i < entries.size(); ++i) evidence->Add(entries[i].stamp().ref());
}

bool DistinctWindow::Expired(int64_t time_ms) {
  Expire(time_ms);
  return head().big ? set().size() == 0 : head().count == 0;
}

void DistinctWindow::Clear() {
  if (head().big) {
    pools_->sets.Free(head().block);
    head().big = 0;
    head().block = 0;
  } else {
    list().Clear();
  }
}

__int128 NumberWindow::sum() const {
  __int128 sum;
  std::memcpy(&sum, sum_memory_, sizeof sum);
  return sum;
}

void NumberWindow::AddToSum(__int128 number) {
  const __int128 sum = this->sum() + number;
  std::memcpy(sum_memory_, &sum, sizeof sum);
}

void NumberWindow::DropOldest() {
  AddToSum(-static_cast<__int128>(static_cast<int64_t>(list_[0].value())));
  list_.PopFront();
}

void NumberWindow::Expire(int64_t time_ms) {
  if (spec_.anchored) return;
  const int64_t end = time_ms - spec_.span_ms;
  while (list_.size() > 0 && list_[0].stamp().time_ms() <= end) DropOldest();
}

void NumberWindow::Add(Stamp stamp, const WindowInput& input) {
  Expire(stamp.time_ms());
  if (list_.size() == limits::kWindowEntriesMax) {
    AddToSum(-static_cast<__int128>(static_cast<int64_t>(list_[0].value())));
  }
  list_.PushBack(Entry(stamp, input.value));
  AddToSum(static_cast<int64_t>(input.value));
}

int64_t NumberWindow::Percentile() {
  std::vector<int64_t> numbers(list_.size());
  for (uint32_t i = 0; i < list_.size(); ++i) numbers[i] = static_cast<int64_t>(list_[i].value());
  // Nearest rank: the smallest number with at least p percent of the numbers at or below it.
  const size_t rank = (numbers.size() * spec_.percentile + 99) / 100;
  const auto nth = numbers.begin() + static_cast<ptrdiff_t>(rank - 1);
  std::nth_element(numbers.begin(), nth, numbers.end());
  return *nth;
}

Judgement NumberWindow::Judge(int64_t time_ms) {
  Judgement judgement;
  judgement.truncated = list_.DroppedAfter(WindowStart(spec_, time_ms));
  const int64_t count = list_.size();
  if (spec_.kind == WindowKind::kSum) {
    judgement.value_micros = Clamp(sum());
    judgement.holds = AllHold(spec_.thresholds, sum());
  } else if (count > 0 && spec_.kind == WindowKind::kAverage) {
    judgement.value_micros = Clamp(sum() / count);
    judgement.holds = AllHold(spec_.thresholds, sum(), count);
  } else if (count > 0) {
    judgement.value_micros = Percentile();
    judgement.holds = AllHold(spec_.thresholds, judgement.value_micros);
  }
  return judgement;
}

void NumberWindow::CollectEvidence(int64_t, Evidence* evidence) {
  for (uint32_t i = 0; i < list_.size(); ++i) evidence->Add(list_[i].stamp().ref());
}

bool NumberWindow::Expired(int64_t time_ms) {
  return list_.size() == 0 || list_[list_.size() - 1].stamp().time_ms() <= time_ms - spec_.span_ms;
}

void NumberWindow::Clear() {
  list_.Clear();
  std::memset(sum_memory_, 0, sizeof(__int128));
}

void RatioWindow::Expire(int64_t time_ms) {
  PopUntil(&numerators_, time_ms - spec_.span_ms);
  PopUntil(&denominators_, time_ms - spec_.span_ms);
}

void RatioWindow::Add(Stamp stamp, const WindowInput& input) {
  Expire(stamp.time_ms());
  const uint32_t numerator_bits = (1u << spec_.split) - 1;
  if ((input.mask & numerator_bits) != 0) numerators_.PushBack(stamp);
  if ((input.mask & ~numerator_bits) != 0) denominators_.PushBack(stamp);
}

uint32_t RatioWindow::LaggedDenominators(int64_t time_ms) {
  uint32_t low = 0;
  uint32_t high = denominators_.size();
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (denominators_[middle].time_ms() <= time_ms - spec_.lag_ms) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

Judgement RatioWindow::Judge(int64_t time_ms) {
  const int64_t numerator = numerators_.size();
  const int64_t denominator = LaggedDenominators(time_ms);
  Judgement judgement;
  const int64_t start_ms = WindowStart(spec_, time_ms);
  judgement.truncated = numerators_.DroppedAfter(start_ms) || denominators_.DroppedAfter(start_ms);
  if (numerator < spec_.minimum_numerator || denominator < spec_.minimum_denominator) {
    return judgement;
  }
  if (denominator > 0) {
    judgement.value_micros = numerator * kMicro / denominator;
    judgement.holds = AllHold(spec_.thresholds, numerator * kMicro, denominator);
  } else if (numerator > 0) {
    // Infinitely many per denominator: above every bound.
    judgement.value_micros = std::numeric_limits<int64_t>::max();
    judgement.holds = AllHold(spec_.thresholds, static_cast<__int128>(1) << 100);
  }
  return judgement;
}

void RatioWindow::CollectEvidence(int64_t time_ms, Evidence* evidence) {
  const uint32_t denominators = LaggedDenominators(time_ms);
  uint32_t n = 0;
  uint32_t d = 0;
  while (n < numerators_.size() || d < denominators) {
    const bool take_numerator =
        d == denominators ||
        (n < numerators_.size() && numerators_[n].ref() <= denominators_[d].ref());
    const EventRef ref = take_numerator ? numerators_[n++].ref() : denominators_[d++].ref();
    evidence->Add(ref);
    // One event may be both.
    if (take_numerator && d < denominators && denominators_[d].ref() == ref) ++d;
  }
}

bool RatioWindow::Expired(int64_t time_ms) {
  Expire(time_ms);
  return numerators_.size() == 0 && denominators_.size() == 0;
}

void RatioWindow::Clear() {
  numerators_.Clear();
  denominators_.Clear();
}

}  // namespace sekisho
