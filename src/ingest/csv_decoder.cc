#include "ingest/csv_decoder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/hash.h"
#include "ingest/json_text.h"
#include "ingest/text_format.h"

namespace sekisho {

void CsvDecoder::Start(std::string_view text, std::shared_ptr<const CsvHeader> header) {
  if (header != header_) columns_.clear();
  text_ = text;
  header_ = std::move(header);
  record_ = {};
  next_ = 0;
  next_line_ = 1;
}

bool CsvDecoder::NextRecord() {
  while (next_ < text_.size()) {
    const std::string_view rest = text_.substr(next_);
    // A block ends with the end of a record, so 0 can only mean one that is too long.
    const size_t cut = CsvRecordSize(rest, true);
    const size_t size = cut == 0 ? rest.size() : cut;
    record_ = rest.substr(0, size);
    record_line_ = next_line_;
    next_ += size;
    next_line_ += static_cast<uint32_t>(std::count(record_.begin(), record_.end(), '\n'));
    while (!record_.empty() && (record_.back() == '\n' || record_.back() == '\r')) {
      record_.remove_suffix(1);
    }
    if (record_.find_first_not_of(" \t") != std::string_view::npos) return true;
  }
  return false;
}

Outcome CsvDecoder::Next(EventView* event) {
  if (!NextRecord()) return Outcome::kEnd;
  builder_->Begin(event);
  if (columns_.empty()) {
    for (const std::string& name : header_->names) columns_.push_back(paths_->Find(name));
  }
  if (!ReadRecord()) return Outcome::kRejected;
  const Outcome outcome = builder_->Finish();
  const std::span<const size_t> taken_out = builder_->taken_out();
  if (event->id.empty() && !taken_out.empty()) {
    event->line_hash = event->Store(KeyToHex(HashBytes(Kept({}), 0)));
  }
  event->raw = Kept(taken_out);
  return outcome;
}

// The record without forbidden cells and those that begin at `taken_out`.
std::string_view CsvDecoder::Kept(std::span<const size_t> taken_out) {
  std::string kept;
  size_t kept_to = 0;
  for (size_t i = 0; i < cells_.size(); ++i) {
    const bool taken =
        std::find(taken_out.begin(), taken_out.end(), cells_[i].at) != taken_out.end();
    if (!columns_[i]->forbidden && !taken) continue;
    kept += record_.substr(kept_to, cells_[i].at - kept_to);
    kept_to = i + 1 < cells_.size() ? cells_[i + 1].at - 1 : record_.size();
  }
  if (kept_to == 0) return record_;
  kept += record_.substr(kept_to);
  return builder_->event()->Store(kept);
}

bool CsvDecoder::ReadRecord() {
  if (const size_t bad = FindBadUtf8(record_); bad < record_.size()) {
    return builder_->Fail(bad, builder_->BadText(record_));
  }
  if (const size_t nul = record_.find('\0'); nul != std::string_view::npos) {
    return builder_->Fail(nul, "the row holds the control character 0x00");
  }
  size_t error_at = 0;
  std::string reason;
  if (!SplitCsvRecord(record_, &cells_, &error_at, &reason)) {
    return builder_->Fail(error_at, std::move(reason));
  }
  if (cells_.size() != columns_.size()) {
    return builder_->Fail(EventBuilder::kWholeRecord,
                          "the row has " + std::to_string(cells_.size()) +
                              " cells, the header row has " + std::to_string(columns_.size()));
  }
  for (size_t i = 0; i < cells_.size(); ++i) {
    if (!columns_[i]->forbidden) {
      if (!AddCell(columns_[i], cells_[i])) return false;
    } else if (!cells_[i].text.empty()) {
      ++columns_[i]->count;
    }
  }
  return true;
}

bool CsvDecoder::AddCell(Path* path, const CsvCell& cell) {
  return builder_->Add(path, ReadCell(*path, cell), cell.at);
}

RawValue CsvDecoder::ReadCell(const Path& path, const CsvCell& cell) {
  RawValue value;
  if (cell.text.empty() && !cell.quoted) return value;
  value.kind = ValueKind::kText;
  value.text = cell.text;
  if (cell.doubled) {
    char* plain = builder_->event()->Allocate(cell.text.size());
    value.text = {plain, UndoubleQuotes(cell.text, plain)};
  }
  // CSV has no types: what looks like a number is one where the schema wants a number or time.
  const FieldKind kind = path.spec != nullptr ? path.spec->kind : FieldKind::kText;
  if (kind == FieldKind::kNumber || kind == FieldKind::kDuration || kind == FieldKind::kTime) {
    const NumberCheck check = CheckNumber(value.text);
    if (check == NumberCheck::kInteger || check == NumberCheck::kDecimal) {
      value.kind = ValueKind::kNumber;
      value.integer = check == NumberCheck::kInteger;
    }
  }
  return value;
}

}  // namespace sekisho
