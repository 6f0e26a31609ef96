// The rows of one table file, as cells.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/csv_record.h"
#include "ingest/input.h"
#include "ingest/json_row.h"

namespace sekisho {

enum class RowOutcome : uint8_t { kRow, kRefused, kEnd };

// Which files are tables: CSV, or JSON too, each record of which is a row (ingest/json_row.h).
enum class TableText : uint8_t { kCsv, kCsvOrJson };

// Reads a file from its beginning to its end. Not thread-safe.
class TableRows {
 public:
  struct Private {};
  // Only for Open().
  TableRows(Private, std::unique_ptr<Input> input, Encoding encoding, TableText text)
      : input_(std::move(input)),
        encoding_(encoding),
        json_(text == TableText::kCsvOrJson ? std::make_unique<JsonRow>() : nullptr) {}

  // Fails when the file cannot be opened.
  static StatusOr<std::unique_ptr<TableRows>> Open(const std::string& path,
                                                   const InputOptions& options,
                                                   TableText text = TableText::kCsv);

  // The next row. What the accessors give is valid until the next call.
  RowOutcome Next();

  // The names of the first row; empty before the first row that follows it. Of JSON the paths that
  // turned up so far: there may be more of them with each row.
  const std::vector<std::string>& columns() const;
  // Of a row: one cell for each column. Quotes are taken off; `quoted` still says that there were
  // some, for a cell without is no value when it is empty.
  const std::vector<CsvCell>& cells() const { return cells_; }
  uint64_t line() const { return line_; }
  std::string_view raw() const { return raw_; }
  // Of a refused row: byte within it from 1, 0 for the row as a whole; and why.
  uint32_t column() const { return column_; }
  const std::string& reason() const { return reason_; }

  // Why the file could not be read to its end.
  std::vector<std::string> errors() const;

 private:
  bool NextRecord();
  RowOutcome Refuse(size_t column, std::string reason);
  RowOutcome ReadJson();
  void Unquote();

  std::unique_ptr<Input> input_;
  const Encoding encoding_;
  const std::unique_ptr<JsonRow> json_;  // null: JSON is refused
  Block block_;
  std::shared_ptr<const CsvHeader> header_;
  size_t at_ = 0;  // in the text of the block
  uint64_t next_line_ = 0;
  uint64_t line_ = 0;
  std::string_view raw_;
  std::vector<CsvCell> cells_;
  std::vector<std::string> unquoted_;
  uint32_t column_ = 0;
  std::string reason_;
};

// What the first row of a table is, when a column that must be there is not, and what to do:
// another separator than the comma, or other names. `wanted`: "name, and any of id".
std::string DescribeFirstRow(const std::vector<std::string>& names, std::string_view wanted);

}  // namespace sekisho
