#include "screening/csv_rows.h"

#include <algorithm>

#include "core/limits.h"
#include "ingest/csv_record.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

std::string FromLatin1(std::string_view text) {
  std::string utf8;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8.push_back(c);
    } else {
      utf8.push_back(static_cast<char>(0xc0 | (byte >> 6U)));
      utf8.push_back(static_cast<char>(0x80 | (byte & 0x3fU)));
    }
  }
  return utf8;
}

std::string_view WithoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::string CellText(const CsvCell& cell) {
  std::string text(cell.text);
  if (cell.doubled) text.resize(UndoubleQuotes(cell.text, text.data()));
  return FindBadUtf8(text) == text.size() ? text : FromLatin1(text);
}

}  // namespace

CsvEnding ForEachCsvRow(
    std::string_view file, std::string_view text, WatchList* list,
    const std::function<void(const std::vector<std::string>& cells, uint64_t line)>& on_row) {
  text = WithoutMark(text);
  CsvEnding ending;
  uint64_t line = 1;
  std::vector<CsvCell> cells;
  std::vector<std::string> row;
  while (!text.empty()) {
    const CsvExtent extent = FindCsvRecord(text);
    // A quote that nobody closes takes its own line only, not the rest of the file.
    const bool open = extent.end == CsvEnd::kOpenQuote;
    std::string_view record = text.substr(0, open ? text.find('\n') : extent.size);
    if (open && record.size() < text.size()) record = text.substr(0, record.size() + 1);
    text.remove_prefix(record.size());
    const uint64_t begin = line;
    ending = {begin, 0, "", false, record.ends_with('\n') || record.ends_with('\r')};
    line += static_cast<uint64_t>(std::count(record.begin(), record.end(), '\n'));
    while (!record.empty() && (record.back() == '\n' || record.back() == '\r')) {
      record.remove_suffix(1);
    }
    // Old files of OFAC end with the character that once ended a file.
    if (record.empty() || record == "\x1a") continue;
    if (record.size() > limits::kLineBytesMax) {
      AddProblem({std::string(file), begin, "the row is longer than 8 MiB"}, list);
      continue;
    }
    if (open) {
      AddDamage({std::string(file), begin,
                 "a quote is not closed before the end of the file: it is cut off or damaged",
                 std::string(kFetchAgain)},
                list);
      continue;
    }
    size_t error_at = 0;
    std::string reason;
    if (!SplitCsvRecord(record, &cells, &error_at, &reason)) {
      AddProblem({std::string(file), begin, reason}, list);
      continue;
    }
    row.clear();
    for (const CsvCell& cell : cells) row.push_back(CellText(cell));
    ending.cells = row.size();
    ending.last = row.back();
    ending.quoted = cells.back().quoted;
    on_row(row, begin);
  }
  return ending;
}

}  // namespace sekisho
