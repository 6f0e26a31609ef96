// How the records of a foreign log become events of ours. Read from a file (docs/mapping.md).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/event_view.h"
#include "core/schema.h"
#include "core/status.h"
#include "core/value.h"
#include "ingest/record_list.h"
#include "ingest/text_encoding.h"
#include "ingest/time_form.h"

namespace sekisho {

// What is done with a value on its way into a field.
enum class Transform : uint8_t {
  kLowerCase,
  kUpperCase,
  kCountryCode,   // "United States" → "US"; codes stay; any other text is left out
  kUtcTime,       // a time without offset is UTC; "1621305118553.0" is whole milliseconds
  kEpochSeconds,  // seconds since 1970, with or without a fraction
  kBeforeAt,      // "ada@example.com" → "ada"; text without @ stays
  kAfterColon,    // "AROA0:ada@example.com" → "ada@example.com", behind the last colon
  kAfterComma,    // "Sapporo, Hokkaido, JP" → "JP", behind the last comma, without white space
  kRepository,    // address of a page or an API of a code host → "owner/name"
  kWholeMinutes,  // seconds, with or without a fraction, as whole minutes
};

// Where the value of a field comes from: a constant, or the first of several paths of the record
// that has a value. Empty text and null are no values.
struct MappedSource {
  std::vector<int> slots;
  std::string constant;              // when there are no slots
  std::vector<std::string> ignored;  // texts that stand for "no value"
  // When not empty: what each text becomes; others are left out. Sorted by the first.
  std::vector<std::pair<std::string, std::string>> values;
  std::vector<Transform> transforms;  // one after the other
  // Not null: the value is read as a time of these forms, and becomes what the field wants.
  std::shared_ptr<const TimeForms> forms;
  enum class FormResult : uint8_t { kTime, kDay, kYear } form_result = FormResult::kTime;
};

struct MappedField {
  const FieldSpec* spec;
  MappedSource source;
};

// One test on a record: true when any of the patterns suits. Compared exactly, case included.
struct MappedCondition {
  struct Pattern {
    // kNone: absent, null or empty. kSame: both are there and equal but for white space around
    // them and the case of A to Z.
    enum class Kind : uint8_t { kText, kPrefix, kNone, kSame };
    Kind kind;
    std::string text;
    int other_slot = -1;  // kSame
    bool operator==(const Pattern&) const = default;
  };
  int slot = -1;
  std::vector<Pattern> any_of;
  bool negated = false;

  bool operator==(const MappedCondition&) const = default;
};

// A kind of record: all conditions hold.
struct MappedEvent {
  const EventTypeSpec* type;
  std::vector<MappedCondition> conditions;
  std::vector<MappedField> fields;  // the envelope and what the type lists, each at most once

  bool Suits(std::span<const Value> slots) const;
};

struct MappedTable;  // ingest/table_mapping.h

// A list of objects that each hold a name and a value: {"name": "ip", "value": "192.0.2.1"} in
// `list` is read as the member `ip` of `list`.
struct PairList {
  std::string name;                 // path of the name, in lower case
  std::vector<std::string> values;  // paths that may hold the value; the first that has one counts
};

// Immutable after reading; shared by all decoders.
struct Mapping {
  std::string name;
  // The log source of the records, for rules written for it.
  std::string product;
  std::string category;
  std::string service;
  Encoding encoding = Encoding::kUtf8;
  RecordLayout layout;
  absl::flat_hash_map<std::string, PairList> pairs;  // by path of the list, in lower case
  MappedSource kind;     // names the kind of a record that is not mapped
  MappedSource time;     // also of records that are not mapped
  MappedSource account;  // the same; no slots and no constant when the mapping has none for all
  std::vector<MappedEvent> events;  // the first that suits wins
  // Not empty: the mapping is of tables, each of which has a mapping of its own; `events` is empty.
  std::vector<std::shared_ptr<const MappedTable>> tables;
  std::vector<std::string> paths;  // by slot: the path of the record, in lower case

  // The slot of a path, or -1. ASCII case does not matter: exports of one product differ in it.
  int Slot(std::string_view path) const;
  // How the list at `path` holds names and values, or null.
  const PairList* PairsOf(std::string_view path) const;
  // The kind of the record, or null.
  const MappedEvent* Find(std::span<const Value> slots) const;

  absl::flat_hash_map<std::string, int> slots;  // the inverse of `paths`
};

// The value that `source` takes from a record; kNull when it has none. Text that is made goes to
// event->Store(). `slot` says which path it came from, -1 for a constant. Fails when a value is no
// time of the forms that the mapping names.
StatusOr<Value> MappedValue(const MappedSource& source, std::span<const Value> slots,
                            EventView* event, int* slot);

}  // namespace sekisho
