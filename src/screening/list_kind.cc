#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/csv_record.h"
#include "screening/load.h"
#include "screening/readers.h"

namespace sekisho {
namespace {

constexpr size_t kHeadBytes = 8192;
constexpr size_t kSdnColumns = 12;
constexpr size_t kAltColumns = 5;
constexpr size_t kAddColumns = 6;

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
}

ListFileKind KindOfRow(std::string_view text) {
  std::string_view row = text.substr(0, FindCsvRecord(text).size);
  while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
  std::vector<CsvCell> cells;
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(row, &cells, &error_at, &reason) || cells.empty()) return ListFileKind::kNone;
  if (!IsNumber(cells[0].text)) return ListFileKind::kNone;
  if (cells.size() == kSdnColumns) return ListFileKind::kOfacNames;
  if (cells.size() < 2 || !IsNumber(cells[1].text)) return ListFileKind::kNone;
  if (cells.size() == kAltColumns) return ListFileKind::kOfacAliases;
  return cells.size() == kAddColumns ? ListFileKind::kOfacAddresses : ListFileKind::kNone;
}

}  // namespace

ListFileKind KindOfListFile(std::string_view text) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  const std::string_view head = text.substr(0, kHeadBytes);
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return ListFileKind::kNone;
  if (head[first] == '<') {
    return head.find("<CONSOLIDATED_LIST") == std::string_view::npos ? ListFileKind::kNone
                                                                     : ListFileKind::kUn;
  }
  if (head[first] == '{') {
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.find("\"schema\"") == std::string_view::npos ? ListFileKind::kNone
                                                             : ListFileKind::kFtm;
  }
  return LooksLikeMof(head) ? ListFileKind::kMof : KindOfRow(text);
}

}  // namespace sekisho
