#include "service/list_gaps.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "facts/fact.h"
#include "lists/list_set.h"

namespace sekisho {
namespace {

const Fact* ListFact(std::string_view field) {
  for (const Fact& fact : AllFacts()) {
    if (fact.output == field && fact.needs_list()) return &fact;
  }
  return nullptr;
}

// The parts that bear on a fact: those that give it, or a fact that it is computed from.
void AddParts(std::string_view field, std::set<ListPart>* parts) {
  for (const Fact& fact : AllFacts()) {
    if (fact.output != field) continue;
    for (const ListValue& one : fact.lists) parts->insert(one.part);
    for (const std::string_view input : fact.inputs) AddParts(input, parts);
  }
}

void AddParts(const RuleSet& rules, const std::vector<FieldId>& fields, std::set<ListPart>* parts) {
  for (const FieldId field : fields) {
    if (field != kNoField) AddParts(rules.fields.Name(field), parts);
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

// What rules lack with these lists.
RuleLacks LacksOf(const RuleSet& rules, const std::vector<RuleIndex>& readers,
                  const std::vector<KnownEvents>& events, const ListParts& lists) {
  RuleLacks lacks;
  PossibleRules possible(rules, events, lists);
  for (const RuleIndex rule : readers) {
    const RuleLack* const lack = possible.LackOf(rule);
    if (lack != nullptr) lacks.emplace(rule, *lack);
  }
  return lacks;
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

// The fields of detections that a rule reads, with those that feed it.
void AddFields(const RuleSet& rules, RuleIndex index, std::set<FieldId>* fields) {
  const Rule& rule = rules.rules[index];
  if (const DetectionRule* detection = rule.detection()) {
    fields->insert(detection->matcher.fields().begin(), detection->matcher.fields().end());
    return;
  }
  for (const CorrelationInput& input : rule.correlation()->inputs) {
    AddFields(rules, input.rule, fields);
  }
}

// Where a rule needs several facts, each of them by one list or another: the parts that give one of
// them a value when all others are there. A fact that the rule can do without, because the event
// may state the same, still makes its parts of use.
void AddAlternatives(const RuleSet& rules, RuleIndex rule, const std::vector<KnownEvents>& events,
                     std::set<ListPart>* parts) {
  std::set<FieldId> fields;
  AddFields(rules, rule, &fields);
  const auto holds = [&](const ListParts& lists) {
    return PossibleRules(rules, events, lists).LackOf(rule) == nullptr;
  };
  for (const FieldId field : fields) {
    const Fact* const fact = field == kNoField ? nullptr : ListFact(rules.fields.Name(field));
    if (fact == nullptr) continue;
    ListParts others = ListParts::Everything();
    for (const ListValue& one : fact->lists) others.Remove(one.part);
    const bool is_needed = !holds(others);
    for (const ListValue& one : fact->lists) {
      ListParts with = others;
      with.Add(one.part);
      const bool is_of_use = is_needed ? holds(with) : one.value.empty();
      if (is_of_use) parts->insert(one.part);
    }
  }
}

// Of a rule that no part alone serves: the parts that it cannot do without, and the classes of
// ranges that serve it when the rest is there.
std::set<ListPart> PartsTogether(const RuleSet& rules, RuleIndex rule,
                                 const std::vector<KnownEvents>& events) {
  std::set<ListPart> together;
  for (const ListPart part : PartsReadBy(rules, rule)) {
    ListParts lists = ListParts::Everything();
    const bool is_class = static_cast<size_t>(part) < kRangeClasses;
    for (size_t i = 0; is_class && i < kRangeClasses; ++i) lists.Remove(static_cast<ListPart>(i));
    if (is_class) {
      lists.Add(part);
    } else {
      lists.Remove(part);
    }
    const bool holds = PossibleRules(rules, events, lists).LackOf(rule) == nullptr;
    if (holds == is_class) together.insert(part);
  }
  AddAlternatives(rules, rule, events, &together);
  return together;
}

// The parts that are of use to each rule, as PartsOfUse says.
std::map<RuleIndex, std::set<ListPart>> PartsOfRules(const RuleSet& rules,
                                                     const std::vector<RuleIndex>& readers,
                                                     const std::vector<KnownEvents>& events) {
  std::map<RuleIndex, std::set<ListPart>> of_use;
  PossibleRules without(rules, events, ListParts());
  for (const ListPart part : ListParts::Everything().All()) {
    ListParts alone;
    alone.Add(part);
    PossibleRules with(rules, events, alone);
    for (const RuleIndex rule : readers) {
      if (!PartsReadBy(rules, rule).contains(part)) continue;
      const bool helps = without.LackOf(rule) == nullptr
                             ? static_cast<size_t>(part) >= kRangeClasses
                             : with.LackOf(rule) == nullptr;
      if (helps) of_use[rule].insert(part);
    }
  }
  std::vector<RuleIndex> others;
  std::copy_if(readers.begin(), readers.end(), std::back_inserter(others),
               [&of_use](RuleIndex rule) { return !of_use.contains(rule); });
  for (const RuleIndex rule : others) of_use[rule] = PartsTogether(rules, rule, events);
  return of_use;
}

// Rules that have a list, but not every one that would be of use.
void AddPartialGaps(const RuleSet& rules, const std::vector<RuleIndex>& readers,
                    const std::vector<KnownEvents>& events, const ListParts& there,
                    std::vector<ListGap>* gaps) {
  const size_t whole = gaps->size();
  for (const auto& [rule, of_use] : PartsOfRules(rules, readers, events)) {
    const bool known = std::any_of(gaps->begin(), gaps->begin() + static_cast<ptrdiff_t>(whole),
                                   [rule = rule](const ListGap& gap) { return gap.rule == rule; });
    if (known) continue;
    ListGap gap{rule, {}, false, true};
    std::copy_if(of_use.begin(), of_use.end(), std::back_inserter(gap.parts),
                 [&there](ListPart part) { return !there.Has(part); });
    if (!gap.parts.empty()) gaps->push_back(std::move(gap));
  }
  std::sort(gaps->begin(), gaps->end(),
            [](const ListGap& a, const ListGap& b) { return a.rule < b.rule; });
}

}  // namespace

std::map<ListPart, std::set<size_t>> PartsOfUse(const RuleSet& rules) {
  std::map<ListPart, std::set<size_t>> parts;
  for (const auto& [rule, of_use] : PartsOfRules(rules, Readers(rules), AllKnownEvents())) {
    const auto indicator = rules.rules[rule].indicator;
    for (const ListPart part : of_use) {
      if (indicator) parts[part].insert(*indicator);
    }
  }
  return parts;
}

std::vector<ListGap> FindListGaps(const RuleSet& rules, const ListSet* lists, int64_t last_ms,
                                  bool want_partial, const std::optional<RuleLacks>& known) {
  const std::vector<RuleIndex> readers = Readers(rules);
  std::vector<ListGap> gaps;
  if (readers.empty()) return gaps;
  const std::vector<KnownEvents> events = AllKnownEvents();
  const ListParts loaded = lists == nullptr ? ListParts() : lists->parts();
  const ListParts there = lists == nullptr ? ListParts() : lists->PartsAt(last_ms);
  const RuleLacks ever = known ? *known : LacksOf(rules, readers, events, loaded);
  const RuleLacks now = there.All() == loaded.All() ? ever : LacksOf(rules, readers, events, there);
  for (const RuleIndex rule : readers) {
    const auto lack = now.find(rule);
    if (lack == now.end() || lack->second.lists.empty()) continue;
    ListGap gap{rule, lack->second.lists, !ever.contains(rule), false};
    std::sort(gap.parts.begin(), gap.parts.end());
    gaps.push_back(std::move(gap));
  }
  if (lists != nullptr && want_partial) {
    AddPartialGaps(rules, readers, events, lists->WholeAt(last_ms), &gaps);
  }
  return gaps;
}

bool HasListGap(const RuleSet& rules, const std::vector<ListGap>& gaps, size_t indicator) {
  bool any = false;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const Rule& its = rules.rules[rule];
    if (its.indicator != indicator || !its.generates || !its.not_evaluated.empty()) continue;
    const bool lacks = std::any_of(gaps.begin(), gaps.end(), [rule](const ListGap& gap) {
      return gap.rule == rule && !gap.partial;
    });
    if (!lacks) return false;
    any = true;
  }
  return any;
}

}  // namespace sekisho
