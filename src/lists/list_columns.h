// Lists that are tables: CSV whose first line names the columns.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/network_table.h"

namespace sekisho {

using ListCells = std::vector<std::string>;

// Hands the columns `names` of each row, in that order, to `take`, which returns "" or what is
// wrong with the row. Other columns are left out. What is wrong goes to `sink` with its line;
// without one of the columns nothing is read.
ListCount ReadListColumns(const std::string& file, std::string_view text,
                          const std::vector<std::string_view>& names, DiagnosticSink* sink,
                          const std::function<std::string(const ListCells&)>& take);

}  // namespace sekisho
