#include "ingest/csv_header.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "core/limits.h"
#include "ingest/csv_record.h"
#include "ingest/json_text.h"
#include "ingest/lower_case.h"

namespace sekisho {
namespace {

std::string CellText(const CsvCell& cell) {
  std::string text(cell.text);
  if (cell.doubled) text.resize(UndoubleQuotes(cell.text, text.data()));
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

}  // namespace

StatusOr<CsvHeader> ReadCsvHeader(std::string_view record,
                                  const std::optional<std::vector<std::string>>& columns_read) {
  const auto matters = [&](const std::string& name) {
    return !columns_read || std::find(columns_read->begin(), columns_read->end(),
                                      LowerCase(name)) != columns_read->end();
  };
  while (!record.empty() && (record.back() == '\n' || record.back() == '\r')) {
    record.remove_suffix(1);
  }
  if (FindBadUtf8(record) < record.size()) {
    return InvalidInput(
        "the header row is not UTF-8; save the file as UTF-8, or name its encoding in a mapping");
  }
  std::vector<CsvCell> cells;
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(record, &cells, &error_at, &reason)) {
    return InvalidInput("the header row cannot be read: " + reason);
  }
  if (cells.size() > limits::kEventFieldsMax) {
    return InvalidInput("the header row has more than " + std::to_string(limits::kEventFieldsMax) +
                        " names");
  }
  CsvHeader header;
  std::set<std::string> seen;
  for (const CsvCell& cell : cells) {
    std::string name = CellText(cell);
    if (name.empty()) {
      return InvalidInput("column " + std::to_string(header.names.size() + 1) +
                          " of the header row has no name; the first row names the fields");
    }
    if (!seen.insert(name).second && matters(name)) {
      return InvalidInput("the header row names \"" + std::string(CutUtf8(name, 60)) + "\" twice");
    }
    header.names.push_back(std::move(name));
  }
  return header;
}

}  // namespace sekisho
