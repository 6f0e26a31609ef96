// The reader of NDJSON on arbitrary text, compared with another reader of JSON.
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "core/forbidden_fields.h"
#include "fuzz/records.h"

namespace sekisho::fuzz {
namespace {

namespace dom = simdjson::dom;

// The scalars of a JSON object by path, lists and what stands in them left out.
using Scalars = std::map<std::string, dom::element>;

// Goes through `value`, which stands at `path`, and adds its scalars to `scalars` (may be null).
// `emptied`: what may not be read was taken out before.
void Walk(const dom::element& value, const std::string& path, bool emptied, Scalars* scalars) {
  if (IsForbiddenField(path)) {
    Require(!emptied || value.is_null(), "a field that may not be read is not kept", path);
    return;
  }
  if (value.is_object()) {
    for (const auto& [key, member] : value.get_object()) {
      const std::string name(key);
      Walk(member, path.empty() ? name : path + "." + name, emptied, scalars);
    }
  } else if (value.is_array()) {
    for (const dom::element& item : value.get_array()) Walk(item, path, emptied, nullptr);
  } else if (scalars != nullptr) {
    scalars->emplace(path, value);
  }
}

bool SameNumber(const dom::element& value, std::string_view shown) {
  double number = 0;  // stays when the number is too small for a double
  const std::from_chars_result read =
      std::from_chars(shown.data(), shown.data() + shown.size(), number);
  return read.ptr == shown.data() + shown.size() && value.get_double().value() == number;
}

bool Same(const dom::element& value, const std::string& shown) {
  if (value.is_null()) return shown == "null";
  if (value.is_bool()) return shown == (bool(value) ? "true" : "false");
  if (value.is_string()) {
    // A number or a truth value may be written as text.
    const std::string text(std::string_view(value.get_string()));
    return shown == "\"" + text + "\"" || shown == text;
  }
  // A number as an identifier is text.
  const bool quoted = shown.size() > 2 && shown.front() == '"';
  return SameNumber(value, quoted ? std::string_view(shown).substr(1, shown.size() - 2) : shown);
}

// Names in a JSON value, and the levels of nesting below it.
struct Size {
  int fields = 0;
  int depth = 0;
};

void Measure(const dom::element& value, int depth, Size* size) {
  size->depth = std::max(size->depth, depth);
  if (value.is_object()) {
    for (const auto& [key, member] : value.get_object()) {
      ++size->fields;
      const bool nests = member.is_object() || member.is_array();
      Measure(member, depth + (nests ? 1 : 0), size);
    }
  } else if (value.is_array()) {
    for (const dom::element& item : value.get_array()) {
      Measure(item, depth + (item.is_object() || item.is_array() ? 1 : 0), size);
    }
  }
}

void CheckLimits(const Record& record, const dom::element& event) {
  Size size;
  Measure(event, 0, &size);
  Require(size.fields <= limits::kEventFieldsMax, "the fields of an event are limited");
  Require(size.depth <= limits::kNestingMax, "the nesting of an event is limited");
  const auto id = record.seen.fields.find("id");
  constexpr size_t kQuotes = 2;
  Require(id == record.seen.fields.end() || id->second.size() <= limits::kEventIdBytesMax + kQuotes,
          "the id of an event is limited");
}

// What a number that is refused as a My Number becomes.
constexpr std::string_view kRefused = "\"••••\"";

// An event that was taken is JSON, and its fields have the values that stand there.
void CheckAccepted(const Record& record, std::string_view line) {
  static dom::parser parser;
  dom::element document;
  const simdjson::padded_string kept(record.seen.raw);
  const simdjson::error_code raw_error = parser.parse(kept).get(document);
  // The other reader knows no whole numbers beyond 64 bits.
  if (raw_error == simdjson::NUMBER_ERROR) return;
  Require(raw_error == simdjson::SUCCESS, "what is kept of an event is JSON", record.seen.raw);
  Walk(document, "", true, nullptr);

  const simdjson::padded_string padded(line);
  const simdjson::error_code error = parser.parse(padded).get(document);
  if (error == simdjson::NUMBER_ERROR) return;
  Require(error == simdjson::SUCCESS && document.is_object(), "an event is a JSON object", line);
  CheckLimits(record, document);
  Scalars scalars;
  Walk(document, "", false, &scalars);
  for (const auto& [name, shown] : record.seen.fields) {
    const auto found = scalars.find(name);
    Require(found != scalars.end(), "a field of the event stands in the line", name);
    if (name == "document.number" && shown == kRefused) continue;
    Require(Same(found->second, shown), "a field has the value that stands in the line",
            name + ": " + shown);
  }
  for (const auto& [name, value] : scalars) {
    const FieldSpec* spec = FindField(name);
    if (spec == nullptr || spec->origin != FieldOrigin::kEvent) continue;
    Require(record.seen.fields.count(name) != 0, "a field of the line stands in the event", name);
  }
}

void Check(std::string_view text) {
  const FieldTable& fields = testing::AllEventFields();
  Decoder decoder(OptionsFor(fields));
  const Block block = MakeBlock(text);
  const std::vector<Record> records = Decode(block, &decoder, fields);
  CheckCounters(decoder.TakeCounters(), records);
  CheckRecords(text, 0, records);
  Require(Decode(block, &decoder, fields) == records, "what a decoder has learned changes nothing");

  Decoder alone(OptionsFor(fields));
  for (const Record& record : records) {
    Require(record.seen.line == LineAt(text, record.offset), "the line of a record is counted");
    const std::string_view line = text.substr(record.offset, record.length);
    std::vector<Record> again = Decode(MakeBlock(line), &alone, fields);
    Require(again.size() == 1, "a record is one record", line);
    again[0].seen.line = record.seen.line;
    again[0].offset = record.offset;
    Require(again[0] == record, "a record does not depend on the lines around it", line);
    if (record.seen.outcome != Outcome::kEvent) continue;
    CheckAccepted(record, line);
    CheckWritten(record, &alone);
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
