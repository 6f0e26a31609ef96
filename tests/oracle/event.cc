#include "oracle/event.h"

#include <cstdio>

#include "core/hash.h"
#include "core/number.h"
#include "core/time.h"

namespace sekisho::oracle {
namespace {

std::string Quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      json += escape;
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string Json(const OwnedValue& value) {
  if (value.kind == ValueKind::kText) return Quoted(value.text);
  if (value.kind == ValueKind::kNull) return "null";
  if (value.kind != ValueKind::kList) return value.text;
  std::string json;
  for (const OwnedValue& item : value.items) json += (json.empty() ? "" : ",") + Json(item);
  return '[' + json + ']';
}

std::string JsonLine(const Event& event) {
  std::string json;
  for (const auto& [name, value] : event.fields) {
    json += (json.empty() ? "" : ",") + Quoted(name) + ':' + Json(value);
  }
  return '{' + json + '}';
}

OwnedValue Scalar(const std::string& text) {
  if (text == "null") return {ValueKind::kNull, "", {}};
  if (text == "true" || text == "false") return {ValueKind::kBoolean, text, {}};
  return ParseMicros(text) ? OwnedValue::Number(text) : OwnedValue::Text(text);
}

OwnedValue Copy(const Value& value) {
  OwnedValue copy{value.kind, std::string(value.text), {}};
  for (const Value& item : value.items) copy.items.push_back(Copy(item));
  return copy;
}

Value View(const OwnedValue& value, EventView* view) {
  Value result{value.text, {}, value.kind, false};
  if (value.kind != ValueKind::kList) return result;
  const std::span<Value> items = view->AllocateValues(value.items.size());
  for (size_t i = 0; i < items.size(); ++i) items[i] = View(value.items[i], view);
  result.items = items;
  return result;
}

}  // namespace

Event MakeEvent(std::string_view id, int64_t time_ms, std::string_view type,
                const std::map<std::string, std::string>& fields, int64_t sequence) {
  Event event;
  event.time_ms = time_ms;
  event.sequence = sequence;
  event.id = id;
  event.type = type;
  event.product = "sekisho";
  event.category = type.substr(0, type.find('.'));
  for (const auto& [name, text] : fields) event.fields[name] = Scalar(text);
  if (!id.empty()) event.fields["id"] = OwnedValue::Text(id);
  event.fields["time"] = OwnedValue::Text(FormatTime(time_ms));
  if (sequence != 0) event.fields["sequence"] = OwnedValue::Number(std::to_string(sequence));
  event.fields["type"] = OwnedValue::Text(type);
  event.raw = JsonLine(event);
  return event;
}

Event FromView(const EventView& view, const FieldTable& fields) {
  Event event;
  event.time_ms = view.time_ms;
  event.sequence = view.sequence;
  event.id = view.id;
  event.type = view.type;
  event.product = view.product;
  event.category = view.category;
  event.service = view.service;
  event.raw = view.raw;
  for (const FieldId field : view.set_fields()) {
    event.fields[std::string(fields.Name(field))] = Copy(view.Get(field));
  }
  return event;
}

void FillView(const Event& event, const FieldTable& fields, EventView* view) {
  view->Clear();
  view->time_ms = event.time_ms;
  view->sequence = event.sequence;
  view->id = event.id;
  view->type = event.type;
  view->product = event.product;
  view->category = event.category;
  view->service = event.service;
  view->raw = event.raw;
  for (const auto& [name, value] : event.fields) {
    const FieldId field = fields.Find(name);
    if (field != kNoField) view->Set(field, View(value, view));
  }
}

std::string PositionId(const Event& event) {
  if (!event.id.empty()) return event.id;
  const Key key = HashBytes(event.raw, 0);
  char hex[33];
  std::snprintf(hex, sizeof hex, "%016llx%016llx", static_cast<unsigned long long>(key.high),
                static_cast<unsigned long long>(key.low));
  return hex;
}

}  // namespace sekisho::oracle
