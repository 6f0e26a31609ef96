#include "engine/possible_events.h"

#include <algorithm>
#include <utility>

#include "core/schema.h"
#include "engine/links.h"
#include "facts/fact.h"

namespace sekisho {
namespace {

constexpr size_t kKindsOfTypeMax = 64;  // events of one type that are told apart by known values
constexpr int64_t kProbeMs = 1'775'002'200'000;  // 2026-04-01

// Values with which each fact can be computed; where a fact looks for a contradiction, they are
// one. Other fields are "x".
struct Probe {
  std::string_view field;
  std::string_view value;
};
constexpr Probe kProbes[] = {
    {"ip", "192.0.2.1"},
    {"account", "a"},
    {"other_account", "b"},
    {"client", "c"},
    {"document.number", "A1234567"},
    {"document.number_hash", "00112233445566778899aabbccddeeff"},
    {"document.issuer", "JP"},
    {"document.type", "passport"},
    {"document.name", "Anna Maria Eriksson"},
    {"document.birth_year", "1974"},
    {"document.expires", "2012-04-15"},
    // The specimen of ICAO Doc 9303-4.
    {"document.mrz",
     "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
    {"payout.kind", "bank"},
    {"payout.identifier", "GB33BUKB20201555555555"},
    {"payer.identifier", "GB33BUKB20201555555555"},
    {"email", "a@example.com"},
    {"employer.domain", "example.com"},
    {"author.email", "a@example.com"},
    {"phone", "+81355500100"},
    {"time_zone", "Asia/Tokyo"},
    {"birth_year", "2000"},
    {"career.years", "40"},
    {"career.first_year", "2005"},
    {"education.graduated", "2010"},
    {"commit.time", "2020-01-01T00:00:00Z"},
    {"external.created", "2024-01-01"},
    {"website", "https://a.example.com"},
    {"shipment.address", "1-2-3 Example, Tokyo"},
    {"document.address", "1-2-3 Example, Tokyo"},
    // A display with name and serial text.
    {"telemetry.edid",
     "00ffffffffffff001701010000000000000001030000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000000000fc00457861"
     "6d706c650a2020202020000000ff0053310a20202020202020202020000000000000000000000000"
     "00000000000000aa"},
};
// What a profile may be changed to.
constexpr Probe kChanges[] = {
    {"name", "Ada"}, {"email", "a@example.com"}, {"address", "1-2-3 Example, Tokyo"}};

Value ProbeOf(std::string_view field) {
  for (const Probe& probe : kProbes) {
    if (probe.field == field) return Value::Text(probe.value);
  }
  return Value::Text("x");
}

// Opens the facts of events.
class FactProbe {
 public:
  explicit FactProbe(const FieldTable& fields)
      : fields_(fields), changed_(fields.Find("field")), value_(fields.Find("value")) {
    for (size_t i = 0; i < fields.size(); ++i) {
      values_.push_back(ProbeOf(fields.Name(static_cast<FieldId>(i))));
    }
    for (const Fact& fact : AllFacts()) {
      if (fact.compute == nullptr) continue;
      Computed& computed = facts_.emplace_back(Computed{{}, fields.Find(fact.output), &fact});
      for (const std::string_view input : fact.inputs) {
        computed.inputs.push_back(fields.Find(input));
      }
    }
  }

  // The facts of an event are open where they can be computed at all.
  void OpenFacts(PossibleEvent* event) const {
    for (const Probe& change : kChanges) {
      EventView probe(fields_.size());
      probe.time_ms = kProbeMs;
      for (size_t i = 0; i < event->open.size(); ++i) {
        const auto field = static_cast<FieldId>(i);
        if (!event->Has(field)) continue;
        probe.Set(field, event->open[field] ? values_[field] : event->view.Get(field));
      }
      if (event->open[changed_]) probe.Set(changed_, Value::Text(change.field));
      if (event->open[value_]) probe.Set(value_, Value::Text(change.value));
      for (const Computed& each : facts_) {
        each.fact->compute(each.inputs, each.output, &probe);
        if (probe.Get(each.output).present()) event->open[each.output] = true;
      }
    }
  }

 private:
  struct Computed {
    std::vector<FieldId> inputs;
    FieldId output;
    const Fact* fact;
  };

  const FieldTable& fields_;
  const FieldId changed_;
  const FieldId value_;
  std::vector<Value> values_;  // by field
  std::vector<Computed> facts_;
};

bool HasInputs(const Fact& fact, const FieldTable& fields, const PossibleEvent& event) {
  return std::all_of(fact.inputs.begin(), fact.inputs.end(),
                     [&](std::string_view input) { return event.Has(fields.Find(input)); });
}

// The facts that only lists give are open where a list gives them any value. Where each list gives
// one value, an event stands for each.
void AddListed(const FieldTable& fields, const ListParts& lists,
               std::vector<PossibleEvent>* events) {
  for (const Fact& fact : AllFacts()) {
    if (!fact.needs_list()) continue;
    const FieldId output = fields.Find(fact.output);
    const size_t count = events->size();
    for (const ListValue& one : fact.lists) {
      if (!lists.Has(one.part)) continue;
      for (size_t i = 0; i < count; ++i) {
        if (!HasInputs(fact, fields, (*events)[i])) continue;
        if (one.value.empty()) {
          (*events)[i].open[output] = true;
          continue;
        }
        PossibleEvent listed = CopyOf((*events)[i], fields);
        listed.limited[output] = true;
        listed.view.Set(output, Value::Text(one.value));
        events->push_back(std::move(listed));
      }
    }
  }
}

PossibleEvent NewEvent(std::string_view type, const FieldTable& fields) {
  PossibleEvent event(fields);
  event.view.product = "sekisho";
  event.view.type = event.view.Store(type);
  event.view.category = event.view.type.substr(0, type.find('.'));
  for (const FieldId field : {kFieldId, kFieldTime, kFieldSequence}) event.open[field] = true;
  return event;
}

// Every combination of the known values; too many of them are left open.
void AddKinds(const KnownEvents& known, const FieldTable& fields, const FactProbe& probe,
              std::vector<PossibleEvent>* out) {
  size_t kinds = 1;
  for (const auto& [field, values] : known.values) kinds *= std::max<size_t>(values.size(), 1);
  const bool few = kinds <= kKindsOfTypeMax;
  for (size_t kind = 0; kind < (few ? kinds : 1); ++kind) {
    PossibleEvent event = NewEvent(known.type, fields);
    for (const std::string& name : known.fields) {
      if (const FieldId field = fields.Find(name); field != kNoField) event.open[field] = true;
    }
    size_t rest = kind;
    for (const auto& [name, values] : known.values) {
      const FieldId field = fields.Find(name);
      if (!few || values.empty() || field == kNoField || !event.open[field]) continue;
      event.open[field] = false;
      event.limited[field] = true;
      event.view.Set(field, Value::Text(event.view.Store(values[rest % values.size()])));
      rest /= values.size();
    }
    probe.OpenFacts(&event);
    out->push_back(std::move(event));
  }
}

// What accounts share makes events of the engine.
void AddLinks(const FieldTable& fields, const FactProbe& probe,
              std::vector<PossibleEvent>* events) {
  bool made[kLinkKindCount] = {};
  for (const LinkSource& source : kLinkSources) {
    made[source.kind] |=
        std::any_of(events->begin(), events->end(), [&](const PossibleEvent& event) {
          return event.view.type != source.except_type &&
                 event.Has(fields.Find(source.identifier)) &&
                 event.Has(fields.Find(source.account));
        });
  }
  for (uint16_t kind = 0; kind < kLinkKindCount; ++kind) {
    for (const std::string_view type : {"link.new", "link.hub"}) {
      if (!made[kind]) continue;
      PossibleEvent event = NewEvent(type, fields);
      event.view.Set(fields.Find("link.kind"), Value::Text(kLinkKinds[kind]));
      event.open[fields.Find("link.identifier")] = true;
      for (const std::string_view field : {"account_a", "account_b", "pair"}) {
        event.open[fields.Find(field)] = type == "link.new";
      }
      probe.OpenFacts(&event);
      events->push_back(std::move(event));
    }
  }
}

void AddHistory(const FieldTable& fields, std::vector<PossibleEvent>* events) {
  for (const FieldSpec& spec : AllFields()) {
    if (spec.origin != FieldOrigin::kProfile) continue;
    const auto needs = HistoryNeeds(spec.name);
    const bool known = std::all_of(needs.begin(), needs.end(), [&](const auto& group) {
      return HasSource(*events, group, fields);
    });
    if (!known) continue;
    for (PossibleEvent& event : *events) event.open[fields.Find(spec.name)] = true;
  }
}

}  // namespace

bool HasSource(const std::vector<PossibleEvent>& events, const std::vector<HistorySource>& group,
               const FieldTable& fields) {
  return std::any_of(group.begin(), group.end(), [&](const HistorySource& source) {
    return std::any_of(events.begin(), events.end(), [&](const PossibleEvent& event) {
      return event.HasAny(source.type) &&
             (source.field.empty() || event.Has(fields.Find(source.field)));
    });
  });
}

PossibleEvent CopyOf(const PossibleEvent& event, const FieldTable& fields) {
  PossibleEvent copy(fields);
  copy.open = event.open;
  copy.limited = event.limited;
  copy.view.product = event.view.product;
  copy.view.type = copy.view.Store(event.view.type);
  copy.view.category = copy.view.type.substr(0, event.view.category.size());
  for (const FieldId field : event.view.set_fields()) {
    const Value& value = event.view.Get(field);
    copy.view.Set(field, Value::Text(copy.view.Store(value.text)));
  }
  return copy;
}

std::vector<PossibleEvent> AllPossibleEvents(const std::vector<KnownEvents>& events,
                                             const FieldTable& fields, const ListParts& lists) {
  std::vector<PossibleEvent> all;
  const FactProbe probe(fields);
  for (const KnownEvents& known : events) AddKinds(known, fields, probe, &all);
  AddListed(fields, lists, &all);
  AddLinks(fields, probe, &all);
  AddHistory(fields, &all);
  return all;
}

}  // namespace sekisho
