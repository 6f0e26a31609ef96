// The part of TableImport that keeps the rows of tables that others are joined with.
#include <algorithm>

#include "service/import_tables.h"

namespace sekisho {

Status TableImport::LoadJoined(const std::string& name) {
  uint32_t number = 0;
  for (const TableFile& file : files_) {
    const MappedTable& table = *mapping_.tables[file.table];
    if (table.name != name) continue;
    const Status status = LoadFile(table, file, number++, joined_[name].columns);
    if (!status.ok()) return AtFile(file.path, status);
  }
  return absl::OkStatus();
}

// Rows that cannot be read are left out here; they are reported when the table itself is read. Of a
// key that stands twice in a file the first row counts; a later file counts more.
Status TableImport::LoadFile(const MappedTable& table, const TableFile& file, uint32_t number,
                             const std::vector<std::string>& columns) {
  const auto rows =
      TableRows::Open(file.path, InputOf(table, options_.temporary), TableText::kCsvOrJson);
  if (!rows.ok()) return rows.status();
  RowStore& store = joined_[table.name].rows;
  std::vector<int> wanted;
  int key_column = -1;
  size_t columns_seen = 0;
  for (RowOutcome outcome; (outcome = (*rows)->Next()) != RowOutcome::kEnd;) {
    if (outcome != RowOutcome::kRow) continue;
    if (columns_seen != (*rows)->columns().size()) {
      columns_seen = (*rows)->columns().size();
      wanted.clear();
      for (const std::string& column : columns) {
        wanted.push_back(ColumnOf((*rows)->columns(), column));
      }
      key_column =
          ColumnOf((*rows)->columns(), table.mapping.paths[static_cast<size_t>(table.key_slot)]);
    }
    if (key_column < 0) continue;
    const std::string_view key = (*rows)->cells()[static_cast<size_t>(key_column)].text;
    const RowStore::Row* const before = store.Find(key);
    if (key.empty() || (before != nullptr && before->file == number)) continue;
    RowStore::Row row{{}, number, (*rows)->line()};
    for (const int column : wanted) {
      row.values.emplace_back(column < 0 ? "" : (*rows)->cells()[static_cast<size_t>(column)].text);
    }
    if (Status status = store.Set(key, std::move(row)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace sekisho
