// The import of a mapping with tables. Used by import.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/event_view.h"
#include "core/field.h"
#include "ingest/event_builder.h"
#include "ingest/path_table.h"
#include "ingest/row_store.h"
#include "ingest/table_mapping.h"
#include "ingest/table_rows.h"
#include "service/import.h"
#include "service/import_files.h"

namespace sekisho {

// Reads the files of all tables one after the other. Use once.
class TableImport {
 public:
  TableImport(const Mapping& mapping, std::vector<TableFile> files, const ImportOptions& options);
  ~TableImport();

  StatusOr<ImportReport> Run();

 private:
  // What one table needs while its files are read.
  struct Reading;

  Status LoadJoined(const std::string& name);
  Status LoadFile(const MappedTable& table, const TableFile& file, uint32_t number,
                  const std::vector<std::string>& columns);
  Status ReadTable(size_t table, size_t first_file, size_t end_file);
  // `number` counts the files of the table, from `first_file` of all.
  Status ReadFile(Reading* reading, size_t first_file, uint32_t number);
  Status ReadRow(Reading* reading);
  Status TakeState(Reading* reading, std::string_view key);
  Status ReadGone(Reading* reading, size_t first_file, uint32_t number);
  void FindColumns(Reading* reading);
  bool TakeKey(Reading* reading, std::string_view* key);
  void AddCells(Reading* reading);
  void AddJoined(Reading* reading);
  void AddText(Reading* reading, int slot, std::string_view text);
  // Makes the events of a trigger, and counts them.
  size_t MakeEvents(Reading* reading, RowTrigger trigger, std::string_view key,
                    const std::vector<std::string>* before);
  void Emit(Reading* reading, size_t mapped, std::string_view key);
  void GiveId(Reading* reading, size_t mapped, std::string_view key);
  void Refuse(Reading* reading, uint32_t column, const std::string& reason);
  void WriteLines(bool all);

  const Mapping& mapping_;
  const std::vector<TableFile> files_;
  const ImportOptions& options_;
  const FieldTable fields_;
  EventView event_;
  ImportReport report_;
  // By name of the table, then by the lower-case name of the column.
  struct Joined {
    std::vector<std::string> columns;
    RowStore rows;
  };
  absl::flat_hash_map<std::string, Joined> joined_;
  std::string lines_;
};

}  // namespace sekisho
