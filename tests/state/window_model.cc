#include "state/window_model.h"

#include <algorithm>
#include <limits>
#include <set>

#include "core/number.h"

namespace sekisho {
namespace {

// The newest that a window keeps; true when there were more.
template <typename Item>
bool KeepNewest(std::vector<Item>* items) {
  const bool more = items->size() > limits::kWindowEntriesMax;
  if (more) items->erase(items->begin(), items->end() - limits::kWindowEntriesMax);
  return more;
}

int64_t Nearest(__int128 value) {
  constexpr __int128 kLeast = std::numeric_limits<int64_t>::min();
  constexpr __int128 kMost = std::numeric_limits<int64_t>::max();
  return static_cast<int64_t>(std::clamp(value, kLeast, kMost));
}

bool IsAny(const ModelInput& input, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; ++i) {
    if ((input.mask >> i & 1) != 0) return true;
  }
  return false;
}

void AddAll(const std::set<EventRef>& refs, Evidence* evidence) {
  for (const EventRef ref : refs) evidence->Add(ref);
}

}  // namespace

WindowModel::Inputs WindowModel::Within(int64_t time_ms) const {
  Inputs window;
  for (const ModelInput& input : inputs_) {
    if (spec_.anchored || input.time_ms() > time_ms - spec_.span_ms) window.push_back(&input);
  }
  return window;
}

// Every value where it was last seen.
std::vector<WindowModel::Item> WindowModel::Distinct(const Inputs& window) {
  std::vector<Item> items;
  std::set<uint64_t> seen;
  for (auto input = window.rbegin(); input != window.rend(); ++input) {
    const std::vector<uint64_t>& values = (*input)->values;
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      if (seen.insert(*value).second) items.push_back({*input, *value});
    }
  }
  std::reverse(items.begin(), items.end());
  return items;
}

bool WindowModel::AllHold(__int128 value, int64_t divisor) const {
  return std::all_of(spec_.thresholds.begin(), spec_.thresholds.end(), [&](const Threshold& t) {
    const __int128 difference = value - static_cast<__int128>(t.micros) * divisor;
    switch (t.compare) {
      case Compare::kLess:
        return difference < 0;
      case Compare::kLessEqual:
        return difference <= 0;
      case Compare::kGreater:
        return difference > 0;
      case Compare::kGreaterEqual:
        return difference >= 0;
      case Compare::kEqual:
        return difference == 0;
      case Compare::kNotEqual:
        return difference != 0;
    }
    return false;
  });
}

ModelJudgement WindowModel::Judge(int64_t time_ms) const {
  ModelJudgement result;
  const Inputs window = Within(time_ms);
  switch (spec_.kind) {
    case WindowKind::kCount: {
      std::vector<Item> items;
      for (const ModelInput* input : window) items.push_back({input, 0});
      Count(std::move(items), &result);
      break;
    }
    case WindowKind::kDistinct:
      Count(Distinct(window), &result);
      break;
    case WindowKind::kTemporal:
      JudgeTemporal(window, &result);
      break;
    case WindowKind::kTemporalOrdered:
      JudgeOrdered(window, &result);
      break;
    case WindowKind::kRatio:
      JudgeRatio(window, time_ms, &result);
      break;
    case WindowKind::kPresence:
      JudgePresence(&result);
      break;
    default:
      JudgeNumbers(window, &result);
  }
  return result;
}

void WindowModel::Count(std::vector<Item> items, ModelJudgement* result) const {
  result->judgement.at_least = KeepNewest(&items);
  const auto count = static_cast<int64_t>(items.size());
  result->judgement.value_micros = count * kMicro;
  result->judgement.holds =
      spec_.anchored ? AllHold(count * kMicro, 1) : count >= spec_.lowest_count;
  std::set<EventRef> refs;
  for (const Item& item : items) refs.insert(item.input->stamp.ref());
  AddAll(refs, &result->evidence);
}

void WindowModel::JudgeNumbers(const Inputs& window, ModelJudgement* result) const {
  std::vector<Item> items;
  for (const ModelInput* input : window) {
    for (const uint64_t value : input->values) items.push_back({input, value});
  }
  result->judgement.truncated = KeepNewest(&items);
  std::vector<int64_t> numbers;
  std::set<EventRef> refs;
  __int128 value = 0;
  for (const Item& item : items) {
    numbers.push_back(static_cast<int64_t>(item.value));
    refs.insert(item.input->stamp.ref());
    value += numbers.back();
  }
  AddAll(refs, &result->evidence);
  if (numbers.empty() && spec_.kind != WindowKind::kSum) return;
  int64_t divisor = 1;
  if (spec_.kind == WindowKind::kAverage) divisor = static_cast<int64_t>(numbers.size());
  if (spec_.kind == WindowKind::kPercentile) {
    std::sort(numbers.begin(), numbers.end());
    size_t rank = 1;
    while (rank * 100 < numbers.size() * spec_.percentile) ++rank;
    value = numbers[rank - 1];
  }
  result->judgement.value_micros = Nearest(value / divisor);
  result->judgement.holds = AllHold(value, divisor);
}

void WindowModel::JudgeTemporal(const Inputs& window, ModelJudgement* result) const {
  int64_t seen = 0;
  std::set<EventRef> refs;
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    const auto newest = std::find_if(window.rbegin(), window.rend(),
                                     [i](const auto* input) { return IsAny(*input, i, i + 1); });
    if (newest == window.rend()) continue;
    ++seen;
    refs.insert((*newest)->stamp.ref());
  }
  AddAll(refs, &result->evidence);
  result->judgement.value_micros = seen * kMicro;
  result->judgement.holds =
      spec_.thresholds.empty() ? seen == spec_.inputs : AllHold(seen * kMicro, 1);
}

void WindowModel::JudgeOrdered(const Inputs& window, ModelJudgement* result) const {
  // The longest prefix of the rules that matched in order; of these chains the one that ends last,
  // found from its end back.
  for (uint32_t length = spec_.inputs; length > 0; --length) {
    std::vector<EventRef> chain;
    for (auto input = window.rbegin(); input != window.rend() && chain.size() < length; ++input) {
      const uint32_t next = length - 1 - static_cast<uint32_t>(chain.size());
      if (IsAny(**input, next, next + 1)) chain.push_back((*input)->stamp.ref());
    }
    if (chain.size() < length) continue;
    AddAll({chain.begin(), chain.end()}, &result->evidence);
    result->judgement.value_micros = length * kMicro;
    break;
  }
  const int64_t value = result->judgement.value_micros;
  result->judgement.holds =
      spec_.thresholds.empty() ? value == spec_.inputs * kMicro : AllHold(value, 1);
}

void WindowModel::JudgeRatio(const Inputs& window, int64_t time_ms, ModelJudgement* result) const {
  Inputs numerators;
  Inputs denominators;
  for (const ModelInput* input : window) {
    if (IsAny(*input, 0, spec_.split)) numerators.push_back(input);
    if (IsAny(*input, spec_.split, spec_.inputs)) denominators.push_back(input);
  }
  const bool more_numerators = KeepNewest(&numerators);
  const bool more_denominators = KeepNewest(&denominators);
  result->judgement.truncated = more_numerators || more_denominators;
  std::erase_if(denominators,
                [&](const auto* input) { return input->time_ms() > time_ms - spec_.lag_ms; });
  std::set<EventRef> refs;
  for (const ModelInput* input : numerators) refs.insert(input->stamp.ref());
  for (const ModelInput* input : denominators) refs.insert(input->stamp.ref());
  AddAll(refs, &result->evidence);
  const auto n = static_cast<int64_t>(numerators.size());
  const auto d = static_cast<int64_t>(denominators.size());
  if (n < spec_.minimum_numerator || d < spec_.minimum_denominator || (n == 0 && d == 0)) return;
  const __int128 value = d > 0 ? static_cast<__int128>(n) * kMicro : static_cast<__int128>(1) << 90;
  result->judgement.value_micros = Nearest(d > 0 ? value / d : value);
  result->judgement.holds = AllHold(value, std::max<int64_t>(d, 1));
}

void WindowModel::JudgePresence(ModelJudgement* result) const {
  std::vector<const ModelInput*> run;
  bool ended = false;
  for (const ModelInput& input : inputs_) {
    const bool goes_on =
        !run.empty() && !ended && input.time_ms() - run.back()->time_ms() <= spec_.gap_ms;
    if (!goes_on) run.clear();
    if (goes_on || IsAny(input, 0, spec_.split)) run.push_back(&input);
    ended = IsAny(input, spec_.split, spec_.inputs);
  }
  if (run.empty()) return;
  const int64_t length_ms = run.back()->time_ms() - run.front()->time_ms();
  result->judgement.value_micros = length_ms * kMicro;
  result->judgement.holds = AllHold(length_ms * kMicro, 1);
  result->run_start = run.front()->stamp;
  std::set<EventRef> refs;
  for (const ModelInput* input : run) refs.insert(input->stamp.ref());
  AddAll(refs, &result->evidence);
}

}  // namespace sekisho
