#include "engine/front.h"

#include <algorithm>
#include <bit>

#include "core/number.h"
#include "core/schema.h"
#include "facts/fact.h"

namespace sekisho {
namespace {

// Orders of fields of one type that are remembered.
constexpr size_t kShapesMax = 1000;

}  // namespace

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

void Front::AddKnown(FieldsByType* known) const {
  for (size_t type = 0; type < seen_.size(); ++type) {
    const std::vector<bool>& fields = seen_[type].fields;
    if (fields.empty()) continue;
    std::set<std::string>& names = (*known)[std::string(AllEventTypes()[type].type)];
    for (size_t field = 0; field < fields.size(); ++field) {
      if (fields[field]) names.emplace(plan_.fields().Name(static_cast<FieldId>(field)));
    }
  }
}

void Front::NoteOther(const EventView& event, Seen* seen) {
  if (event.shape != 0) {
    seen->last_shape = event.shape;
    if (seen->shapes.size() == kShapesMax) seen->shapes.clear();
    if (!seen->shapes.insert(event.shape).second) return;
  }
  if (seen->fields.empty()) seen->fields.resize(plan_.fields().size());
  for (const FieldId field : event.set_fields()) {
    const Value& value = event.Get(field);
    if (value.usable_as_key() || value.kind == ValueKind::kList) seen->fields[field] = true;
  }
}

const TypePlan& Front::FindPlan(const EventView& event) {
  type_key_.assign(event.type);
  for (const std::string_view part :
       {event.product, event.category, event.service, event.foreign_product, event.foreign_category,
        event.foreign_service}) {
    type_key_.push_back('\0');
    type_key_.append(part);
  }
  std::unique_ptr<TypePlan>& plan = types_[type_key_];
  if (plan == nullptr) plan = std::make_unique<TypePlan>(plan_.PlanType(event));
  if (event.type_number < by_number_.size() && event.foreign_product.empty()) {
    by_number_[event.type_number] = plan.get();
  }
  return *plan;
}

// Only facts of which the event has a field are looked at: of many, most events need few.
void Front::AddFacts(EventView* event) const {
  FactSet due = {};
  const auto add = [&](FieldId field) {
    const FactSet& facts = plan_.facts_of(field);
    for (size_t word = 0; word < due.size(); ++word) due[word] |= facts[word];
  };
  if (!plan_.facts().empty()) {
    for (const FieldId field : event->set_fields()) add(field);
  }
  for (size_t word = 0; word < due.size(); ++word) {
    while (due[word] != 0) {
      const size_t bit = static_cast<size_t>(std::countr_zero(due[word]));
      const PlannedFact& planned = plan_.facts()[64 * word + bit];
      AddFact(planned, event);
      due[word] &= due[word] - 1;
      // Facts that build on it stand behind it.
      if (event->Get(planned.output).present()) add(planned.output);
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
  NoteFields(*event);
  if (meter_.Takes()) {
    const int64_t start = meter_.Now();
    AddFacts(event);
    meter_.Add(start, &meter_.costs().facts_ns);
  } else {
    AddFacts(event);
  }
  const TypePlan& type = PlanFor(*event);
  Start();
  Emit(type.at_once, *event);
  if (!type.links.empty()) EmitLinks(type, *event);
  if (Key account; type.needs_profile && KeyOf(kFieldAccount, *event, &account)) {
    Pack(type, account, plan_.profile_table(), *event);
  } else {
    Emit(type.later, *event);
  }
  return Taken();
}

Touches Front::MatchLater(const EventView& event) {
  Start();
  Emit(PlanFor(event).later, event);
  return Taken();
}

Touches Front::Forward(const EventView& event, const Key& key, uint16_t table) {
  Start();
  Pack(PlanFor(event), key, table, event);
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

bool Front::Matches(RuleIndex rule, const EventView& event) {
  const bool matches = plan_.rules().rules[rule].detection()->matcher.Matches(event);
  matched_[rule] = matches;
  matches_[rule] += matches;
  return matches;
}

void Front::Emit(const MatchPlan& plan, const EventView& event) {
  if (meter_.Takes()) return EmitMeasured(plan, event);
  bool any = !plan.certain.empty();
  for (const RuleIndex rule : plan.certain) {
    matched_[rule] = true;
    ++matches_[rule];
  }
  for (const RuleIndex rule : plan.detections) any = Matches(rule, event) || any;
  if (!any) return;
  MakeRoom(plan.touch_bytes_max);
  for (const TouchPlan& touch : plan.touches) {
    if (touch.plain.empty() || !EmitPlain(touch, event)) EmitTouch(touch, event);
  }
}

// The same as Emit, with the clock: what events touch is borne by the rules whose windows they
// feed.
void Front::EmitMeasured(const MatchPlan& plan, const EventView& event) {
  for (const RuleIndex rule : plan.certain) {
    matched_[rule] = true;
    ++matches_[rule];
  }
  for (const RuleIndex rule : plan.detections) {
    const int64_t start = meter_.Now();
    Matches(rule, event);
    meter_.Add(start, &meter_.costs().match_ns[rule]);
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
