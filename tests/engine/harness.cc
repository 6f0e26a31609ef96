#include "engine/harness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/number.h"
#include "core/schema.h"
#include "core/time.h"
#include "engine/front.h"
#include "oracle/compare.h"

namespace sekisho {
namespace {

std::string Line(const std::string& rule, const std::string& key, int64_t first_ms, int64_t last_ms,
                 int64_t value_micros, bool at_least, bool truncated, bool open, uint64_t total,
                 const std::vector<std::string>& evidence) {
  std::string line = rule + " " + key + " " + FormatTime(first_ms) + " " + FormatTime(last_ms) +
                     " value " + FormatMicros(value_micros);
  if (at_least) line += " at-least";
  if (truncated) line += " truncated";
  if (open) line += " open";
  line += " events " + std::to_string(total);
  for (const std::string& id : evidence) line += " " + id;
  return line;
}

Key KeyOfText(const std::string& text, bool is_pair, uint64_t seed) {
  const size_t bar = text.find('|');
  if (!is_pair || bar == std::string::npos) return HashBytes(text, seed);
  return PairKey(HashBytes(text.substr(0, bar), seed), HashBytes(text.substr(bar + 1), seed), seed);
}

// Does the rule group its events by the fact `pair` at this place of its group-by?
bool IsPair(const RuleSet& rules, RuleIndex rule, size_t place) {
  const CorrelationRule* correlation = rules.rules[rule].correlation();
  if (correlation == nullptr) return true;  // a detection: its subject may be a pair
  return std::any_of(correlation->inputs.begin(), correlation->inputs.end(),
                     [&](const CorrelationInput& input) {
                       return input.group_by[place] != kNoField &&
                              rules.fields.Name(input.group_by[place]) == "pair";
                     });
}

// By rule: does it give findings, or feed a rule that does? The engine runs no others.
std::vector<bool> NeededRules(const RuleSet& rules) {
  std::vector<bool> needed(rules.rules.size());
  const auto need = [&](RuleIndex index, const auto& need_again) -> void {
    const Rule& rule = rules.rules[index];
    if (needed[index] || !rule.not_evaluated.empty()) return;
    needed[index] = true;
    if (const CorrelationRule* correlation = rule.correlation()) {
      for (const CorrelationInput& input : correlation->inputs) need_again(input.rule, need_again);
    }
  };
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    if (rules.rules[rule].generates) need(rule, need);
  }
  return needed;
}

// Gives events the numbers of their type and shape, as a codec does.
class Shapes {
 public:
  void Describe(EventView* view) {
    const std::span<const EventTypeSpec> types = AllEventTypes();
    const auto type = std::find_if(types.begin(), types.end(), [&](const EventTypeSpec& spec) {
      return spec.type == view->type;
    });
    const bool ours = view->product == "sekisho" && view->service.empty() &&
                      view->category == view->type.substr(0, view->type.find('.'));
    if (type == types.end() || !ours) return;
    view->type_number = static_cast<uint16_t>(type - types.begin());
    std::vector<FieldId> fields(view->set_fields().begin(), view->set_fields().end());
    const bool usable = std::all_of(fields.begin(), fields.end(), [&](FieldId field) {
      const Value& value = view->Get(field);
      return value.present() &&
             (value.kind == ValueKind::kList ? !value.items.empty() : !value.text.empty());
    });
    std::sort(fields.begin(), fields.end());
    if (usable) view->shape = numbers_.emplace(fields, numbers_.size() + 1).first->second;
  }

 private:
  std::map<std::vector<FieldId>, uint32_t> numbers_;
};

}  // namespace

RuleSet LoadText(const std::string& yaml) {
  LoadRequest request;
  request.texts = {{"rules.yml", yaml}};
  LoadResult result = LoadRules(request);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.severity == Severity::kError) ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  return std::move(result.rules);
}

Lines Expected(const oracle::Result& result, const RuleSet& rules, uint64_t seed) {
  std::map<std::string, RuleIndex> by_name;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    by_name[rules.rules[rule].name] = rule;
  }
  Lines lines;
  for (const oracle::Finding& whole : result.findings) {
    const oracle::Finding finding = oracle::AsReported(whole);
    std::vector<Key> parts;
    for (size_t i = 0; i < finding.key.size(); ++i) {
      parts.push_back(KeyOfText(finding.key[i], IsPair(rules, by_name[finding.rule], i), seed));
    }
    lines.push_back(Line(finding.rule, KeyToHex(CombineKeys(parts, seed)), finding.first_ms,
                         finding.last_ms, finding.value_micros, finding.at_least, finding.truncated,
                         finding.open, finding.evidence_total, finding.evidence));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

SettledEvents::SettledEvents(const Plan& plan, const std::vector<oracle::Event>& events) {
  Front front(plan);
  EventView view(plan.fields().size());
  Shapes shapes;
  std::vector<const oracle::Event*> order;
  for (const oracle::Event& event : events) order.push_back(&event);
  // Of events with one position the least raw line stays.
  std::sort(order.begin(), order.end(), [](const oracle::Event* a, const oracle::Event* b) {
    return std::make_tuple(a->time_ms, a->sequence, oracle::PositionId(*a), a->raw) <
           std::make_tuple(b->time_ms, b->sequence, oracle::PositionId(*b), b->raw);
  });
  const oracle::Event* last = nullptr;
  for (const oracle::Event* event : order) {
    if (last != nullptr && last->time_ms == event->time_ms && last->sequence == event->sequence &&
        oracle::PositionId(*last) == oracle::PositionId(*event)) {
      continue;
    }
    last = event;
    oracle::FillView(*event, plan.fields(), &view);
    shapes.Describe(&view);
    block_.Add(view, {}, front.Take(&view));
    ids_.push_back(oracle::PositionId(*event));
  }
  for (const Row& row : block_.rows()) {
    touches_.push_back({row.time_ms, touches_.size(), row.touches(), row.identity().touches});
  }
  matches_ = front.matches();
}

Lines Found(const std::vector<Episode>& episodes, const RuleSet& rules,
            const std::vector<std::string>& ids) {
  Lines lines;
  for (const Episode& episode : episodes) {
    std::vector<std::string> evidence;
    for (const EventRef event : episode.evidence) evidence.push_back(ids[event]);
    lines.push_back(Line(rules.rules[episode.rule].name, KeyToHex(episode.key), episode.first_ms,
                         episode.last_ms, episode.value_micros, episode.at_least, episode.truncated,
                         episode.open, episode.evidence_total, evidence));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Counts ExpectedCounts(const oracle::Result& result, const RuleSet& rules) {
  const std::vector<bool> needed = NeededRules(rules);
  Counts counts;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const auto found = result.counts.find(rules.rules[rule].name);
    if (needed[rule] && found != result.counts.end()) counts.insert(*found);
  }
  return counts;
}

Counts FoundCounts(const EngineResult& result, const RuleSet& rules, const SettledEvents& events) {
  Counts counts;
  for (RuleIndex index = 0; index < rules.rules.size(); ++index) {
    const Rule& rule = rules.rules[index];
    if (rule.detection() != nullptr && !rule.generates) continue;
    const RuleCounts& found = result.counts[index];
    counts[rule.name] = {found.inputs + events.matches()[index], found.held};
  }
  return counts;
}

Lines ExpectedGroups(const oracle::Result& result, uint64_t seed) {
  Lines lines;
  for (const std::vector<std::string>& group : result.groups) {
    std::string& line = lines.emplace_back();
    for (const std::string& account : group) line += KeyToHex(HashBytes(account, seed)) + " ";
  }
  return lines;
}

Lines FoundGroups(const Groups& groups) {
  Lines lines;
  for (const Groups::Group& group : groups.Snapshot()) {
    std::string& line = lines.emplace_back();
    for (const Key& account : group.accounts) line += KeyToHex(account) + " ";
  }
  return lines;
}

std::string DiffGroups(const Lines& expected, const Lines& found) {
  if (expected == found) return "";
  std::string text;
  for (const std::string& line : expected) text += "expected group " + line + "\n";
  for (const std::string& line : found) text += "found group    " + line + "\n";
  return text;
}

EngineResult RunEngine(const Plan& plan, const SettledEvents& events, uint32_t shards,
                       size_t batch) {
  ThreadTeam team(shards);
  Engine engine(plan, {}, &team);
  const std::span<const EventTouches> all = events.touches();
  for (size_t at = 0; at < all.size(); at += batch) {
    engine.Feed(all.subspan(at, std::min(batch, all.size() - at)));
  }
  return engine.Finish();
}

std::string Diff(const Lines& expected, const Lines& found) {
  std::string text;
  Lines only;
  std::set_difference(expected.begin(), expected.end(), found.begin(), found.end(),
                      std::back_inserter(only));
  for (const std::string& line : only) text += "missing  " + line + "\n";
  only.clear();
  std::set_difference(found.begin(), found.end(), expected.begin(), expected.end(),
                      std::back_inserter(only));
  for (const std::string& line : only) text += "unwanted " + line + "\n";
  return text;
}

}  // namespace sekisho
