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
    (certain ? plan.certain : plan.detections).push_back(rule);
    plan.needs_profile = plan.needs_profile || reads_profile_[rule];
    AddTouches(rule, &plan.touches);
  }
  if (event.product == "sekisho") {
    AddLinks(&plan.links);
    plan.needs_profile = plan.needs_profile || profile_.ConcernsType(event.type) ||
                         std::any_of(populations_.begin(), populations_.end(),
                                     [&](const auto& p) { return p.ConcernsType(event.type); });
  }
  // Touches of one table stand together: two of them may meet the same record.
  std::stable_sort(plan.touches.begin(), plan.touches.end(),
                   [](const TouchPlan& a, const TouchPlan& b) { return a.table < b.table; });
  for (const TouchPlan& touch : plan.touches) {
    plan.touch_bytes_max += sizeof(Touch);
    for (const Use& use : touch.uses) plan.touch_bytes_max += InputBytesMax(use);
  }
  plan.touch_bytes_max += plan.links.size() * (sizeof(Touch) + sizeof(LinkInput));
  if (plan.needs_profile) plan.profile_fields = FieldsForProfile(plan);
  return plan;
}

void Plan::AddTouches(RuleIndex detection, std::vector<TouchPlan>* touches) const {
  for (const Use& use : uses_[detection]) {
    auto touch = std::find_if(touches->begin(), touches->end(), [&](const TouchPlan& t) {
      return t.table == use.table && t.key == use.key && t.key_or_event == use.key_or_event;
    });
    if (touch == touches->end()) {
      touches->push_back({use.table, use.key_or_event, use.key, {}});
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

void Plan::AddLinks(std::vector<LinkPlan>* links) const {
  uint16_t number = 0;
  for (const LinkSource& source : kLinkSources) {
    const uint16_t table = link_tables_[source.kind];
    if (table != kNoTable) {
      links->push_back(
          {table, number, fields_.Find(source.identifier), fields_.Find(source.account)});
    }
    ++number;
  }
}

std::vector<FieldId> Plan::FieldsForProfile(const TypePlan& plan) const {
  std::vector<FieldId> fields = profile_.inputs();
  for (const PopulationPlan& population : populations_) AddUnique(population.inputs(), &fields);
  for (const auto* rules : {&plan.certain, &plan.detections}) {
    for (const RuleIndex rule : *rules) {
      AddUnique(rules_->rules[rule].detection()->matcher.fields(), &fields);
    }
  }
  for (const TouchPlan& touch : plan.touches) {
    for (const Use& use : touch.uses) AddFieldsOf(use, &fields);
  }
  for (const LinkPlan& link : plan.links) AddUnique({link.identifier, link.account}, &fields);
  for (const char* name : {"account", "other_account", "client"}) {
    if (const FieldId field = fields_.Find(name); field != kNoField) AddUnique({field}, &fields);
  }
  return fields;
}

}  // namespace sekisho
