#include "ingest/event_writer.h"

#include "core/json_writer.h"
#include "core/schema.h"
#include "core/time.h"

namespace sekisho {

FieldTable DeliveredFields() {
  FieldTable fields;
  for (const FieldSpec& field : AllFields()) {
    if (field.origin == FieldOrigin::kEvent) fields.Intern(field.name);
  }
  return fields;
}

void AppendEventLine(const EventView& event, const FieldTable& fields, std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  if (!event.id.empty()) json.Key("id").Text(event.id);
  json.Key("time").Text(FormatTime(event.time_ms));
  if (event.sequence != 0) json.Key("sequence").Integer(event.sequence);
  json.Key("type").Text(event.type);
  for (size_t i = kFieldAccount; i < fields.size(); ++i) {
    const auto field = static_cast<FieldId>(i);
    const Value& value = event.Get(field);
    if (!value.present()) continue;
    json.Key(fields.Name(field));
    if (value.kind == ValueKind::kText) {
      json.Text(value.text);
    } else {
      json.Raw(value.text);
    }
  }
  json.EndObject();
  out->push_back('\n');
}

}  // namespace sekisho
