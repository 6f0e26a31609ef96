#include "service/calibrate_values.h"

#include <algorithm>
#include <optional>

#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kQuarters[] = {2, 3, 4, 6, 8, 12};

// Number (10^-6) or length of time (ms) that a text stands for.
struct Quantity {
  int64_t amount;
  bool duration;
};

std::optional<Quantity> ReadQuantity(const std::string& text) {
  if (const std::optional<int64_t> micros = ParseMicros(text)) return Quantity{*micros, false};
  if (const StatusOr<int64_t> ms = ParseDuration(text); ms.ok()) return Quantity{*ms, true};
  return std::nullopt;
}

// In the largest unit that divides it: the way in which parameters are written.
std::string DurationText(int64_t ms) {
  const std::pair<int64_t, const char*> units[] = {
      {kDayMs, "d"}, {kHourMs, "h"}, {kMinuteMs, "m"}, {kSecondMs, "s"}};
  for (const auto& [unit, letter] : units) {
    if (ms % unit == 0) return std::to_string(ms / unit) + letter;
  }
  return std::to_string(ms / kSecondMs) + "s";
}

bool SameThresholds(const CorrelationRule& a, const CorrelationRule& b) {
  return std::equal(a.thresholds.begin(), a.thresholds.end(), b.thresholds.begin(),
                    b.thresholds.end(), [](const Threshold& x, const Threshold& y) {
                      return x.compare == y.compare && x.micros == y.micros;
                    });
}

// The indicators of which a condition differs between the two sets.
std::vector<bool> ChangedConditions(const RuleSet& before, const RuleSet& after) {
  std::map<std::string_view, const CorrelationRule*> changed;
  for (const Rule& rule : after.rules) changed[rule.name] = rule.correlation();
  std::vector<bool> differs(before.indicators.size(), false);
  for (const Rule& rule : before.rules) {
    const auto other = changed.find(rule.name);
    if (!rule.indicator || rule.correlation() == nullptr || other == changed.end()) continue;
    if (other->second == nullptr) continue;
    if (!SameThresholds(*rule.correlation(), *other->second)) differs[*rule.indicator] = true;
  }
  return differs;
}

// With such a value nothing could be found.
bool IsAboveMax(const std::string& value, const IndicatorParameter& parameter) {
  const std::optional<Quantity> most = ReadQuantity(parameter.max);
  const std::optional<Quantity> quantity = ReadQuantity(value);
  return most && quantity && quantity->amount > most->amount;
}

// Another value that the rules are likely to take.
std::string Another(const IndicatorParameter& parameter) {
  const std::optional<Quantity> quantity = ReadQuantity(parameter.value);
  if (!quantity) return "";
  const auto write = [&](int64_t amount) {
    return quantity->duration ? DurationText(amount) : FormatMicros(amount);
  };
  std::string more = write(quantity->duration ? quantity->amount * 2 : quantity->amount + kMicro);
  if (!IsAboveMax(more, parameter)) return more;
  const bool whole = quantity->amount % kMicro == 0 && quantity->amount > kMicro;
  return write(whole ? quantity->amount - kMicro : quantity->amount / 2);
}

}  // namespace

std::vector<ParameterChoice> ChooseParameters(const LoadRequest& request, const LoadResult& loaded,
                                              const std::set<std::string>& asked) {
  const std::vector<Indicator>& indicators = loaded.rules.indicators;
  const auto is_asked = [&](const Indicator& one) {
    return one.computed() && (asked.empty() || asked.contains(one.id));
  };
  size_t places = 0;
  for (const Indicator& one : indicators) {
    if (is_asked(one)) places = std::max(places, one.parameters.size());
  }
  std::vector<const IndicatorParameter*> chosen(indicators.size(), nullptr);
  for (size_t place = 0; place < places; ++place) {
    LoadRequest changed = request;
    for (const Indicator& one : indicators) {
      if (place >= one.parameters.size()) continue;
      const IndicatorParameter& parameter = one.parameters[place];
      const std::string value = Another(parameter);
      if (!value.empty()) changed.overrides[one.id + "." + parameter.name] = value;
    }
    const LoadResult other = LoadRules(changed);
    const std::vector<bool> differs = ChangedConditions(loaded.rules, other.rules);
    for (size_t i = 0; i < indicators.size(); ++i) {
      if (differs[i] && chosen[i] == nullptr && place < indicators[i].parameters.size()) {
        chosen[i] = &indicators[i].parameters[place];
      }
    }
  }
  std::vector<ParameterChoice> choices;
  for (size_t i = 0; i < indicators.size(); ++i) {
    for (const IndicatorParameter& parameter : indicators[i].parameters) {
      if (chosen[i] == nullptr && ParseMicros(parameter.value)) chosen[i] = &parameter;
    }
    if (chosen[i] == nullptr || !is_asked(indicators[i])) continue;
    const std::string key = indicators[i].id + "." + chosen[i]->name;
    std::vector<std::string> values = ValuesAround(chosen[i]->value);
    std::erase_if(values, [&](const std::string& one) { return IsAboveMax(one, *chosen[i]); });
    choices.push_back({i, chosen[i]->name, key, std::move(values)});
  }
  return choices;
}

std::vector<std::string> ValuesAround(const std::string& value) {
  const std::optional<Quantity> quantity = ReadQuantity(value);
  std::vector<std::string> values;
  if (!quantity || quantity->amount <= 0) return values;
  const int64_t amount = quantity->amount;
  const bool whole = !quantity->duration && amount % kMicro == 0;
  const int64_t step = whole ? kMicro : quantity->duration ? kSecondMs : 1;
  for (const int64_t quarters : kQuarters) {
    int64_t other = amount / 4 * quarters + amount % 4 * quarters / 4;
    if (quarters != 4) other = std::max((other + step / 2) / step * step, step);
    const std::string text = quarters == 4        ? value
                             : quantity->duration ? DurationText(other)
                                                  : FormatMicros(other);
    const auto equal = [&](const std::string& known) {
      return ReadQuantity(known)->amount == other;
    };
    if (std::none_of(values.begin(), values.end(), equal)) {
      values.push_back(text);
    } else if (quarters == 4) {
      *std::find_if(values.begin(), values.end(), equal) = text;
    }
  }
  return values;
}

void SortValues(std::vector<std::string>* values) {
  std::stable_sort(values->begin(), values->end(), [](const auto& a, const auto& b) {
    const std::optional<Quantity> left = ReadQuantity(a);
    const std::optional<Quantity> right = ReadQuantity(b);
    return left && right && left->amount < right->amount;
  });
}

}  // namespace sekisho
