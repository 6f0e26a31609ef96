// The header row of a CSV file.
#pragma once

#include <string_view>

#include "core/status.h"
#include "ingest/block.h"

namespace sekisho {

// Reads the first record of a CSV text, with or without its line end. Refuses names that stand
// twice or are empty, and what is no CSV.
StatusOr<CsvHeader> ReadCsvHeader(std::string_view record);

}  // namespace sekisho
