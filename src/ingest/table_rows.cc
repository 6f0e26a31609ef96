#include "ingest/table_rows.h"

#include <algorithm>
#include <utility>

#include "core/limits.h"
#include "ingest/json_text.h"
#include "ingest/text_format.h"

namespace sekisho {

StatusOr<std::unique_ptr<TableRows>> TableRows::Open(const std::string& path,
                                                     const InputOptions& options, TableText text) {
  StatusOr<std::unique_ptr<Input>> input = Input::Open({path}, options);
  if (!input.ok()) return input.status();
  return std::make_unique<TableRows>(Private(), *std::move(input), options.encoding, text);
}

const std::vector<std::string>& TableRows::columns() const {
  static const auto* const none = new std::vector<std::string>;
  if (header_ != nullptr) return header_->names;
  return json_ == nullptr ? *none : json_->columns();
}

bool TableRows::NextRecord() {
  while (true) {
    while (at_ >= block_.text.size()) {
      if (!input_->NextBlock(&block_)) return false;
      at_ = 0;
      if (header_ == nullptr && block_.header != nullptr) {
        header_ = block_.header;
        // A name of the first row may hold line ends.
        const StatusOr<uint64_t> line = input_->Line({block_.source, block_.offset, 0});
        next_line_ = line.ok() ? *line : 2;
      } else if (header_ == nullptr) {
        next_line_ = 1;
      }
    }
    line_ = next_line_;
    if (block_.too_long_bytes > 0) {
      raw_ = block_.text;
      at_ = block_.text.size();
      ++next_line_;
      return true;
    }
    const std::string_view rest = block_.text.substr(at_);
    const size_t cut =
        block_.format == Format::kCsv ? CsvRecordSize(rest, true) : rest.find('\n') + 1;
    raw_ = rest.substr(0, cut == 0 ? rest.size() : cut);
    at_ += raw_.size();
    next_line_ += static_cast<uint64_t>(std::count(raw_.begin(), raw_.end(), '\n'));
    while (!raw_.empty() && (raw_.back() == '\n' || raw_.back() == '\r')) raw_.remove_suffix(1);
    if (raw_.find_first_not_of(" \t") != std::string_view::npos) return true;
  }
}

RowOutcome TableRows::Refuse(size_t column, std::string reason) {
  column_ = static_cast<uint32_t>(column);
  reason_ = std::move(reason);
  return RowOutcome::kRefused;
}

RowOutcome TableRows::ReadJson() {
  std::string error = json_->Read(raw_);
  if (!error.empty()) return Refuse(0, std::move(error));
  cells_ = json_->cells();
  return RowOutcome::kRow;
}

RowOutcome TableRows::Next() {
  if (!NextRecord()) return RowOutcome::kEnd;
  if (block_.too_long_bytes > 0 || raw_.size() > limits::kLineBytesMax) {
    return Refuse(0, "the row has more than " + std::to_string(limits::kLineBytesMax) + " bytes");
  }
  if (block_.format != Format::kCsv) {
    if (json_ != nullptr) return ReadJson();
    return Refuse(0, "a table is CSV: a first row with the names of the columns, then the rows");
  }
  if (const size_t bad = FindBadUtf8(raw_); bad < raw_.size()) {
    if (encoding_ == Encoding::kUtf8) return Refuse(bad + 1, FindTextError(raw_).reason);
    return Refuse(bad + 1, "the bytes that stand here in the file are no character of " +
                               std::string(EncodingName(encoding_)) + ", which the mapping states");
  }
  if (const size_t nul = raw_.find('\0'); nul != std::string_view::npos) {
    return Refuse(nul + 1, "the row holds the control character 0x00");
  }
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(raw_, &cells_, &error_at, &reason)) {
    return Refuse(error_at + 1, std::move(reason));
  }
  if (cells_.size() != columns().size()) {
    return Refuse(0, "the row has " + std::to_string(cells_.size()) +
                         " cells, the header row has " + std::to_string(columns().size()));
  }
  Unquote();
  return RowOutcome::kRow;
}

void TableRows::Unquote() {
  unquoted_.resize(cells_.size());
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (!cells_[i].doubled) continue;
    unquoted_[i].resize(cells_[i].text.size());
    unquoted_[i].resize(UndoubleQuotes(cells_[i].text, unquoted_[i].data()));
    cells_[i].text = unquoted_[i];
  }
}

std::vector<std::string> TableRows::errors() const {
  std::vector<std::string> errors;
  for (const SourceError& error : input_->errors()) errors.push_back(error.message);
  return errors;
}

std::string DescribeFirstRow(const std::vector<std::string>& names, std::string_view wanted) {
  constexpr size_t kShownBytes = 200;
  std::string row;
  for (const std::string& name : names) row += (row.empty() ? "" : ",") + name;
  for (const auto& [separator, word] : {std::pair(';', "semicolons"), std::pair('\t', "tabs")}) {
    if (std::count(row.begin(), row.end(), separator) <= std::count(row.begin(), row.end(), ',')) {
      continue;
    }
    return std::string("the columns are parted by ") + word +
           "; save the file as CSV with commas, and the columns " + std::string(wanted);
  }
  size_t end = std::min(row.size(), kShownBytes);
  while (end < row.size() && end > 0 && (row[end] & 0xc0) == 0x80) --end;
  return "the first row is \"" + row.substr(0, end) + (end < row.size() ? "…" : "") +
         "\"; call its columns " + std::string(wanted);
}

}  // namespace sekisho
