// The rows of CSV text in memory. Used inside of this layer.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/entry.h"

namespace sekisho {

// Calls `on_row` with the cells of each row and the line on which it begins; rows that are no CSV
// or too long become problems of `list`. Text that is not UTF-8 is read as Latin-1.
void ForEachCsvRow(
    std::string_view file, std::string_view text, WatchList* list,
    const std::function<void(const std::vector<std::string>& cells, uint64_t line)>& on_row);

}  // namespace sekisho
