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
    (certain ? part.certain : part.detections).push_back(rule);
    AddTouches(rule, &part.touches);
  }
  FinishTouches(&plan.at_once);
  FinishTouches(&plan.later);
  if (event.product == "sekisho") AddLinks(&plan);
  PlanLater(event, &plan);
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

void Plan::AddLinks(TypePlan* plan) const {
  uint16_t number = 0;
  for (const LinkSource& source : kLinkSources) {
    const uint16_t table = link_tables_[source.kind];
    if (table != kNoTable) {
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
  for (const auto* rules : {&plan->later.certain, &plan->later.detections}) {
    for (const RuleIndex rule : *rules) {
      const Matcher& matcher = rules_->rules[rule].detection()->matcher;
      AddUnique(matcher.fields(), &fields);
      plan->later_needs_all = plan->later_needs_all || matcher.searches_event();
    }
  }
  for (const TouchPlan& touch : plan->later.touches) {
    for (const Use& use : touch.uses) AddFieldsOf(use, &fields);
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

}  // namespace sekisho
