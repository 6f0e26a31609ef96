#include "engine/front.h"

#include <algorithm>
#include <bit>

#include "core/number.h"
#include "core/schema.h"
#include "facts/fact.h"

namespace sekisho {

Front::Front(const Plan& plan, CostClock clock)
    : plan_(plan),
      pair_(plan.fields().Find("pair")),
      link_identifier_(plan.fields().Find("link.identifier")),
      other_account_(plan.fields().Find("other_account")),
      client_(plan.fields().Find("client")),
      by_number_(AllEventTypes().size()),
      seen_(AllEventTypes().size()),
      link_event_(plan.fields().size()),
      matched_(plan.rules().rules.size()),
      keys_(plan.fields().size()),
      buffer_(4096),
      matches_(plan.rules().rules.size()),
      without_key_(plan.rules().rules.size()),
      meter_(clock, plan.rules().rules.size()),
      lists_(plan.lists() == nullptr ? nullptr : std::make_unique<ListSession>(plan.lists())) {}

void Front::AddFacts(EventView* event) const {
  FactSet all;
  all.fill(~uint64_t{0});
  AddPlannedFacts(all, event);
}

// Only facts of which the event has a field are looked at: of many, most events need few.
void Front::AddPlannedFacts(const FactSet& planned, EventView* event) const {
  FactSet due = {};
  const auto add = [&](FieldId field) {
    const FactSet& facts = plan_.facts_of(field);
    for (size_t word = 0; word < due.size(); ++word) due[word] |= facts[word] & planned[word];
  };
  if (!plan_.facts().empty()) {
    for (const FieldId field : event->set_fields()) add(field);
  }
  for (size_t word = 0; word < due.size(); ++word) {
    while (due[word] != 0) {
      const size_t bit = static_cast<size_t>(std::countr_zero(due[word]));
      const PlannedFact& fact = plan_.facts()[64 * word + bit];
      AddFact(fact, event);
      due[word] &= due[word] - 1;
      // Facts that build on it stand behind it.
      if (event->Get(fact.output).present()) add(fact.output);
    }
  }
  if (plan_.documents() != nullptr) HashDocuments(event);
}

void Front::AddFact(const PlannedFact& planned, EventView* event) const {
  const std::span<const FieldId> inputs(planned.inputs.data(), planned.input_count);
  const auto present = [&](FieldId field) { return event->Get(field).present(); };
  if (std::none_of(inputs.begin(), inputs.end(), present)) return;
  const Fact& fact = AllFacts()[planned.fact];
  if (fact.compute != nullptr) fact.compute(inputs, planned.output, event);
  if (fact.look_up != nullptr && lists_ != nullptr) {
    fact.look_up(inputs, planned.output, lists_.get(), event);
  }
}

void Front::HashDocuments(EventView* event) const {
  for (const FieldId field : plan_.document_fields()) {
    const Value& value = event->Get(field);
    if (!value.usable_as_key()) continue;
    const std::string hash = plan_.documents()->Hash("document", value.text);
    event->Set(field, Value::Text(event->Store(hash)));
  }
}

std::string PositionId(const EventView& event) {
  if (!event.id.empty()) return std::string(event.id);
  if (!event.line_hash.empty()) return std::string(event.line_hash);
  return KeyToHex(HashBytes(event.raw, 0));
}

Touches Front::Take(EventView* event) {
  const TypePlan& type = PlanOfFields(*event);
  if (meter_.Takes()) {
    const int64_t start = meter_.Now();
    AddPlannedFacts(type.facts, event);
    meter_.Add(start, &meter_.costs().facts_ns);
  } else {
    AddPlannedFacts(type.facts, event);
  }
  Start();
  Emit(type.at_once, *event);
  if (!type.links.empty()) EmitLinks(type, *event);
  if (Key account; type.needs_profile && KeyOf(kFieldAccount, *event, &account)) {
    Pack(type, account, plan_.profile_table(), type.later_candidates, *event);
  } else {
    Emit(type.later, *event);
  }
  return Taken();
}

Touches Front::MatchLater(const EventView& event, uint64_t candidates) {
  Start();
  Emit(PlanFor(event).later, event, candidates);
  return Taken();
}

Touches Front::Forward(const EventView& event, const Key& key, uint16_t table,
                       uint64_t candidates) {
  Start();
  Pack(PlanFor(event), key, table, candidates, event);
  return Taken();
}

Touches Front::TakeLink(uint16_t kind, const Key& identifier, const Link* link) {
  link_event_.Clear();
  link_event_.product = "sekisho";
  link_event_.category = "link";
  link_event_.type = link == nullptr ? "link.hub" : "link.new";
  link_event_.Set(kFieldType, Value::Text(link_event_.type));
  const FieldTable& fields = plan_.fields();
  link_event_.Set(fields.Find("link.kind"), Value::Text(kLinkKinds[kind]));

  const TypePlan& type = PlanFor(link_event_);
  Start();
  // The engine knows these by their keys alone.
  SetKey(fields.Find("link.identifier"), identifier);
  if (link != nullptr) {
    SetKey(fields.Find("account_a"), link->account_a);
    SetKey(fields.Find("account_b"), link->account_b);
    SetKey(fields.Find("pair"), PairKey(link->account_a, link->account_b, plan_.seed()));
  }
  Emit(type.at_once, link_event_);
  Emit(type.later, link_event_);
  return Taken();
}

void Front::SetKey(FieldId field, const Key& key) {
  link_event_.Set(field, Value::Text("#"));
  keys_[field] = {key, epoch_, true};
}

bool Front::Matches(const PlannedDetection& planned, const EventView& event) {
  const bool matches = planned.matcher->Matches(event, planned.entry);
  matched_[planned.rule] = matches;
  matches_[planned.rule] += matches;
  return matches;
}

void Front::Emit(const MatchPlan& plan, const EventView& event, uint64_t candidates) {
  if (meter_.Takes()) return EmitMeasured(plan, event, candidates);
  bool any = !plan.certain.empty();
  for (const RuleIndex rule : plan.certain) {
    matched_[rule] = true;
    ++matches_[rule];
  }
  for (size_t i = 0; i < plan.detections.size(); ++i) {
    if (MatchPlan::MayMatch(candidates, i)) {
      any = Matches(plan.detections[i], event) || any;
    } else {
      matched_[plan.detections[i].rule] = false;
    }
  }
  if (!any) return;
  MakeRoom(plan.touch_bytes_max);
  for (const TouchPlan& touch : plan.touches) {
    if (touch.plain.empty() || !EmitPlain(touch, event)) EmitTouch(touch, event);
  }
}

// The same as Emit, with the clock: what events touch is borne by the rules whose windows they
// feed.
void Front::EmitMeasured(const MatchPlan& plan, const EventView& event, uint64_t candidates) {
  for (const RuleIndex rule : plan.certain) {
    matched_[rule] = true;
    ++matches_[rule];
  }
  for (size_t i = 0; i < plan.detections.size(); ++i) {
    const PlannedDetection& planned = plan.detections[i];
    matched_[planned.rule] = false;
    if (!MatchPlan::MayMatch(candidates, i)) continue;
    const int64_t start = meter_.Now();
    Matches(planned, event);
    meter_.Add(start, &meter_.costs().match_ns[planned.rule]);
  }
  MakeRoom(plan.touch_bytes_max);
  std::vector<RuleIndex> rules;
  for (const TouchPlan& touch : plan.touches) {
    rules.clear();
    for (const Use& use : touch.uses) {
      if (matched_[use.source] != 0) rules.push_back(plan_.windows()[use.window].rule);
    }
    if (rules.empty()) continue;
    const int64_t start = meter_.Now();
    EmitTouch(touch, event);
    meter_.Add(start, rules, &meter_.costs().match_ns);
  }
}

void Front::MakeKey(FieldId field, const EventView& event) {
  KnownKey& known = keys_[field];
  known.epoch = epoch_;
  if (field == pair_) {
    known.usable = MakePairKey(event, &known.key);
    return;
  }
  const Value& value = event.Get(field);
  known.usable = value.usable_as_key();
  if (value.kind == ValueKind::kNumber) {
    known.key = HashBytes(CanonicalNumber(value.text), plan_.seed());
  } else if (known.usable) {
    known.key = HashBytes(value.text, plan_.seed());
  }
}

// The same key as that of a link between the two accounts, which knows only their keys.
bool Front::MakePairKey(const EventView& event, Key* key) {
  Key a;
  Key b;
  const bool has_other = other_account_ != kNoField && event.Get(other_account_).usable_as_key();
  const FieldId other = has_other ? other_account_ : client_;
  if (!event.Get(pair_).usable_as_key() || !KeyOf(kFieldAccount, event, &a) ||
      !KeyOf(other, event, &b)) {
    return false;
  }
  *key = PairKey(a, b, plan_.seed());
  return true;
}

bool Front::KeyOfTuple(const std::vector<FieldId>& fields, const EventView& event, Key* key) {
  std::vector<Key> parts(fields.size());
  for (size_t i = 0; i < fields.size(); ++i) {
    if (!KeyOf(fields[i], event, &parts[i])) return false;
  }
  *key = CombineKeys(parts, plan_.seed());
  return true;
}

// What a detection that gives findings by itself is about.
Key Front::SubjectOf(const EventView& event) {
  Key key;
  if (event.category == "link" &&
      (KeyOf(pair_, event, &key) || KeyOf(link_identifier_, event, &key))) {
    return key;
  }
  return HashBytes(PositionId(event), plan_.seed());
}

void Front::Grow(size_t bytes) {
  const size_t used = static_cast<size_t>(at_ - buffer_.data());
  buffer_.resize(2 * (used + bytes));
  at_ = buffer_.data() + used;
}

}  // namespace sekisho
