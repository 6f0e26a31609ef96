// A file of many people and companies to be looked up.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/status.h"
#include "screening/screener.h"

namespace sekisho {

struct ScreenRow {
  uint64_t line = 0;
  std::string id;  // whatever the file calls the row by; may be empty
  ScreenQuery query;
};

struct ScreenBatchReport {
  uint64_t rows = 0;          // handed out
  uint64_t refused = 0;       // rows that could not be read
  std::string first_refused;  // "file:3: reason"
  std::vector<std::string> source_errors;
};

// Reads CSV (also compressed) with the column name and, if there, id, birth_date, document, address
// and wallet; other columns, such as a nationality, are left alone. Calls `on_row` for each row in
// the order of the file. A row without a name, document and wallet and one whose birth_date is no
// date are refused: looked up without it they would say less than the file. Fails when the file
// cannot be opened or has no column name.
StatusOr<ScreenBatchReport> ReadScreenBatch(const std::string& path,
                                            const std::function<void(const ScreenRow&)>& on_row);

}  // namespace sekisho
