#include "service/value_facts.h"

#include <algorithm>
#include <optional>

#include "core/json_writer.h"
#include "core/number.h"
#include "core/schema.h"
#include "core/suggestion.h"
#include "facts/fact.h"
#include "ingest/decoder.h"
#include "lists/list_session.h"

namespace sekisho {
namespace {

bool IsGiven(const std::vector<GivenValue>& values, std::string_view field) {
  return std::any_of(values.begin(), values.end(),
                     [field](const GivenValue& given) { return given.field == field; });
}

bool Reads(const Fact& fact, const std::vector<GivenValue>& values) {
  return std::any_of(fact.inputs.begin(), fact.inputs.end(),
                     [&](std::string_view input) { return IsGiven(values, input); });
}

StatusOr<FieldKind> KindOf(const std::string& field) {
  std::vector<std::string_view> names;
  for (const FieldSpec& spec : AllFields()) {
    if (spec.origin != FieldOrigin::kEvent) continue;
    if (spec.name == field) return spec.kind;
    names.push_back(spec.name);
  }
  const std::string meant = DidYouMean(field, names);
  return InvalidInput("no event has a field \"" + field + "\"; " +
                      (meant.empty() ? "docs/events.md names all of them" : meant));
}

// An event as a line of NDJSON.
StatusOr<std::string> LineOf(const std::vector<GivenValue>& values, int64_t time_ms) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject().Key("time").Integer(time_ms).Key("type").Text("session.activity");
  if (!IsGiven(values, "account")) json.Key("account").Text("account");
  for (const GivenValue& given : values) {
    const StatusOr<FieldKind> kind = KindOf(given.field);
    if (!kind.ok()) return kind.status();
    json.Key(given.field);
    const bool is_number = (*kind == FieldKind::kNumber || *kind == FieldKind::kDuration) &&
                           ParseMicros(given.value).has_value();
    const bool is_boolean =
        *kind == FieldKind::kBoolean && (given.value == "true" || given.value == "false");
    if (is_number || is_boolean) {
      json.Raw(given.value);
    } else {
      json.Text(given.value);
    }
  }
  json.EndObject();
  return line + "\n";
}

FieldTable AllNumbers() {
  FieldTable fields;
  for (const FieldSpec& field : AllFields()) fields.Intern(field.name);
  return fields;
}

bool IsKey(const Fact& fact) {
  const FieldKind kind = FindField(fact.output)->kind;
  return fact.compute != nullptr && (kind == FieldKind::kIdentifier || kind == FieldKind::kAddress);
}

// Lists are asked for the key of the inputs, where they have one: an address that cannot be read is
// in no list, and that says nothing about it.
bool HasNoKey(const Fact& asked, const FieldTable& fields, const EventView& event) {
  const std::span<const Fact> facts = AllFacts();
  const auto key = std::find_if(facts.begin(), facts.end(), [&asked](const Fact& fact) {
    return IsKey(fact) && std::ranges::equal(fact.inputs, asked.inputs);
  });
  return key != facts.end() && !event.Get(fields.Find(key->output)).present();
}

ValueFact Compute(const Fact& fact, const FieldTable& fields, ListSession* session,
                  EventView* event) {
  std::vector<FieldId> inputs;
  for (const std::string_view input : fact.inputs) inputs.push_back(fields.Find(input));
  const FieldId output = fields.Find(fact.output);
  ValueFact said;
  said.field = fact.output;
  if (fact.compute != nullptr) fact.compute(inputs, output, event);
  const std::string computed(event->Get(output).text);
  if (fact.look_up != nullptr && session != nullptr) {
    fact.look_up(inputs, output, session, event);
  }
  const Value& value = event->Get(output);
  if (value.present()) said.value = value.text;
  said.by_list = said.value != computed || (fact.compute == nullptr && !said.value.empty());
  if (fact.compute != nullptr || !said.value.empty()) return said;
  const ListParts whole =
      session == nullptr ? ListParts() : session->lists().WholeAt(event->time_ms);
  // A list that was asked whether something is so says yes or no.
  const bool was_asked =
      FindField(fact.output)->kind != FieldKind::kBoolean && !HasNoKey(fact, fields, *event);
  ListParts missing;
  for (const ListValue& one : fact.lists) {
    if (whole.Has(one.part)) {
      said.by_list = was_asked;
    } else {
      said.missing.push_back(one.part);
      missing.Add(one.part);
    }
  }
  if (session != nullptr) said.silent = session->lists().SilentFiles(missing, event->time_ms);
  return said;
}

}  // namespace

StatusOr<std::vector<ValueFact>> FactsOfValues(const std::vector<GivenValue>& values,
                                               const std::shared_ptr<const ListSet>& lists,
                                               int64_t time_ms) {
  const StatusOr<std::string> line = LineOf(values, time_ms);
  if (!line.ok()) return line.status();
  const FieldTable fields = AllNumbers();
  DecoderOptions options;
  options.fields = &fields;
  Decoder decoder(options);
  const Block block = MakeBlock(*line);
  EventView event(fields.size());
  decoder.Start(block);
  if (decoder.Next(&event) != Outcome::kEvent) return InvalidInput(decoder.reject().reason);
  if (decoder.TakeCounters().forbidden_fields.total() > 0) {
    return InvalidInput(
        "the number may be a My Number, whose use the law of Japan limits; it is neither kept nor "
        "compared, so ask for another document");
  }
  std::optional<ListSession> session;
  if (lists != nullptr) session.emplace(lists);
  std::vector<ValueFact> facts;
  for (const Fact& fact : AllFacts()) {
    if (!Reads(fact, values)) continue;
    facts.push_back(Compute(fact, fields, session ? &*session : nullptr, &event));
  }
  return facts;
}

}  // namespace sekisho
