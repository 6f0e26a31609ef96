#include "ingest/csv_record.h"

#include <cstring>

namespace sekisho {
namespace {

size_t FindByte(std::string_view text, char c, size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const void* found = std::memchr(text.data() + from, c, text.size() - from);
  return found == nullptr ? std::string_view::npos
                          : static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

// Behind the closing quote of the field that is quoted from `at` (the byte behind the opening
// quote) on, or npos.
size_t SkipQuoted(std::string_view text, size_t at) {
  while (true) {
    const size_t quote = FindByte(text, '"', at);
    if (quote == std::string_view::npos) return quote;
    if (quote + 1 == text.size() || text[quote + 1] != '"') return quote + 1;
    at = quote + 2;
  }
}

CsvExtent FirstLine(std::string_view text) {
  const size_t newline = FindByte(text, '\n', 0);
  if (newline == std::string_view::npos) return {CsvEnd::kUnfinished, text.size()};
  return {CsvEnd::kComplete, newline + 1};
}

}  // namespace

CsvExtent FindCsvRecord(std::string_view text) {
  // Most records hold no quote: then the record is the line.
  const CsvExtent line = FirstLine(text);
  if (FindByte(text.substr(0, line.size), '"', 0) == std::string_view::npos) return line;
  size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '"') {
      at = SkipQuoted(text, at + 1);
      if (at == std::string_view::npos) return {CsvEnd::kOpenQuote, text.size()};
      if (at < text.size() && text[at] == '\r') ++at;
      if (at < text.size() && text[at] != ',' && text[at] != '\n') return line;
    } else {
      while (at < text.size() && text[at] != ',' && text[at] != '\n') ++at;
    }
    if (at < text.size() && text[at] == '\n') return {CsvEnd::kComplete, at + 1};
    ++at;
  }
  return {CsvEnd::kUnfinished, text.size()};
}

bool SplitCsvRecord(std::string_view record, std::vector<CsvCell>* cells, size_t* error_at,
                    std::string* reason) {
  cells->clear();
  size_t at = 0;
  while (true) {
    CsvCell& cell = cells->emplace_back();
    cell.at = at;
    size_t end = 0;
    if (at < record.size() && record[at] == '"') {
      end = SkipQuoted(record, at + 1);
      *error_at = at;
      if (end == std::string_view::npos) {
        *reason = "the quoted cell that begins here is never closed";
        return false;
      }
      cell.quoted = true;
      cell.text = record.substr(at + 1, end - at - 2);
      cell.doubled = FindByte(cell.text, '"', 0) != std::string_view::npos;
      *error_at = end;
      if (end < record.size() && record[end] != ',') {
        *reason = "text follows the closing quote; write a quote inside a quoted cell twice";
        return false;
      }
    } else {
      end = FindByte(record, ',', at);
      if (end == std::string_view::npos) end = record.size();
      cell.text = record.substr(at, end - at);
    }
    if (end >= record.size()) return true;
    at = end + 1;
  }
}

size_t UndoubleQuotes(std::string_view text, char* out) {
  size_t size = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    out[size++] = text[at];
    if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"') ++at;
  }
  return size;
}

}  // namespace sekisho
