// Runs text through a Decoder and keeps what came out, as plain values that compare.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/field.h"
#include "core/schema.h"
#include "ingest/decoder.h"
#include "ingest/input.h"

namespace sekisho::testing {

struct Seen {
  Outcome outcome = Outcome::kEnd;
  std::string type;
  int64_t time_ms = 0;
  std::string source;  // "product/category/service" and the foreign one when there is one
  std::map<std::string, std::string> fields;  // text of the values that rules can read
  std::string reason;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string raw;
  std::string line_hash;

  bool operator==(const Seen&) const = default;
};

// Every field of the schema that events bring.
inline const FieldTable& AllEventFields() {
  static const FieldTable table = [] {
    FieldTable made;
    for (const FieldSpec& field : AllFields()) {
      if (field.origin == FieldOrigin::kEvent) made.Intern(field.name);
    }
    return made;
  }();
  return table;
}

inline std::string Show(const Value& value) {
  switch (value.kind) {
    case ValueKind::kAbsent:
      return "absent";
    case ValueKind::kNull:
      return "null";
    case ValueKind::kList: {
      std::string text = "[";
      for (const Value& item : value.items) text += Show(item) + ",";
      return text + "]";
    }
    case ValueKind::kText:
      return "\"" + std::string(value.text) + "\"" + (value.truncated ? "…" : "");
    default:
      return std::string(value.text);
  }
}

inline std::string ShowSource(const EventView& event) {
  std::string text;
  for (const std::string_view part : {event.product, event.category, event.service}) {
    text += std::string(part) + "/";
  }
  if (event.foreign_product.empty()) return text;
  for (const std::string_view part :
       {event.foreign_product, event.foreign_category, event.foreign_service}) {
    text += std::string(part) + "/";
  }
  return text;
}

inline Seen See(Outcome outcome, const Decoder& decoder, const EventView& event,
                const FieldTable& fields) {
  Seen seen;
  seen.outcome = outcome;
  seen.line = decoder.line();
  if (outcome == Outcome::kRejected) {
    const Reject reject = decoder.reject();
    seen.reason = reject.reason;
    seen.column = reject.column;
    seen.raw = reject.raw;
  }
  if (outcome != Outcome::kEvent) return seen;
  seen.type = event.type;
  seen.time_ms = event.time_ms;
  seen.source = ShowSource(event);
  seen.raw = event.raw;
  seen.line_hash = event.line_hash;
  for (const FieldId field : event.set_fields()) {
    seen.fields[std::string(fields.Name(field))] = Show(event.Get(field));
  }
  return seen;
}

inline std::vector<Seen> DecodeBlock(const Block& block, Decoder* decoder,
                                     const FieldTable& fields) {
  std::vector<Seen> all;
  EventView event(fields.size());
  decoder->Start(block);
  for (Outcome outcome; (outcome = decoder->Next(&event)) != Outcome::kEnd;) {
    all.push_back(See(outcome, *decoder, event, fields));
  }
  return all;
}

inline std::vector<Seen> DecodeText(std::string_view text, Counters* counters = nullptr,
                                    const FieldTable& fields = AllEventFields(),
                                    DecoderOptions options = {}) {
  options.fields = &fields;
  Decoder decoder(options);
  std::vector<Seen> all = DecodeBlock(MakeBlock(text), &decoder, fields);
  if (counters != nullptr) *counters = decoder.TakeCounters();
  return all;
}

// One line, which must give exactly one outcome.
inline Seen DecodeLine(std::string_view line) {
  std::vector<Seen> all = DecodeText(line);
  if (all.size() == 1) return all[0];
  Seen none;
  none.outcome = Outcome::kEnd;
  none.type = "not one record";
  return none;
}

}  // namespace sekisho::testing
