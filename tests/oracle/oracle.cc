#include "oracle/oracle.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/number.h"
#include "core/time.h"
#include "oracle/links.h"
#include "oracle/stream.h"
#include "oracle/windows.h"

namespace sekisho::oracle {
namespace {

using KeyTexts = std::vector<std::string>;

// A rule selected an instance: a detection matched it, or a correlation held at it.
struct Fire {
  const Instance* instance;
  bool opening;
};

struct Episode {
  Finding finding;
  Order order;
  std::set<size_t> evidence;             // indices of events
  std::pair<int64_t, size_t> run_start;  // presence: time and event
};

class Runner {
 public:
  Runner(const RuleSet& rules, std::vector<Event> events)
      : rules_(rules),
        stream_(MakeStream(rules.fields, std::move(events))),
        fires_(rules.rules.size()) {}

  Result Run();

 private:
  void RunDetection(RuleIndex index, const DetectionRule& detection);
  void RunCorrelation(RuleIndex index, const CorrelationRule& correlation);
  void RunKey(RuleIndex index, const CorrelationRule& rule, const KeyTexts& key,
              const std::vector<Input>& inputs);
  void RunAnchoredKey(RuleIndex index, const CorrelationRule& rule, const KeyTexts& key,
                      const std::vector<Input>& inputs);
  std::vector<std::string> Subject(const Instance& instance) const;
  std::optional<KeyTexts> Texts(const Instance& instance, const std::vector<FieldId>& fields) const;
  void AddValue(const CorrelationRule& rule, const CorrelationInput& from, Input* input) const;
  Episode Open(RuleIndex index, const KeyTexts& key, const Instance& instance,
               const Judgement& judgement) const;
  void Close(RuleIndex index, Episode episode, bool open);
  bool IsOpenAtEnd(const CorrelationRule& rule, const Episode& episode,
                   const std::vector<Input>& inputs) const;
  int LevelOf(RuleIndex index) const {
    const CorrelationRule* correlation = rules_.rules[index].correlation();
    return correlation == nullptr ? 0 : correlation->level;
  }
  // The clock stops at the newest event.
  int64_t clock_ms() const { return stream_.events.empty() ? 0 : stream_.events.back().time_ms; }

  const RuleSet& rules_;
  Stream stream_;
  std::deque<Instance> timers_;
  std::vector<std::vector<Fire>> fires_;  // by rule
  std::vector<std::pair<std::tuple<Order, int, RuleIndex, KeyTexts>, Finding>> findings_;
  Result result_;
};

std::optional<KeyTexts> Runner::Texts(const Instance& instance,
                                      const std::vector<FieldId>& fields) const {
  KeyTexts texts;
  for (const FieldId field : fields) {
    if (field == kNoField) return std::nullopt;
    const auto text = KeyText(instance.view->Get(field));
    if (!text) return std::nullopt;
    texts.push_back(*text);
  }
  return texts;
}

// The subject of a detection's finding.
KeyTexts Runner::Subject(const Instance& instance) const {
  for (const std::string_view field : {"account", "pair", "link.identifier"}) {
    if (field != "account" && instance.view->category != "link") continue;
    const auto text = KeyText(instance.view->Get(stream_.fields.Find(field)));
    if (text) return {*text};
  }
  return {PositionId(stream_.events[instance.event])};
}

void Runner::RunDetection(RuleIndex index, const DetectionRule& detection) {
  const auto sees = [](const std::string& wanted, std::string_view has) {
    return wanted.empty() || wanted == has;
  };
  for (const Instance& instance : stream_.instances) {
    const EventView& view = *instance.view;
    const LogSource& source = detection.source;
    if (sees(source.product, view.product) && sees(source.category, view.category) &&
        sees(source.service, view.service) && detection.matcher.Matches(view)) {
      fires_[index].push_back({&instance, true});
    }
  }
  if (!rules_.rules[index].generates) return;

  CorrelationRule daily;
  daily.type = CorrelationType::kEventCount;
  daily.timespan_ms = kDayMs;
  daily.thresholds = {{Compare::kGreaterEqual, kMicro}};
  std::map<KeyTexts, std::vector<Input>> keys;
  for (const Fire& fire : fires_[index]) {
    keys[Subject(*fire.instance)].push_back({fire.instance, {true}, {}, {}});
  }
  const std::vector<Fire> matches = fires_[index];
  for (const auto& [key, inputs] : keys) RunKey(index, daily, key, inputs);
  fires_[index] = matches;
}

void Runner::AddValue(const CorrelationRule& rule, const CorrelationInput& from,
                      Input* input) const {
  const auto add = [](const auto& value, auto* values) {
    if (value && std::find(values->begin(), values->end(), *value) == values->end()) {
      values->push_back(*value);
    }
  };
  if (rule.type == CorrelationType::kValueCount) {
    add(Texts(*input->instance, from.values), &input->values);
  } else if (NeedsNumber(rule) && from.values.at(0) != kNoField) {
    const Value& value = input->instance->view->Get(from.values[0]);
    add(value.present() ? ParseMicros(value.text) : std::nullopt, &input->numbers);
  }
}

void Runner::RunCorrelation(RuleIndex index, const CorrelationRule& rule) {
  const bool every_hold =
      rule.type == CorrelationType::kTemporal || rule.type == CorrelationType::kTemporalOrdered;
  std::map<KeyTexts, std::map<Order, Input>> keys;
  for (size_t i = 0; i < rule.inputs.size(); ++i) {
    for (const Fire& fire : fires_[rule.inputs[i].rule]) {
      const auto key = Texts(*fire.instance, rule.inputs[i].group_by);
      if (!key || (!fire.opening && !every_hold)) continue;
      Input& input = keys[*key][fire.instance->order];
      input.instance = fire.instance;
      input.matched.resize(rule.inputs.size());
      input.matched[i] = true;
      AddValue(rule, rule.inputs[i], &input);
    }
  }
  result_.counts[rules_.rules[index].name];  // listed even when nothing reaches it
  for (const auto& [key, by_order] : keys) {
    std::vector<Input> inputs;
    for (const auto& [order, input] : by_order) {
      const bool has_value = !input.numbers.empty() || !input.values.empty();
      if (has_value || !NeedsValue(rule)) inputs.push_back(input);
    }
    if (IsAnchored(rule)) {
      RunAnchoredKey(index, rule, key, inputs);
    } else {
      RunKey(index, rule, key, inputs);
    }
  }
}

Episode Runner::Open(RuleIndex index, const KeyTexts& key, const Instance& instance,
                     const Judgement& judgement) const {
  const Event& event = stream_.events[instance.event];
  Episode episode;
  episode.order = instance.order;
  episode.finding.rule = rules_.rules[index].name;
  episode.finding.key = key;
  episode.finding.opening = {instance.order.time_ms, event.sequence, PositionId(event)};
  episode.finding.first_ms = episode.finding.last_ms = instance.order.time_ms;
  episode.finding.value_micros = judgement.value_micros;
  episode.finding.at_least = judgement.at_least;
  episode.finding.truncated = judgement.truncated;
  for (const Input* input : judgement.evidence) episode.evidence.insert(input->instance->event);
  return episode;
}

void Runner::Close(RuleIndex index, Episode episode, bool open) {
  if (!rules_.rules[index].generates) return;
  episode.finding.open = open;
  episode.finding.evidence_total = episode.evidence.size();
  for (const size_t event : episode.evidence) {
    episode.finding.evidence.push_back(PositionId(stream_.events[event]));
  }
  findings_.push_back(
      {{episode.order, LevelOf(index), index, episode.finding.key}, std::move(episode.finding)});
}

// Are all operators upper bounds or equality? Then the smaller a value, the more remarkable.
bool WantsSmallest(const CorrelationRule& rule) {
  return !rule.thresholds.empty() &&
         std::all_of(rule.thresholds.begin(), rule.thresholds.end(), [](const Threshold& t) {
           return t.compare == Compare::kLess || t.compare == Compare::kLessEqual ||
                  t.compare == Compare::kEqual;
         });
}

void Extend(const CorrelationRule& rule, const Input& input, const Judgement& judgement,
            Episode* episode) {
  Finding& finding = episode->finding;
  finding.last_ms = input.time_ms();
  episode->evidence.insert(input.instance->event);
  finding.at_least |= judgement.at_least;
  finding.truncated |= judgement.truncated;
  const int64_t value = judgement.value_micros;
  finding.value_micros = WantsSmallest(rule) ? std::min(finding.value_micros, value)
                                             : std::max(finding.value_micros, value);
}

bool Runner::IsOpenAtEnd(const CorrelationRule& rule, const Episode& episode,
                         const std::vector<Input>& inputs) const {
  if (rule.type != CorrelationType::kPresence) {
    return clock_ms() < episode.finding.last_ms + rule.timespan_ms;
  }
  const Judgement last = JudgeAt(rule, inputs, inputs.size() - 1);
  return !last.run_ended && clock_ms() - inputs.back().time_ms() <= rule.gap_ms;
}

// What tells runs apart: findings that open at one event at one time would have one id.
std::pair<int64_t, size_t> RunStart(const std::vector<Input>& inputs, const Judgement& judgement) {
  const Input& first = inputs[judgement.run_start];
  return {first.time_ms(), first.instance->event};
}

void Runner::RunKey(RuleIndex index, const CorrelationRule& rule, const KeyTexts& key,
                    const std::vector<Input>& inputs) {
  RuleCounts& counts = result_.counts[rules_.rules[index].name];
  std::optional<Episode> episode;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const Judgement judgement = JudgeAt(rule, inputs, i);
    const bool over =
        episode && (rule.type == CorrelationType::kPresence
                        ? RunStart(inputs, judgement) != episode->run_start
                        : inputs[i].time_ms() >= episode->finding.last_ms + rule.timespan_ms);
    if (over) {
      Close(index, *std::move(episode), false);
      episode.reset();
    }
    ++counts.inputs;
    if (!judgement.holds) continue;
    ++counts.held;
    fires_[index].push_back({inputs[i].instance, !episode});
    if (episode) {
      Extend(rule, inputs[i], judgement, &*episode);
      continue;
    }
    episode = Open(index, key, *inputs[i].instance, judgement);
    if (rule.type == CorrelationType::kPresence) {
      episode->run_start = RunStart(inputs, judgement);
      episode->finding.first_ms = episode->run_start.first;
    }
  }
  if (episode) Close(index, *episode, IsOpenAtEnd(rule, *episode, inputs));
}

void Runner::RunAnchoredKey(RuleIndex index, const CorrelationRule& rule, const KeyTexts& key,
                            const std::vector<Input>& inputs) {
  RuleCounts& counts = result_.counts[rules_.rules[index].name];
  counts.inputs += inputs.size();
  for (size_t first = 0; first < inputs.size();) {
    const int64_t deadline_ms = inputs[first].time_ms() + rule.timespan_ms;
    size_t end = first;
    while (end < inputs.size() && inputs[end].time_ms() < deadline_ms) ++end;
    if (deadline_ms >= clock_ms()) return;
    const Judgement judgement = JudgeAnchored(rule, inputs, first, end);
    if (judgement.holds) {
      ++counts.held;
      const Instance& opening = *inputs[first].instance;
      timers_.push_back({{deadline_ms, true, opening.order.index}, opening.event, opening.view});
      fires_[index].push_back({&timers_.back(), true});
      Episode episode = Open(index, key, opening, judgement);
      episode.finding.last_ms = deadline_ms;
      Close(index, std::move(episode), false);
    }
    first = end;
  }
}

Result Runner::Run() {
  constexpr int kLevels = 5;  // detections, then correlations of level 1 to 4
  for (int level = 0; level < kLevels; ++level) {
    for (RuleIndex i = 0; i < rules_.rules.size(); ++i) {
      const Rule& rule = rules_.rules[i];
      if (!rule.not_evaluated.empty() || LevelOf(i) != level) continue;
      if (rule.detection() != nullptr) {
        RunDetection(i, *rule.detection());
      } else {
        RunCorrelation(i, *rule.correlation());
      }
    }
  }
  std::sort(findings_.begin(), findings_.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [order, finding] : findings_) result_.findings.push_back(std::move(finding));
  result_.links = stream_.links;
  result_.groups = GroupsOf(stream_.links);
  result_.duplicates = stream_.duplicates;
  result_.conflicts = stream_.conflicts;
  return std::move(result_);
}

}  // namespace

Result FindAll(const RuleSet& rules, std::vector<Event> events) {
  return Runner(rules, std::move(events)).Run();
}

}  // namespace sekisho::oracle
