// The rule reader on arbitrary files. The first byte says how they are loaded; a line of only "%%"
// separates two files. Rules that load are run on an event.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/event_view.h"
#include "rules/load.h"

namespace {

using sekisho::EventView;
using sekisho::FieldId;
using sekisho::LoadRequest;
using sekisho::LoadResult;
using sekisho::Value;

// Every field of the rules holds the same value.
void Match(const LoadResult& loaded, const Value& value) {
  EventView event(loaded.rules.fields.size());
  event.type = value.text;
  event.raw = value.text;
  for (size_t field = 0; field < loaded.rules.fields.size(); ++field) {
    event.Set(static_cast<FieldId>(field), value);
  }
  for (const sekisho::Rule& rule : loaded.rules.rules) {
    const sekisho::DetectionRule* detection = rule.detection();
    if (detection == nullptr) continue;
    if (detection->matcher.Matches(event) && !detection->matcher.MayMatchType(event.type)) {
      std::abort();  // the engine would have skipped this event
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  LoadRequest request;
  request.foreign_fields = (data[0] & 1) != 0;
  request.placeholders = {{"a", {"b", "c*"}}};
  request.overrides = {{"B01.addresses", "4"}};
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string separator = "\n%%\n";
  const size_t cut = text.find(separator);
  request.texts.push_back({"a.yml", text.substr(0, cut)});
  if (cut != std::string::npos) {
    request.texts.push_back({"b.yml", text.substr(cut + separator.size())});
  }
  const LoadResult loaded = sekisho::LoadRules(request);
  if (loaded.rules.fields.size() >= sekisho::kNoField) return 0;
  const size_t shown = text.size() < 64 ? text.size() : 64;
  Match(loaded, Value::Text(std::string_view(text).substr(0, shown)));
  Match(loaded, Value::Number("3389"));
  Match(loaded, Value::Null());
  const Value items[] = {Value::Text("192.0.2.1"), Value::Text("2026-01-01T00:00:00Z")};
  Value list;
  list.kind = sekisho::ValueKind::kList;
  list.items = items;
  Match(loaded, list);
  return 0;
}
