// An event that owns its values: what the oracle takes, and what generators make.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho::oracle {

struct OwnedValue {
  ValueKind kind = ValueKind::kAbsent;
  std::string text;
  std::vector<OwnedValue> items;

  static OwnedValue Text(std::string_view text) {
    return {ValueKind::kText, std::string(text), {}};
  }
  static OwnedValue Number(std::string_view text) {
    return {ValueKind::kNumber, std::string(text), {}};
  }
};

struct Event {
  int64_t time_ms = 0;
  int64_t sequence = 0;
  std::string id;
  std::string type;
  std::string product;
  std::string category;
  std::string service;
  std::string raw;
  std::map<std::string, OwnedValue> fields;  // by dotted name; the envelope's included
};

// An event of ours: product "sekisho", the category from the type, the envelope among the fields,
// and the JSON line as `raw`. A field is a number, a boolean or null when it reads like one in
// JSON, otherwise a text.
Event MakeEvent(std::string_view id, int64_t time_ms, std::string_view type,
                const std::map<std::string, std::string>& fields, int64_t sequence = 0);

// A copy of what a codec decoded.
Event FromView(const EventView& view, const FieldTable& fields);

// Fills `view` (cleared first) with the fields of `event` that are in `fields`. The texts stay
// owned by `event`.
void FillView(const Event& event, const FieldTable& fields, EventView* view);

// The id, or the hash of the raw line when there is none: 32 hex digits.
std::string PositionId(const Event& event);

}  // namespace sekisho::oracle
