#include "service/list_gaps.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/schema.h"
#include "engine/possible.h"
#include "facts/fact.h"
#include "lists/list_set.h"

namespace sekisho {
namespace {

// Events of every type with every field: what then is impossible lacks something else.
std::vector<KnownEvents> AllKnownEvents() {
  std::vector<KnownEvents> all;
  for (const EventTypeSpec& type : AllEventTypes()) {
    if (type.engine_made) continue;
    KnownEvents events;
    events.type = std::string(type.type);
    events.fields = {"account"};
    for (const auto& names : {type.required, type.optional}) {
      for (const std::string_view name : names) events.fields.emplace_back(name);
    }
    all.push_back(std::move(events));
  }
  return all;
}

const Fact* ListFact(std::string_view field) {
  for (const Fact& fact : AllFacts()) {
    if (fact.output == field && fact.compute == nullptr) return &fact;
  }
  return nullptr;
}

void AddParts(const RuleSet& rules, const std::vector<FieldId>& fields, std::set<ListPart>* parts) {
  for (const FieldId field : fields) {
    const Fact* const fact = field == kNoField ? nullptr : ListFact(rules.fields.Name(field));
    if (fact == nullptr) continue;
    for (const ListValue& one : fact->lists) parts->insert(one.part);
  }
}

void AddParts(const RuleSet& rules, RuleIndex index, std::set<ListPart>* parts) {
  const Rule& rule = rules.rules[index];
  if (const DetectionRule* detection = rule.detection()) {
    return AddParts(rules, detection->matcher.fields(), parts);
  }
  for (const CorrelationInput& input : rule.correlation()->inputs) {
    AddParts(rules, input.group_by, parts);
    AddParts(rules, input.values, parts);
    AddParts(rules, input.rule, parts);
  }
}

// The parts of the lists that a rule looks things up in, with those that feed it.
std::set<ListPart> PartsReadBy(const RuleSet& rules, RuleIndex rule) {
  std::set<ListPart> parts;
  AddParts(rules, rule, &parts);
  return parts;
}

// Rules that give findings and look something up.
std::vector<RuleIndex> Readers(const RuleSet& rules) {
  std::vector<RuleIndex> readers;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const Rule& its = rules.rules[rule];
    if (!its.generates || !its.not_evaluated.empty()) continue;
    if (!PartsReadBy(rules, rule).empty()) readers.push_back(rule);
  }
  return readers;
}

}  // namespace

std::map<ListPart, std::set<size_t>> PartsOfUse(const RuleSet& rules) {
  std::map<ListPart, std::set<size_t>> parts;
  const std::vector<RuleIndex> readers = Readers(rules);
  const std::vector<KnownEvents> events = AllKnownEvents();
  std::set<RuleIndex> served;
  PossibleRules without(rules, events, ListParts());
  for (const RuleIndex rule : readers) {
    const auto indicator = rules.rules[rule].indicator;
    if (without.LackOf(rule) != nullptr) continue;
    served.insert(rule);
    for (const ListPart part : PartsReadBy(rules, rule)) {
      if (indicator && static_cast<size_t>(part) >= kRangeClasses) parts[part].insert(*indicator);
    }
  }
  for (const ListPart part : ListParts::Everything().All()) {
    ListParts alone;
    alone.Add(part);
    PossibleRules possible(rules, events, alone);
    for (const RuleIndex rule : readers) {
      if (without.LackOf(rule) == nullptr || !PartsReadBy(rules, rule).contains(part) ||
          possible.LackOf(rule) != nullptr) {
        continue;
      }
      served.insert(rule);
      if (const auto indicator = rules.rules[rule].indicator) parts[part].insert(*indicator);
    }
  }
  for (const RuleIndex rule : readers) {
    const auto indicator = rules.rules[rule].indicator;
    if (!indicator || served.contains(rule)) continue;
    for (const ListPart part : PartsReadBy(rules, rule)) parts[part].insert(*indicator);
  }
  return parts;
}

std::vector<ListGap> FindListGaps(const RuleSet& rules, const ListSet* lists, int64_t last_ms) {
  const std::vector<RuleIndex> readers = Readers(rules);
  std::vector<ListGap> gaps;
  if (readers.empty()) return gaps;
  const std::vector<KnownEvents> events = AllKnownEvents();
  const ListParts loaded = lists == nullptr ? ListParts() : lists->parts();
  PossibleRules now(rules, events, lists == nullptr ? ListParts() : lists->PartsAt(last_ms));
  PossibleRules ever(rules, events, loaded);
  for (const RuleIndex rule : readers) {
    const RuleLack* const lack = now.LackOf(rule);
    if (lack == nullptr || lack->lists.empty()) continue;
    ListGap gap{rule, lack->lists, ever.LackOf(rule) == nullptr};
    std::sort(gap.parts.begin(), gap.parts.end());
    gaps.push_back(std::move(gap));
  }
  return gaps;
}

bool HasListGap(const RuleSet& rules, const std::vector<ListGap>& gaps, size_t indicator) {
  bool any = false;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const Rule& its = rules.rules[rule];
    if (its.indicator != indicator || !its.generates || !its.not_evaluated.empty()) continue;
    const bool lacks = std::any_of(gaps.begin(), gaps.end(),
                                   [rule](const ListGap& gap) { return gap.rule == rule; });
    if (!lacks) return false;
    any = true;
  }
  return any;
}

}  // namespace sekisho
