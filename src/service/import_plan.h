// What an import would do, column by column, before it does anything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schema.h"
#include "core/status.h"
#include "ingest/record_sample.h"
#include "service/import.h"

namespace sekisho {

// What becomes of a column.
struct PlannedUse {
  enum class Kind : uint8_t {
    kField,      // it fills a field of events
    kCondition,  // it decides which event a record is
    kKey,        // it tells the rows apart
    kJoin,       // it names a row of another table
    kChange,     // an event is made when it changes
  } kind = Kind::kField;
  std::vector<std::string> events;   // types; of kJoin the name of the join. Empty for kKey
  std::string via;                   // kField: the table that is joined with this one; else empty
  const FieldSpec* field = nullptr;  // kField only
  std::string form;                  // of a time; forms are separated by " | "
  std::string zone;                  // that the form is read in
  // A value of the sample and what it becomes, where that is something else; `failure` says why it
  // cannot be read.
  std::string before;
  std::string after;
  std::string failure;
};

struct PlannedColumn {
  SampledColumn sample;
  bool forbidden = false;  // dropped unread
  bool personal = true;    // its values are not for show
  std::vector<PlannedUse> uses;
};

struct PlannedFile {
  RecordSample sample;
  std::string table;  // empty: a log
  bool states = false;
  std::optional<int64_t> taken_ms;  // of a snapshot
  std::vector<PlannedColumn> columns;
  std::vector<std::string> missing;  // columns that the mapping reads
  ImportedFile outcome;              // of a trial
};

struct ImportPlan {
  std::vector<PlannedFile> files;
  ImportReport trial;
};

// Reads the files several times, so none may be "-". Fails like Import().
StatusOr<ImportPlan> PlanImport(const Mapping& mapping, const std::vector<std::string>& paths);

// Does a field hold what tells who somebody is, or what somebody wrote? Codes, numbers and times do
// not.
bool IsPersonal(const FieldSpec& field);

// `text` with its letters and digits hidden; what stands between them shows the form.
std::string Masked(std::string_view text);

}  // namespace sekisho
