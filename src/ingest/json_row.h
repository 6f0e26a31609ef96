// The values of one JSON record as cells, for tables whose files are JSON.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest/csv_record.h"

namespace sekisho {

// A column is the path of a value: "commit.author.email". Columns turn up with the records, so
// their number grows; of a list the first element that has a value counts, as in mappings. Not
// thread-safe.
class JsonRow {
 public:
  JsonRow();
  ~JsonRow();

  // Empty, or why the record cannot be read. What the accessors give is valid until the next call.
  std::string Read(std::string_view record);

  // Of all records so far.
  const std::vector<std::string>& columns() const { return columns_; }
  // Of the last record, one for each column; without a value it is empty and not quoted.
  const std::vector<CsvCell>& cells() const { return cells_; }

 private:
  struct Parser;

  std::unique_ptr<Parser> parser_;
  std::vector<std::string> columns_;
  std::vector<CsvCell> cells_;
  absl::flat_hash_map<std::string, size_t> index_;  // of columns_
  std::deque<std::string> made_;                    // what stands nowhere as text
};

}  // namespace sekisho
