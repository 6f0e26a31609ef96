// Which file belongs to which table of a mapping.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/input.h"
#include "ingest/table_mapping.h"

namespace sekisho {

struct TableFile {
  std::string path;
  size_t table = 0;                 // index into Mapping::tables
  std::optional<int64_t> taken_ms;  // when it was taken, if its name says so
};

// By table, then (tables of states) by the time at which they were taken, else as given. Fails when
// a file suits no table or several, or when the order of two files of states is not known.
StatusOr<std::vector<TableFile>> SortIntoTables(const Mapping& mapping,
                                                const std::vector<std::string>& paths);

// The column of that name, or -1. ASCII case does not matter, as in mappings.
int ColumnOf(const std::vector<std::string>& columns, std::string_view lower);

InputOptions InputOf(const MappedTable& table, const TemporaryPlace& temporary);

// `status` with the file in front.
Status AtFile(const std::string& path, const Status& status);

}  // namespace sekisho
