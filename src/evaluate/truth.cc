#include "evaluate/truth.h"

#include <array>
#include <memory>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "core/limits.h"
#include "core/time.h"
#include "ingest/csv_record.h"
#include "ingest/json_text.h"
#include "ingest/source.h"

namespace sekisho {
namespace {

enum Column : size_t {
  kAccount,
  kLabel,
  kKind,
  kRing,
  kRole,
  kCare,
  kCountry,
  kLanguage,
  kCreated,
  kColumns
};
constexpr std::array<std::string_view, kColumns> kColumnNames = {
    "account", "label", "kind", "ring", "role", "care", "country", "language", "created"};
constexpr size_t kColumnsNeeded = 2;
constexpr size_t kReadBytes = 1 << 20;
constexpr size_t kShownBytesMax = 60;  // of a cell, in a message

std::string_view WithoutLineEnd(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

std::string Quoted(std::string_view cell) {
  return absl::StrCat("\"", ToAbsl(CutUtf8(cell, kShownBytesMax)),
                      cell.size() > kShownBytesMax ? "…" : "", "\"");
}

class TruthReader {
 public:
  TruthReader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  StatusOr<Truth> Read() {
    if (FindBadUtf8(text_) < text_.size()) {
      return Error("it is not UTF-8; save it as UTF-8");
    }
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    if (Status status = Next(); !status.ok()) return status;
    if (Status status = ReadHeader(); !status.ok()) return status;
    while (!text_.empty()) {
      if (Status status = Next(); !status.ok()) return status;
      if (cells_.size() == 1 && cells_.front().empty()) continue;  // a blank line
      if (Status status = ReadAccount(); !status.ok()) return status;
    }
    line_ = 0;
    if (truth_.accounts.empty()) return Error("it names no account");
    return std::move(truth_);
  }

 private:
  Status Error(std::string_view what) const {
    return InvalidInput(
        absl::StrCat(ToAbsl(name_), line_ > 0 ? absl::StrCat(":", line_) : "", ": ", ToAbsl(what)));
  }

  // The cells of the next record.
  Status Next() {
    line_ = next_line_;
    const CsvExtent extent = FindCsvRecord(text_);
    const std::string_view record = text_.substr(0, extent.size);
    text_.remove_prefix(extent.size);
    for (const char c : record) next_line_ += c == '\n' ? 1 : 0;
    std::vector<CsvCell> cells;
    size_t at = 0;
    std::string reason;
    if (!SplitCsvRecord(WithoutLineEnd(record), &cells, &at, &reason)) return Error(reason);
    cells_.clear();
    for (const CsvCell& cell : cells) {
      std::string& text = cells_.emplace_back(cell.text);
      if (cell.doubled) text.resize(UndoubleQuotes(cell.text, text.data()));
    }
    return absl::OkStatus();
  }

  Status ReadHeader() {
    place_.fill(kNowhere);
    for (size_t i = 0; i < cells_.size(); ++i) {
      for (size_t column = 0; column < kColumns; ++column) {
        if (cells_[i] != kColumnNames[column]) continue;
        if (place_[column] != kNowhere) {
          return Error(
              absl::StrCat("the column ", ToAbsl(kColumnNames[column]), " is there twice"));
        }
        place_[column] = i;
      }
    }
    for (size_t column = 0; column < kColumnsNeeded; ++column) {
      if (place_[column] != kNowhere) continue;
      return Error(absl::StrCat("there is no column ", ToAbsl(kColumnNames[column]),
                                "; the first line names the columns, at least account and label"));
    }
    width_ = cells_.size();
    return absl::OkStatus();
  }

  // Of a column that the file does not have: empty.
  std::string Cell(Column column) const {
    return place_[column] == kNowhere ? "" : cells_[place_[column]];
  }

  Status ReadAccount() {
    if (cells_.size() != width_) {
      return Error(absl::StrCat(cells_.size(), " cells, but the first line names ", width_));
    }
    TruthAccount one;
    one.account = Cell(kAccount);
    if (one.account.empty()) return Error("the account is empty");
    if (!seen_.insert(one.account).second) {
      return Error("the account " + Quoted(one.account) + " is there twice");
    }
    const std::string label = Cell(kLabel);
    if (label != "ring" && label != "honest") {
      return Error("the label " + Quoted(label) + " is unknown; write ring or honest");
    }
    one.in_ring = label == "ring";
    one.kind = Cell(kKind);
    one.ring = Cell(kRing);
    one.role = Cell(kRole);
    one.care = Cell(kCare);
    one.country = Cell(kCountry);
    one.language = Cell(kLanguage);
    if (!one.in_ring && !one.ring.empty()) {
      return Error("an honest account belongs to no ring, but the ring is " + Quoted(one.ring));
    }
    if (const std::string created = Cell(kCreated); !created.empty()) {
      const StatusOr<int64_t> time = ParseTime(created + "T00:00:00Z");
      if (!time.ok() || created.size() != kDayBytes) {
        return Error("the day " + Quoted(created) + " cannot be read; write YYYY-MM-DD");
      }
      one.created_ms = *time;
    }
    truth_.accounts.push_back(std::move(one));
    return absl::OkStatus();
  }

  static constexpr size_t kNowhere = static_cast<size_t>(-1);
  static constexpr size_t kDayBytes = 10;

  std::string_view text_;
  const std::string_view name_;
  size_t line_ = 0;  // of the record; 0: the file as a whole
  size_t next_line_ = 1;
  std::vector<std::string> cells_;
  std::array<size_t, kColumns> place_{};
  size_t width_ = 0;
  absl::flat_hash_set<std::string> seen_;
  Truth truth_;
};

}  // namespace

StatusOr<Truth> ParseTruth(std::string_view text, std::string_view name) {
  return TruthReader(text, name).Read();
}

StatusOr<Truth> ReadTruth(const std::string& path) {
  SpoolBudget budget{static_cast<int64_t>(limits::kTruthBytesMax), {}};
  StatusOr<std::unique_ptr<Source>> source = Source::Open(path, &budget);
  if (!source.ok()) return source.status();
  std::string text;
  while (true) {
    const size_t end = text.size();
    text.resize(end + kReadBytes);
    const StatusOr<size_t> read = (*source)->Read(text.data() + end, kReadBytes);
    if (!read.ok()) return read.status();
    text.resize(end + *read);
    if (*read == 0) break;
    if (text.size() > limits::kTruthBytesMax) {
      return InvalidInput(absl::StrCat(path, ": more than ", limits::kTruthBytesMax >> 20,
                                       " MiB; a file of accounts is smaller"));
    }
  }
  return ParseTruth(text, path);
}

}  // namespace sekisho
