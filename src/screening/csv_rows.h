// The rows of CSV text in memory. Used inside of this layer.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/entry.h"

namespace sekisho {

// How a file of rows ends.
struct CsvEnding {
  uint64_t line = 0;  // on which the last row begins
  size_t cells = 0;   // of the last row
  std::string last;   // its last cell
  bool quoted = false;
  bool line_end = true;  // a line end stands behind the last row
};

// Calls `on_row` with the cells of each row and the line on which it begins; rows that are no CSV
// or too long become problems of `list`. A quote that is not closed before the end of the file is
// damage. Text that is not UTF-8 is read as Latin-1.
CsvEnding ForEachCsvRow(
    std::string_view file, std::string_view text, WatchList* list,
    const std::function<void(const std::vector<std::string>& cells, uint64_t line)>& on_row);

}  // namespace sekisho
