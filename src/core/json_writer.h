// Writes JSON text (RFC 8259), compact, members in the order in which they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sekisho {

// Appends to "*out", which must outlive the writer; puts the commas. The caller pairs Begin and End
// and writes one value behind each Key. Numbers and texts have one spelling each, so equal values
// give equal bytes.
//
//   JsonWriter json(&line);
//   json.BeginObject().Key("id").Text(id).Key("events").BeginArray();
//   for (const std::string& event : events) json.Text(event);
//   json.EndArray().EndObject();
class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out), begin_(out->size()) {}

  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }

  JsonWriter& Key(std::string_view name);
  // Bytes that are no UTF-8 become U+FFFD.
  JsonWriter& Text(std::string_view text);
  JsonWriter& Integer(int64_t number);
  JsonWriter& Count(uint64_t number);
  JsonWriter& Micros(int64_t micros);  // fixed point, 10^-6
  JsonWriter& Boolean(bool value);
  JsonWriter& Null();
  // Text that is a JSON value already.
  JsonWriter& Raw(std::string_view json);

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void Separate();

  std::string* out_;
  size_t begin_;  // where this writer's first value starts
};

// Appends `text` as a JSON string with its quotation marks.
void AppendJsonText(std::string_view text, std::string* out);

}  // namespace sekisho
