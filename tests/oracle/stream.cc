#include "oracle/stream.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/number.h"
#include "facts/fact.h"
#include "oracle/links.h"
#include "oracle/population.h"
#include "oracle/profile.h"

namespace sekisho::oracle {
namespace {

auto Position(const Event& event) {
  return std::make_tuple(event.time_ms, event.sequence, PositionId(event));
}

void SortAndUnite(Stream* stream, std::vector<Event> events) {
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::make_tuple(Position(a), a.raw) < std::make_tuple(Position(b), b.raw);
  });
  for (Event& event : events) {
    if (stream->events.empty() || Position(stream->events.back()) != Position(event)) {
      stream->events.push_back(std::move(event));
    } else if (stream->events.back().raw == event.raw) {
      ++stream->duplicates;
    } else {
      ++stream->conflicts;
    }
  }
}

void ComputeFacts(const FieldTable& fields, EventView* view) {
  for (const Fact& fact : AllFacts()) {
    std::vector<FieldId> inputs;
    for (const std::string_view input : fact.inputs) inputs.push_back(fields.Find(input));
    if (fact.compute != nullptr) fact.compute(inputs, fields.Find(fact.output), view);
  }
}

void InternAll(FieldTable* fields) {
  for (const Fact& fact : AllFacts()) {
    fields->Intern(fact.output);
    for (const std::string_view input : fact.inputs) fields->Intern(input);
  }
  for (const std::string_view field : ProfileFields()) fields->Intern(field);
  for (const std::string_view field : PopulationFields()) fields->Intern(field);
  for (const std::string_view field : LinkFields()) fields->Intern(field);
}

}  // namespace

std::optional<std::string> KeyText(const Value& value) {
  if (!value.usable_as_key()) return std::nullopt;
  if (value.kind == ValueKind::kNumber) return CanonicalNumber(value.text);
  return std::string(value.text);
}

Stream MakeStream(const FieldTable& rule_fields, std::vector<Event> events) {
  Stream stream;
  stream.fields = rule_fields;
  InternAll(&stream.fields);
  SortAndUnite(&stream, std::move(events));

  std::map<std::string, std::vector<const EventView*>> by_account;
  std::vector<const EventView*> earlier;
  std::vector<Use> uses;
  const auto add = [&stream](size_t event) {
    auto view = std::make_shared<EventView>(stream.fields.size());
    stream.instances.push_back(
        {{stream.events[event].time_ms, false, stream.instances.size()}, event, view});
    return view.get();
  };
  for (size_t i = 0; i < stream.events.size(); ++i) {
    EventView* view = add(i);
    FillView(stream.events[i], stream.fields, view);
    ComputeFacts(stream.fields, view);
    if (const auto account = KeyText(view->Get(kFieldAccount))) {
      std::vector<const EventView*>& own = by_account[*account];
      SetProfileFacts(stream.fields, own, view);
      own.push_back(view);
      SetPopulationFacts(stream.fields, earlier, view);
      earlier.push_back(view);
    }
    for (const Link& link : NewLinks(stream.fields, *view, PositionId(stream.events[i]), &uses)) {
      stream.links.push_back(link);
      FillLinkView(stream.fields, link, view->time_ms, add(i));
    }
  }
  return stream;
}

}  // namespace sekisho::oracle
