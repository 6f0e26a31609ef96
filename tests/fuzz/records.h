// What holds for every reading of event text, whatever its format.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_writer.h"
#include "core/limits.h"
#include "fuzz/require.h"
#include "ingest/decode.h"

namespace sekisho::fuzz {

// One outcome of a decoder, as values that compare.
struct Record {
  testing::Seen seen;
  uint64_t offset = 0;  // in the text of the source
  uint64_t length = 0;
  std::string json;  // an event as a line of our own format; empty for all else

  bool operator==(const Record&) const = default;
};

inline bool HoldsCutValue(const EventView& event) {
  const std::span<const FieldId> set = event.set_fields();
  return std::any_of(set.begin(), set.end(),
                     [&](FieldId field) { return event.Get(field).truncated; });
}

// The event with the fields that the schema knows, in our own format.
inline std::string WriteEvent(const EventView& event, const FieldTable& fields) {
  std::string line;
  JsonWriter json(&line);
  json.BeginObject();
  for (const FieldId field : event.set_fields()) {
    const FieldSpec* spec = FindField(fields.Name(field));
    const Value& value = event.Get(field);
    if (spec == nullptr || spec->origin != FieldOrigin::kEvent) continue;
    json.Key(fields.Name(field));
    if (value.kind == ValueKind::kText) {
      json.Text(value.text);
    } else if (value.kind == ValueKind::kNull) {
      json.Null();
    } else {
      json.Raw(value.text);
    }
  }
  json.EndObject();
  return line;
}

inline Record TakeRecord(Outcome outcome, const Decoder& decoder, const EventView& event,
                         const FieldTable& fields) {
  const RecordRef ref = decoder.record();
  Record record{testing::See(outcome, decoder, event, fields), ref.offset, ref.length, ""};
  if (outcome == Outcome::kEvent && !HoldsCutValue(event)) {
    record.json = WriteEvent(event, fields);
  }
  return record;
}

inline std::vector<Record> Decode(const Block& block, Decoder* decoder, const FieldTable& fields) {
  std::vector<Record> all;
  EventView event(fields.size());
  decoder->Start(block);
  for (Outcome outcome; (outcome = decoder->Next(&event)) != Outcome::kEnd;) {
    all.push_back(TakeRecord(outcome, *decoder, event, fields));
  }
  return all;
}

inline DecoderOptions OptionsFor(const FieldTable& fields) {
  DecoderOptions options;
  options.fields = &fields;
  return options;
}

inline uint64_t LineAt(std::string_view text, uint64_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<uint64_t>(std::count(before.begin(), before.end(), '\n'));
}

inline void RequireBlank(std::string_view text) {
  Require(text.find_first_not_of(" \t\r\n") == std::string_view::npos,
          "nothing but white space is left out", text);
}

// `text` holds the records, from `begin` on: what stands before (a mark, a header row) is none.
inline void CheckRecords(std::string_view text, size_t begin, const std::vector<Record>& records) {
  uint64_t end = begin;
  for (const Record& record : records) {
    Require(record.offset >= end && record.offset + record.length <= text.size(),
            "records follow one another inside of the text");
    RequireBlank(text.substr(end, record.offset - end));
    end = record.offset + record.length;
    if (record.seen.outcome != Outcome::kRejected) {
      Require(record.seen.reason.empty(), "what is not refused has no reason");
      continue;
    }
    RequireMessage(record.seen.reason);
    Require(record.seen.column <= record.length + 1, "the column of a refusal is in its record");
    Require(record.seen.raw == text.substr(record.offset, record.length),
            "a refused record is kept as it came", record.seen.raw);
  }
  RequireBlank(text.substr(end));
}

inline void CheckCounters(const Counters& counters, const std::vector<Record>& records) {
  const auto count = [&](Outcome outcome) {
    return static_cast<uint64_t>(
        std::count_if(records.begin(), records.end(),
                      [outcome](const Record& record) { return record.seen.outcome == outcome; }));
  };
  Require(counters.records == records.size(), "every record is counted");
  Require(counters.events == count(Outcome::kEvent), "every event is counted");
  Require(counters.rejects == count(Outcome::kRejected), "every refused record is counted");
  Require(counters.not_mapped.total() >= count(Outcome::kSkipped),
          "every record that is not mapped is counted");
}

// What was read, written in our own format, reads as the same event. `decoder` reads that format,
// with all fields that events bring.
inline void CheckWritten(const Record& record, Decoder* decoder) {
  if (record.json.empty() || record.json.size() > limits::kLineBytesMax) return;
  const std::vector<Record> again =
      Decode(MakeBlock(record.json), decoder, testing::AllEventFields());
  Require(again.size() == 1 && again[0].seen.outcome == Outcome::kEvent,
          "a written event can be read",
          record.json + "\n" + (again.empty() ? "" : again[0].seen.reason));
  Require(again[0].seen.type == record.seen.type && again[0].seen.time_ms == record.seen.time_ms &&
              again[0].json == record.json,
          "a written event is the same event", record.json + "\n" + again[0].json);
}

}  // namespace sekisho::fuzz
