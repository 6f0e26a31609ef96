#include "oracle/windows.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "core/limits.h"
#include "core/number.h"

namespace sekisho::oracle {
namespace {

using Inputs = std::vector<const Input*>;

constexpr size_t kEntriesMax = limits::kWindowEntriesMax;

int64_t Nearest64(__int128 number) {
  constexpr __int128 kMin = std::numeric_limits<int64_t>::min();
  constexpr __int128 kMax = std::numeric_limits<int64_t>::max();
  return static_cast<int64_t>(std::clamp(number, kMin, kMax));
}

// value / divisor against every operator, exactly.
bool AllHold(const CorrelationRule& rule, __int128 value_micros, __int128 divisor = 1) {
  return std::all_of(rule.thresholds.begin(), rule.thresholds.end(), [&](const Threshold& t) {
    const __int128 bound = divisor * t.micros;
    switch (t.compare) {
      case Compare::kLess:
        return value_micros < bound;
      case Compare::kLessEqual:
        return value_micros <= bound;
      case Compare::kGreater:
        return value_micros > bound;
      case Compare::kGreaterEqual:
        return value_micros >= bound;
      case Compare::kEqual:
        return value_micros == bound;
      case Compare::kNotEqual:
        return value_micros != bound;
    }
    return false;
  });
}

// Keeps the newest entries. True when there were more.
template <typename Entry>
bool KeepNewest(std::vector<Entry>* entries) {
  if (entries->size() <= kEntriesMax) return false;
  entries->erase(entries->begin(), entries->end() - kEntriesMax);
  return true;
}

Judgement Counted(const CorrelationRule& rule, Inputs entries) {
  Judgement judgement;
  judgement.at_least = KeepNewest(&entries);
  judgement.value_micros = static_cast<int64_t>(entries.size()) * kMicro;
  judgement.holds = AllHold(rule, judgement.value_micros);
  judgement.evidence = std::move(entries);
  return judgement;
}

// The newest input of each distinct value, in order.
Inputs Distinct(const Inputs& window) {
  std::set<std::vector<std::string>> seen;
  Inputs newest;
  for (auto input = window.rbegin(); input != window.rend(); ++input) {
    const auto& values = (*input)->values;
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
      if (seen.insert(*value).second) newest.push_back(*input);
    }
  }
  std::reverse(newest.begin(), newest.end());
  return newest;
}

Judgement JudgeNumbers(const CorrelationRule& rule, const Inputs& window) {
  std::vector<std::pair<const Input*, int64_t>> entries;
  for (const Input* input : window) {
    for (const int64_t number : input->numbers) entries.emplace_back(input, number);
  }
  Judgement judgement;
  judgement.truncated = KeepNewest(&entries);
  if (entries.empty()) return judgement;
  std::vector<int64_t> numbers;
  __int128 sum = 0;
  for (const auto& [input, number] : entries) {
    numbers.push_back(number);
    sum += number;
    judgement.evidence.push_back(input);
  }
  __int128 value = sum;
  __int128 divisor = 1;
  if (rule.type == CorrelationType::kValueAvg) divisor = static_cast<__int128>(numbers.size());
  if (rule.type == CorrelationType::kValuePercentile) {
    // Nearest rank: the smallest number with at least p percent of all at or below it.
    std::sort(numbers.begin(), numbers.end());
    size_t rank = 1;
    while (rank * 100 < numbers.size() * static_cast<size_t>(rule.percentile)) ++rank;
    value = numbers[rank - 1];
  }
  judgement.value_micros = Nearest64(value / divisor);
  judgement.holds = AllHold(rule, value, divisor);
  return judgement;
}

Judgement JudgeTemporal(const CorrelationRule& rule, const Inputs& window) {
  Judgement judgement;
  int64_t seen = 0;
  for (size_t i = 0; i < rule.inputs.size(); ++i) {
    const auto newest = std::find_if(window.rbegin(), window.rend(),
                                     [i](const Input* input) { return input->matched[i]; });
    if (newest == window.rend()) continue;
    ++seen;
    judgement.evidence.push_back(*newest);
  }
  const bool all = seen == static_cast<int64_t>(rule.inputs.size());
  judgement.value_micros = seen * kMicro;
  judgement.holds = rule.thresholds.empty() ? all : AllHold(rule, judgement.value_micros);
  return judgement;
}

// The chain of the first `length` rules that ends last: from the newest input back, the last rule
// first. Empty when there is none.
Inputs Chain(const Inputs& window, size_t length) {
  Inputs chain;
  for (auto input = window.rbegin(); input != window.rend() && chain.size() < length; ++input) {
    if ((*input)->matched[length - chain.size() - 1]) chain.push_back(*input);
  }
  return chain.size() == length ? chain : Inputs();
}

Judgement JudgeOrdered(const CorrelationRule& rule, const Inputs& window) {
  Judgement judgement;
  size_t length = rule.inputs.size();
  while (length > 0 && judgement.evidence.empty()) {
    judgement.evidence = Chain(window, length);
    if (judgement.evidence.empty()) --length;
  }
  judgement.value_micros = static_cast<int64_t>(length) * kMicro;
  judgement.holds = rule.thresholds.empty() ? length == rule.inputs.size()
                                            : AllHold(rule, judgement.value_micros);
  return judgement;
}

// Did the input come through one of the rules [first, end)?
bool MatchedAny(const Input& input, size_t first, size_t end) {
  for (size_t i = first; i < end; ++i) {
    if (input.matched[i]) return true;
  }
  return false;
}

Judgement JudgeRatio(const CorrelationRule& rule, const Inputs& window, int64_t time_ms) {
  Inputs numerators;
  Inputs denominators;
  for (const Input* input : window) {
    if (MatchedAny(*input, 0, rule.split)) numerators.push_back(input);
    if (MatchedAny(*input, rule.split, rule.inputs.size())) denominators.push_back(input);
  }
  Judgement judgement;
  judgement.truncated |= KeepNewest(&numerators);
  judgement.truncated |= KeepNewest(&denominators);
  std::erase_if(denominators,
                [&](const Input* input) { return input->time_ms() > time_ms - rule.lag_ms; });

  const auto n = static_cast<int64_t>(numerators.size());
  const auto d = static_cast<int64_t>(denominators.size());
  judgement.evidence = numerators;
  judgement.evidence.insert(judgement.evidence.end(), denominators.begin(), denominators.end());
  if (n < rule.minimum_numerator || d < rule.minimum_denominator || (n == 0 && d == 0)) {
    return judgement;
  }
  constexpr __int128 kInfinity = static_cast<__int128>(1) << 100;
  const __int128 value = d == 0 ? kInfinity : static_cast<__int128>(n) * kMicro;
  const __int128 divisor = d == 0 ? 1 : d;
  judgement.value_micros = Nearest64(value / divisor);
  judgement.holds = AllHold(rule, value, divisor);
  return judgement;
}

Judgement JudgePresence(const CorrelationRule& rule, const std::vector<Input>& inputs, size_t at) {
  Judgement run;  // as it stands after each input
  for (size_t i = 0; i <= at; ++i) {
    const bool activity = MatchedAny(inputs[i], 0, rule.split);
    const bool end = MatchedAny(inputs[i], rule.split, rule.inputs.size());
    const bool continues = run.in_run && !run.run_ended &&
                           inputs[i].time_ms() - inputs[i - 1].time_ms() <= rule.gap_ms;
    if (!continues) {
      run = Judgement();
      run.run_start = i;
    }
    run.in_run = continues || activity;
    run.run_ended = end;
    if (run.in_run) run.evidence.push_back(&inputs[i]);
  }
  if (!run.in_run) return run;
  run.value_micros = (inputs[at].time_ms() - inputs[run.run_start].time_ms()) * kMicro;
  run.holds = AllHold(rule, run.value_micros);
  return run;
}

Judgement JudgeWindow(const CorrelationRule& rule, const Inputs& window, int64_t time_ms) {
  switch (rule.type) {
    case CorrelationType::kEventCount:
      return Counted(rule, window);
    case CorrelationType::kValueCount:
      return Counted(rule, Distinct(window));
    case CorrelationType::kTemporal:
      return JudgeTemporal(rule, window);
    case CorrelationType::kTemporalOrdered:
      return JudgeOrdered(rule, window);
    case CorrelationType::kRatio:
      return JudgeRatio(rule, window, time_ms);
    case CorrelationType::kValueSum:
    case CorrelationType::kValueAvg:
    case CorrelationType::kValuePercentile:
    case CorrelationType::kPresence:
      break;
  }
  return JudgeNumbers(rule, window);
}

}  // namespace

bool IsAnchored(const CorrelationRule& rule) {
  const bool counts = rule.type == CorrelationType::kEventCount ||
                      rule.type == CorrelationType::kValueCount ||
                      rule.type == CorrelationType::kValueSum;
  return counts && std::any_of(rule.thresholds.begin(), rule.thresholds.end(), [](auto& t) {
           return t.compare != Compare::kGreater && t.compare != Compare::kGreaterEqual;
         });
}

bool NeedsNumber(const CorrelationRule& rule) {
  return rule.type == CorrelationType::kValueSum || rule.type == CorrelationType::kValueAvg ||
         rule.type == CorrelationType::kValuePercentile;
}

bool NeedsValue(const CorrelationRule& rule) {
  return rule.type == CorrelationType::kValueCount || NeedsNumber(rule);
}

Judgement JudgeAt(const CorrelationRule& rule, const std::vector<Input>& inputs, size_t at) {
  if (rule.type == CorrelationType::kPresence) return JudgePresence(rule, inputs, at);
  const int64_t time_ms = inputs[at].time_ms();
  Inputs window;
  for (size_t i = 0; i <= at; ++i) {
    if (inputs[i].time_ms() > time_ms - rule.timespan_ms) window.push_back(&inputs[i]);
  }
  return JudgeWindow(rule, window, time_ms);
}

Judgement JudgeAnchored(const CorrelationRule& rule, const std::vector<Input>& inputs, size_t first,
                        size_t end) {
  Inputs window;
  for (size_t i = first; i < end; ++i) window.push_back(&inputs[i]);
  return JudgeWindow(rule, window, inputs[first].time_ms() + rule.timespan_ms);
}

}  // namespace sekisho::oracle
