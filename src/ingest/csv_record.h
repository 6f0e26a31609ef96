// Records of CSV text (RFC 4180; also with line ends of one byte).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

enum class CsvEnd {
  kComplete,    // the record ends with a line end
  kUnfinished,  // the text ends first, outside of quotes
  kOpenQuote,   // the text ends first, inside of quotes
};

struct CsvExtent {
  CsvEnd end;
  size_t size;  // up to and with the line end
};

// The extent of the record at the start of `text`. A quote opens a quoted field only at the start
// of the field. When anything but a comma or a line end follows the closing quote, the record is
// broken and ends with its first line, so that one stray quote cannot swallow good records.
CsvExtent FindCsvRecord(std::string_view text);

struct CsvCell {
  std::string_view text;  // without its quotes
  bool quoted = false;
  bool doubled = false;  // holds doubled quotes, each of which stands for one
  size_t at = 0;         // offset of the cell in the record
};

// The cells of one record (without its line end). False when a quote is not closed or not followed
// by a comma: then `*error_at` and `*reason` say where and why.
bool SplitCsvRecord(std::string_view record, std::vector<CsvCell>* cells, size_t* error_at,
                    std::string* reason);

// Writes `text` with doubled quotes made one; `out` needs text.size() bytes. Returns the length.
size_t UndoubleQuotes(std::string_view text, char* out);

}  // namespace sekisho
