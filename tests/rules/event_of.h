// Events for tests of rules, from JSON as it stands in the test.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"
#include "core/time.h"

namespace sekisho {

// Owns the text that the view points to. Only the fields of the table are filled in.
class TestEvent {
 public:
  TestEvent(std::string_view json, const FieldTable& fields)
      : fields_(fields), text_(json), event_(fields.size()) {
    const simdjson::padded_string padded{std::string_view(text_)};
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    valid_ = parser.parse(padded).get(root) == simdjson::SUCCESS && root.is_object();
    if (valid_) Fill(simdjson::dom::object(root), "");
    event_.raw = text_;
    event_.product = "sekisho";
    const size_t dot = event_.type.find('.');
    event_.category = event_.type.substr(0, dot == std::string_view::npos ? 0 : dot);
  }

  bool valid() const { return valid_; }
  const EventView& view() const { return event_; }

 private:
  void Fill(simdjson::dom::object object, const std::string& prefix) {
    for (const auto& [key, element] : object) {
      const std::string name = prefix + std::string(key);
      if (element.is_object()) {
        Fill(simdjson::dom::object(element), name + ".");
        continue;
      }
      const Value value = ValueOf(element);
      if (name == "type") event_.type = value.text;
      if (name == "time") {
        if (const StatusOr<int64_t> time = ParseTime(value.text); time.ok()) event_.time_ms = *time;
      }
      const FieldId field = fields_.Find(name);
      if (field != kNoField) event_.Set(field, value);
    }
  }

  Value ValueOf(const simdjson::dom::element& element) {
    switch (element.type()) {
      case simdjson::dom::element_type::NULL_VALUE:
        return Value::Null();
      case simdjson::dom::element_type::BOOL:
        return Value::Boolean(bool(element));
      case simdjson::dom::element_type::STRING:
        return Value::Text(event_.Store(std::string_view(element)));
      case simdjson::dom::element_type::ARRAY: {
        std::vector<Value> items;
        for (const auto& item : simdjson::dom::array(element)) items.push_back(ValueOf(item));
        const std::span<Value> stored = event_.AllocateValues(items.size());
        for (size_t i = 0; i < items.size(); ++i) stored[i] = items[i];
        Value list;
        list.kind = ValueKind::kList;
        list.items = stored;
        return list;
      }
      default:
        return Value::Number(event_.Store(simdjson::minify(element)));
    }
  }

  const FieldTable& fields_;
  std::string text_;
  EventView event_;
  bool valid_ = false;
};

}  // namespace sekisho
