// The reader of mapping files on arbitrary text, and records that go through what it read: behind a
// line of only "%%" stand records as NDJSON, or as CSV when they begin with no brace.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <tuple>

#include "core/forbidden_fields.h"
#include "fuzz/records.h"
#include "ingest/csv_header.h"
#include "ingest/csv_record.h"
#include "ingest/mapping_reader.h"
#include "ingest/table_mapping.h"

namespace sekisho::fuzz {
namespace {

void CheckDiagnostics(const MappingResult& result, std::string_view text) {
  const int lines = static_cast<int>(LineAt(text, text.size()));
  for (const Diagnostic& diagnostic : result.diagnostics) {
    RequireMessage(diagnostic.message);
    Require(FindBadUtf8(diagnostic.suggestion) == diagnostic.suggestion.size(),
            "a suggestion is UTF-8", diagnostic.suggestion);
    Require(diagnostic.code.size() == 6 && diagnostic.place.file == "a.yml",
            "a diagnostic has a number and a file", diagnostic.code);
    Require(diagnostic.place.line >= 0 && diagnostic.place.line <= lines + 1 &&
                (diagnostic.place.line == 0) == (diagnostic.place.column == 0),
            "a diagnostic has a place in the file", FormatDiagnostic(diagnostic));
  }
  const bool failed = std::any_of(
      result.diagnostics.begin(), result.diagnostics.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kError; });
  Require(failed == (result.mapping == nullptr), "there is a mapping when there is no error");
}

std::vector<std::string> Shown(const MappingResult& result) {
  std::vector<std::string> shown;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    shown.push_back(FormatDiagnostic(diagnostic));
  }
  return shown;
}

void CheckSource(const MappedSource& source, const Mapping& mapping) {
  for (const int slot : source.slots) {
    Require(slot >= 0 && slot < static_cast<int>(mapping.paths.size()), "a slot has a path");
  }
  Require(std::is_sorted(source.values.begin(), source.values.end()) &&
              source.values.size() <= limits::kMappingValuesMax,
          "values are sorted and limited");
}

void CheckTable(const MappedTable& table);

void CheckMapping(const Mapping& mapping, bool joined = false) {
  for (const auto& table : mapping.tables) CheckTable(*table);
  if (!mapping.tables.empty()) {
    Require(mapping.events.empty(), "events stand with their tables");
    return;
  }
  Require(mapping.events.size() <= limits::kMappingEventsMax && (joined || !mapping.events.empty()),
          "events are limited");
  Require(mapping.paths.size() <= limits::kMappingPathsMax, "paths are limited");
  Require(!mapping.name.empty() && !mapping.product.empty() && mapping.product != "sekisho",
          "a mapping has a name and a foreign product");
  for (size_t slot = 0; slot < mapping.paths.size(); ++slot) {
    Require(mapping.Slot(mapping.paths[slot]) == static_cast<int>(slot), "a path has its slot");
    Require(!IsForbiddenField(mapping.paths[slot]), "no mapping reads what may not be read",
            mapping.paths[slot]);
  }
  CheckSource(mapping.time, mapping);
  CheckSource(mapping.account, mapping);
  for (const MappedEvent& event : mapping.events) {
    std::set<const FieldSpec*> fields;
    for (const MappedField& field : event.fields) {
      CheckSource(field.source, mapping);
      Require(fields.insert(field.spec).second, "a field is filled once", field.spec->name);
    }
    for (const std::string_view name : event.type->required) {
      Require(fields.count(FindField(name)) == 1, "what an event needs is filled", name);
    }
  }
}

void CheckTable(const MappedTable& table) {
  CheckMapping(table.mapping, table.key_slot >= 0);
  Require(table.events.size() == table.mapping.events.size(),
          "each event of a table has a trigger");
  Require(!table.states || table.key_slot >= 0, "a table of states has a key", table.name);
  size_t tied = table.own_slots.size() + table.old_slots.size() + (table.taken_slot >= 0 ? 1 : 0);
  for (const TableJoin& join : table.joins) tied += join.columns.size();
  Require(tied == table.mapping.paths.size(), "each path is of one row", table.name);
}

// The fields of the schema and some under the names of the foreign record.
const FieldTable& ForeignFields() {
  static const FieldTable& table = *[] {
    auto made = std::make_unique<FieldTable>(testing::AllEventFields());
    for (const char* name : {"kind", "user.name", "action", "target.id"}) made->Intern(name);
    return made.release();
  }();
  return table;
}

Block RecordsBlock(std::string_view text) {
  if (text.find_first_of("{") == 0) return MakeBlock(text);
  const size_t header_bytes = FindCsvRecord(text).size;
  const StatusOr<CsvHeader> header = ReadCsvHeader(text.substr(0, header_bytes));
  if (!header.ok()) return MakeBlock(text);
  return MakeBlock(text.substr(header_bytes), Format::kCsv,
                   std::make_shared<const CsvHeader>(*header));
}

void CheckRecordsOf(const Mapping& mapping, std::string_view text, bool foreign_fields) {
  const FieldTable& fields = foreign_fields ? ForeignFields() : testing::AllEventFields();
  DecoderOptions options = OptionsFor(fields);
  options.mapping = &mapping;
  options.foreign_fields = foreign_fields;
  Decoder decoder(options);
  const Block block = RecordsBlock(text);
  const std::vector<Record> records = Decode(block, &decoder, fields);
  CheckCounters(decoder.TakeCounters(), records);
  CheckRecords(block.text, 0, records);
  Require(Decode(block, &decoder, fields) == records, "what a decoder has learned changes nothing");
  Decoder own(OptionsFor(testing::AllEventFields()));
  for (const Record& record : records) {
    if (record.seen.outcome != Outcome::kEvent || record.seen.type.empty()) continue;
    const bool made =
        std::any_of(mapping.events.begin(), mapping.events.end(),
                    [&](const MappedEvent& event) { return event.type->type == record.seen.type; });
    Require(made, "an event is of a type that the mapping makes", record.seen.type);
    // With foreign fields, a field of the record may have the name of one of ours.
    if (!foreign_fields) CheckWritten(record, &own);
  }
}

void Check(std::string_view data) {
  const std::string_view separator = "\n%%\n";
  const size_t cut = data.find(separator);
  const std::string_view text = data.substr(0, cut);
  const MappingResult result = ReadMapping("a.yml", text);
  CheckDiagnostics(result, text);
  Require(Shown(ReadMapping("a.yml", text)) == Shown(result), "reading again says the same");
  if (result.mapping == nullptr) return;
  CheckMapping(*result.mapping);
  if (cut == std::string_view::npos) return;
  const std::string_view records = data.substr(cut + separator.size());
  CheckRecordsOf(*result.mapping, records, false);
  CheckRecordsOf(*result.mapping, records, true);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
