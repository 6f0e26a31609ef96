// The header row of a CSV file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/block.h"

namespace sekisho {

// Reads the first record of a CSV text, with or without its line end. Refuses names that stand
// twice or are empty, and what is no CSV. `columns_read`: those that matter, in lower case; others
// may stand twice. Without it all of them matter.
StatusOr<CsvHeader> ReadCsvHeader(
    std::string_view record,
    const std::optional<std::vector<std::string>>& columns_read = std::nullopt);

}  // namespace sekisho
