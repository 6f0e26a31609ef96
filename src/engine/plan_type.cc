// What the events of one type meet.
#include <algorithm>
#include <tuple>

#include "engine/feeds.h"
#include "engine/plan.h"

namespace sekisho {
namespace {

void AddUnique(const std::vector<FieldId>& from, std::vector<FieldId>* to) {
  for (const FieldId field : from) {
    if (field != kNoField && std::find(to->begin(), to->end(), field) == to->end())
      to->push_back(field);
  }
}

// The bytes of a touch's input, with all that is chained to it.
size_t InputBytesMax(const Use& use) {
  size_t bytes = sizeof(TouchInput);
  for (const Use& chained : use.chained) bytes += sizeof(Touch) + InputBytesMax(chained);
  return bytes;
}

// TouchPlan::plain.
std::vector<PlainUse> PlainUses(const TouchPlan& touch) {
  std::vector<PlainUse> plain;
  if (touch.key.size() != 1 || touch.key_or_event) return {};
  for (const Use& use : touch.uses) {
    const bool own_window = plain.empty() || plain.back().window != use.window;
    if (!own_window || use.numeric || !use.chained.empty() ||
        (use.counts_values && (use.values.size() != 1 || use.values[0] == kNoField))) {
      return {};
    }
    const FieldId value = use.counts_values ? use.values[0] : kNoField;
    plain.push_back({use.source, use.mask, use.window, value});
  }
  return plain;
}

void FinishTouches(MatchPlan* plan) {
  // Touches of one table stand together: two of them may meet the same record.
  std::stable_sort(plan->touches.begin(), plan->touches.end(),
                   [](const TouchPlan& a, const TouchPlan& b) { return a.table < b.table; });
  for (TouchPlan& touch : plan->touches) {
    touch.plain = PlainUses(touch);
    plan->touch_bytes_max += sizeof(Touch);
    for (const Use& use : touch.uses) plan->touch_bytes_max += InputBytesMax(use);
  }
}

}  // namespace

void AddFieldsOf(const Use& use, std::vector<FieldId>* fields) {
  AddUnique(use.key, fields);
  AddUnique(use.values, fields);
  for (const Use& chained : use.chained) AddFieldsOf(chained, fields);
}

TypePlan Plan::PlanType(const EventView& event) const {
  TypePlan plan;
  for (RuleIndex rule = 0; rule < rules_->rules.size(); ++rule) {
    const DetectionRule* detection = rules_->rules[rule].detection();
    if (detection == nullptr || uses_[rule].empty()) continue;
    if (!Sees(detection->source, event) || !detection->matcher.MayMatchType(event.type)) continue;
    const bool certain = detection->matcher.MatchesAllOfType(event.type);
    MatchPlan& part = needs_history_[rule] ? plan.later : plan.at_once;
    if (certain) {
      part.certain.push_back(rule);
    } else {
      const Matcher& matcher = detection->matcher;
      part.detections.push_back({&matcher, rule, matcher.EntryFor(event.type)});
    }
    AddTouches(rule, &part.touches);
  }
  FinishTouches(&plan.at_once);
  FinishTouches(&plan.later);
  AddLinks(event, &plan);
  PlanLater(event, &plan);
  PlanFacts(&plan);
  return plan;
}

// By FieldId: the fields that all events of a shape have, and those that some of them may have when
// all facts are there.
struct Plan::Shape {
  std::vector<bool> present;
  std::vector<bool> possible;
  FactSet facts = {};
};

Plan::Shape Plan::ShapeOf(const EventView& event) const {
  Shape shape;
  shape.present.resize(fields_.size());
  for (const FieldId field : event.set_fields()) shape.present[field] = true;
  shape.possible = shape.present;
  // The envelope is there even where it is no field.
  for (const FieldId field : {kFieldId, kFieldTime, kFieldSequence}) shape.possible[field] = true;
  for (size_t field = 0; field < fields_.size(); ++field) {
    const auto sets = [field](const auto& part) { return part.Sets(static_cast<FieldId>(field)); };
    if (sets(profile_) || std::any_of(populations_.begin(), populations_.end(), sets)) {
      shape.possible[field] = true;
    }
  }
  for (size_t i = 0; i < facts_.size(); ++i) {  // what a fact builds on stands before it
    const PlannedFact& fact = facts_[i];
    const auto possible = [&](FieldId field) { return shape.possible[field]; };
    if (std::any_of(fact.inputs.begin(), fact.inputs.begin() + fact.input_count, possible)) {
      shape.possible[fact.output] = true;
      shape.facts[i / 64] |= uint64_t{1} << i % 64;
    }
  }
  return shape;
}

TypePlan Plan::PlanShape(const EventView& event, const TypePlan& type) const {
  const Shape shape = ShapeOf(event);
  TypePlan plan;
  plan.at_once = Narrow(type.at_once, event, shape);
  plan.later = Narrow(type.later, event, shape);
  for (const LinkPlan& link : type.links) {
    if (!shape.possible[link.identifier] || !shape.possible[link.account]) continue;
    plan.links.push_back(link);
  }
  plan.link_bytes_max = type.link_bytes_max;
  PlanLater(event, &plan);
  // The profile is visited as the type says.
  AddUnique(type.profile.inputs, &plan.later_fields);
  plan.later_candidates = 0;
  for (size_t i = 0; i < type.later.detections.size() && i < MatchPlan::kCandidatesMax; ++i) {
    const RuleIndex rule = type.later.detections[i].rule;
    const auto same = [rule](const PlannedDetection& other) { return other.rule == rule; };
    const bool may = std::any_of(plan.later.detections.begin(), plan.later.detections.end(), same);
    const auto& certain = plan.later.certain;
    const bool must = std::find(certain.begin(), certain.end(), rule) != certain.end();
    if (may || must) plan.later_candidates |= uint64_t{1} << i;
  }
  PlanFacts(&plan);
  for (size_t word = 0; word < shape.facts.size(); ++word) plan.facts[word] &= shape.facts[word];
  return plan;
}

// What events of the shape may match of what those of their type may.
MatchPlan Plan::Narrow(const MatchPlan& type, const EventView& event, const Shape& shape) const {
  EventView bare(fields_.size());
  bare.type = event.type;
  bare.product = event.product;
  bare.category = event.category;
  bare.service = event.service;
  MatchPlan plan;
  plan.certain = type.certain;
  for (const PlannedDetection& planned : type.detections) {
    const Matcher& matcher = *planned.matcher;
    if (matcher.MatchesAllOfType(event.type, shape.present)) {
      plan.certain.push_back(planned.rule);
    } else if (matcher.MayMatch(bare, shape.possible)) {
      plan.detections.push_back(
          {&matcher, planned.rule, matcher.EntryFor(event.type, shape.present)});
    }
  }
  std::vector<RuleIndex> rules = plan.certain;
  for (const PlannedDetection& planned : plan.detections) rules.push_back(planned.rule);
  std::sort(rules.begin(), rules.end());  // as in the plan of the type
  for (const RuleIndex rule : rules) AddTouches(rule, &plan.touches);
  FinishTouches(&plan);
  return plan;
}

void Plan::AddTouches(RuleIndex detection, std::vector<TouchPlan>* touches) const {
  for (const Use& use : uses_[detection]) {
    auto touch = std::find_if(touches->begin(), touches->end(), [&](const TouchPlan& t) {
      return t.table == use.table && t.key == use.key && t.key_or_event == use.key_or_event;
    });
    if (touch == touches->end()) {
      touches->push_back({use.table, use.key_or_event, use.key, {}, {}});
      touch = touches->end() - 1;
    }
    // The uses of one window stand together, in the order of the rule's inputs.
    const auto after = std::upper_bound(
        touch->uses.begin(), touch->uses.end(), use, [](const Use& a, const Use& b) {
          return std::tie(a.window, a.mask) < std::tie(b.window, b.mask);
        });
    touch->uses.insert(after, use);
  }
}

void Plan::AddLinks(const EventView& event, TypePlan* plan) const {
  if (event.product != "sekisho") return;
  uint16_t number = 0;
  for (const LinkSource& source : kLinkSources) {
    const uint16_t table = link_tables_[source.kind];
    if (table != kNoTable && event.type != source.except_type) {
      plan->links.push_back(
          {table, number, fields_.Find(source.identifier), fields_.Find(source.account)});
    }
    ++number;
  }
  plan->link_bytes_max = plan->links.size() * (sizeof(Touch) + sizeof(LinkInput));
}

void Plan::PlanLater(const EventView& event, TypePlan* plan) const {
  const bool ours = event.product == "sekisho";
  std::vector<FieldId> fields;
  plan->later_needs_all = AddFieldsOf(plan->later, &fields);
  for (const TouchPlan& touch : plan->later.touches) {
    plan->later_needs_id = plan->later_needs_id || touch.key_or_event;
  }
  bool concerns_population = false;
  for (const PopulationPlan& population : populations_) {
    if (!ours || !population.ConcernsType(event.type)) continue;
    concerns_population = true;
    AddUnique(population.inputs(), &fields);
  }
  // What the key of a pair is made of.
  AddUnique({kFieldAccount, fields_.Find("other_account"), fields_.Find("client")}, &fields);
  plan->profile = profile_.PlanCourse(event.type, fields);
  AddUnique(plan->profile.inputs, &fields);
  plan->later_fields = std::move(fields);
  const bool matches = !plan->later.certain.empty() || !plan->later.detections.empty();
  plan->needs_profile =
      matches || concerns_population || (ours && profile_.ConcernsType(event.type));
}

// Adds the fields that the matches read; true when one of them searches the whole event.
bool Plan::AddFieldsOf(const MatchPlan& plan, std::vector<FieldId>* fields) const {
  bool needs_all = false;
  const auto add = [&](RuleIndex rule) {
    const Matcher& matcher = rules_->rules[rule].detection()->matcher;
    AddUnique(matcher.fields(), fields);
    needs_all = needs_all || matcher.searches_event();
  };
  for (const RuleIndex rule : plan.certain) add(rule);
  for (const PlannedDetection& planned : plan.detections) add(planned.rule);
  for (const TouchPlan& touch : plan.touches) {
    for (const Use& use : touch.uses) sekisho::AddFieldsOf(use, fields);
  }
  return needs_all;
}

// The facts that somebody reads on these events, and those that they build on.
void Plan::PlanFacts(TypePlan* plan) const {
  std::vector<FieldId> fields;
  const bool needs_all = AddFieldsOf(plan->at_once, &fields) || plan->later_needs_all;
  for (const LinkPlan& link : plan->links) AddUnique({link.identifier, link.account}, &fields);
  if (plan->needs_profile) AddUnique(plan->later_fields, &fields);
  std::vector<bool> read(fields_.size(), needs_all);
  for (const FieldId field : fields) read[field] = true;
  for (size_t i = facts_.size(); i-- > 0;) {
    const PlannedFact& fact = facts_[i];
    if (!read[fact.output]) continue;
    plan->facts[i / 64] |= uint64_t{1} << i % 64;
    for (size_t input = 0; input < fact.input_count; ++input) read[fact.inputs[input]] = true;
  }
}

}  // namespace sekisho
