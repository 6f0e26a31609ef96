// Files of other products → event lines of our own format, by a mapping.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/status.h"
#include "ingest/counters.h"
#include "ingest/temporary_file.h"
#include "service/account_names.h"
#include "service/scan.h"

namespace sekisho {

struct ImportOptions {
  // Called with whole lines (NDJSON), in the order of the input.
  std::function<void(std::string_view lines)> on_events;
  // Called for each refused record, in the order of the input.
  std::function<void(const RejectedRecord&)> on_reject;
  // Called now and then with the share of the input that was read; 0 when its size is not known.
  std::function<void(double fraction)> on_progress;
  TemporaryPlace temporary;
  // Not null: accounts are written as these names say.
  std::shared_ptr<const AccountNames> account_names;
  // Not 0: a trial. Of each log, and of each table that is neither joined nor compared, so many
  // records are read.
  uint64_t records_max = 0;
};

// The rows of a table whose key for another one was looked up.
struct ImportedJoin {
  std::string name;   // in the mapping
  std::string table;  // the other one
  uint64_t found = 0;
  uint64_t missing = 0;
};

// What became of one file.
struct ImportedFile {
  std::string name;
  uint64_t records = 0;
  uint64_t events = 0;
  uint64_t refused = 0;
  // Of tables only.
  std::string table;
  uint64_t unchanged = 0;                    // rows as the file before shows them
  uint64_t without_partner = 0;              // rows whose key no row of a joined table has
  uint64_t dated_by_snapshot = 0;            // changes whose own time is not between the two files
  bool gone_unknown = false;                 // rows were unreadable, so none is taken to be gone
  std::vector<std::string> missing_columns;  // that the mapping reads
  std::vector<ImportedJoin> joins;
  bool cut = false;  // ImportOptions::records_max ended it
};

// The events of one type that were made.
struct ImportedType {
  uint64_t events = 0;
  uint64_t from_differences = 0;  // of these, made of what differs between two states of a table
  std::vector<bool> fields;       // fields that some event has, by number in DeliveredFields()
};

struct ImportReport {
  std::vector<ImportedFile> files;
  std::map<std::string, ImportedType, std::less<>> types;
  Counters counters;
  uint64_t events = 0;
  uint64_t accounts_unknown = 0;  // values that ImportOptions::account_names does not know
  int64_t first_ms = 0;           // times of the earliest and the latest event
  int64_t last_ms = 0;
  std::vector<std::string> source_errors;  // files that could not be read to their end
};

// Writes the accounts of an event as ImportOptions::account_names says.
void NameAccounts(const ImportOptions& options, const FieldTable& fields, EventView* event,
                  ImportReport* report);

// Counts an event that was made.
void CountEvent(const EventView& event, bool from_difference, ImportReport* report);

// Reads `paths` ("-" is standard input) one after the other. Fails when a file cannot be opened;
// everything else is in the report.
StatusOr<ImportReport> Import(const Mapping& mapping, const std::vector<std::string>& paths,
                              const ImportOptions& options);

}  // namespace sekisho
