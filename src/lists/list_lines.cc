#include "lists/list_lines.h"

#include <algorithm>

#include "core/limits.h"
#include "ingest/csv_record.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view WithoutComment(std::string_view line, ListComments comments) {
  const size_t end =
      comments == ListComments::kAnywhere ? line.size() : std::min<size_t>(line.size(), 1);
  for (size_t i = 0; i < end; ++i) {
    if ((line[i] == '#' || line[i] == ';') && (i == 0 || IsSpace(line[i - 1]))) {
      return line.substr(0, i);
    }
  }
  return line;
}

}  // namespace

bool ListLines::Next(std::string_view* line) {
  while (!text_.empty()) {
    const size_t end = text_.find('\n');
    std::string_view whole = text_.substr(0, end);
    text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
    ++line_;
    if (whole.size() > limits::kListLineBytesMax) {
      Refuse("the line is longer than " + std::to_string(limits::kListLineBytesMax) + " bytes",
             "this may be no text file");
      continue;
    }
    whole = Trim(WithoutComment(Trim(whole), comments_));
    if (whole.empty()) continue;
    if (FindBadUtf8(whole) != whole.size()) {
      Refuse("the line is not UTF-8", "save the file as UTF-8 text");
      continue;
    }
    *line = whole;
    return true;
  }
  return false;
}

void ListLines::Refuse(std::string message, std::string suggestion) {
  if (++refused_ > limits::kListProblemsMax) return;
  sink_->Report(Sk::kListLine, {file_, line_, 0}, std::move(message), std::move(suggestion));
}

void ListLines::Finish() {
  if (refused_ <= limits::kListProblemsMax) return;
  sink_->Report(
      Sk::kListLine, {file_, 0, 0},
      "another " + std::to_string(refused_ - limits::kListProblemsMax) + " lines were left out");
}

std::string Quoted(std::string_view utf8) {
  constexpr size_t kShownBytesMax = 60;
  size_t end = std::min(utf8.size(), kShownBytesMax);
  const auto is_inside = [&] { return end < utf8.size() && (utf8[end] & 0xc0) == 0x80; };
  while (end > 0 && is_inside()) --end;
  return "\"" + std::string(utf8.substr(0, end)) + "\"";
}

std::string SplitCells(std::string_view row, std::vector<std::string>* cells) {
  std::vector<CsvCell> split;
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(row, &split, &error_at, &reason)) return reason;
  cells->clear();
  for (const CsvCell& cell : split) {
    std::string text(cell.text.size(), '\0');
    text.resize(cell.doubled ? UndoubleQuotes(cell.text, text.data())
                             : cell.text.copy(text.data(), text.size()));
    cells->emplace_back(Trim(text));
  }
  return "";
}

}  // namespace sekisho
