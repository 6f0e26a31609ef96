#include "service/sort_order.h"

#include <algorithm>
#include <queue>
#include <string>
#include <string_view>

#include "service/row_sort.h"

namespace sekisho {
namespace {

constexpr size_t kBatchRows = 1 << 15;

// Gives out `rows` in batches that never part rows of one time.
void EmitInBatches(std::span<const TimedRow> rows, const SortOrder::Emit& emit) {
  std::vector<const Row*> batch;
  while (!rows.empty()) {
    size_t count = std::min(kBatchRows, rows.size());
    while (count < rows.size() && rows[count].time_ms == rows[count - 1].time_ms) ++count;
    batch.clear();
    for (const TimedRow& one : rows.first(count)) batch.push_back(one.row);
    emit(batch);
    rows = rows.subspan(count);
  }
}

}  // namespace

// Sorted rows in a temporary file, each a Row followed by its payload: first all are added, then
// all are read.
class SortOrder::Run {
 public:
  explicit Run(const TemporaryPlace& temporary) : file_(temporary, "raise --sort-mb") {}

  Status Add(const Row& row) {
    const Status status = file_.Append({reinterpret_cast<const char*>(&row), sizeof row});
    if (!status.ok()) return status;
    return file_.Append({reinterpret_cast<const char*>(row.payload), row.payload_bytes});
  }

  // Reads the next row into `current`; false at the end of the run.
  StatusOr<bool> Next() {
    if (at_ == file_.size() && window_.empty()) return false;
    Status status = Take(sizeof row_, reinterpret_cast<char*>(&row_));
    if (!status.ok()) return status;
    payload_.resize((row_.payload_bytes + 7) / 8);
    row_.payload = reinterpret_cast<const std::byte*>(payload_.data());
    status = Take(row_.payload_bytes, reinterpret_cast<char*>(payload_.data()));
    if (!status.ok()) return status;
    return true;
  }
  const Row& current() const { return row_; }

 private:
  static constexpr size_t kWindowBytes = 256 << 10;

  Status Take(size_t count, char* out) {
    while (count > 0) {
      if (window_.empty()) {
        // At least 1, so that a run that ends within a row is an error.
        buffer_.resize(std::clamp<uint64_t>(file_.size() - at_, 1, kWindowBytes));
        const Status status = file_.Read(at_, buffer_.size(), buffer_.data());
        if (!status.ok()) return status;
        at_ += buffer_.size();
        window_ = buffer_;
      }
      const size_t some = window_.copy(out, count);
      window_.remove_prefix(some);
      out += some;
      count -= some;
    }
    return absl::OkStatus();
  }

  TemporaryFile file_;
  uint64_t at_ = 0;          // of the file: what stands before was read
  std::string buffer_;       // the last of it
  std::string_view window_;  // of buffer_: what was not taken yet
  Row row_;
  std::vector<uint64_t> payload_;
};

SortOrder::SortOrder(ThreadTeam* team, size_t bytes_max, TemporaryPlace temporary)
    : team_(team), bytes_max_(bytes_max), temporary_(std::move(temporary)) {}

SortOrder::~SortOrder() = default;

Status SortOrder::Add(ReadBlocks blocks) {
  for (auto& block : blocks) {
    bytes_ += block->rows().bytes_used();
    blocks_.push_back(std::move(block));
  }
  return bytes_ > bytes_max_ ? WriteRun() : absl::OkStatus();
}

Status SortOrder::WriteRun() {
  auto run = std::make_unique<Run>(temporary_);
  const SortedRows sorted(blocks_, team_);
  for (const TimedRow& one : sorted.rows()) {
    if (const Status status = run->Add(*one.row); !status.ok()) return status;
  }
  runs_.push_back(std::move(run));
  blocks_.clear();
  bytes_ = 0;
  return absl::OkStatus();
}

Status SortOrder::Finish(const Emit& emit) {
  if (runs_.empty()) {
    EmitInBatches(SortedRows(blocks_, team_).rows(), emit);
    return absl::OkStatus();
  }
  if (const Status written = WriteRun(); !written.ok()) return written;
  return Merge(emit);
}

Status SortOrder::Merge(const Emit& emit) {
  const auto later = [](const Run* a, const Run* b) { return b->current() < a->current(); };
  std::priority_queue<Run*, std::vector<Run*>, decltype(later)> next(later);
  const auto advance = [&](Run* run) {
    const StatusOr<bool> more = run->Next();
    if (more.ok() && *more) next.push(run);
    return more.status();
  };
  for (const auto& run : runs_) {
    if (Status status = advance(run.get()); !status.ok()) return status;
  }
  RowBlock batch;
  std::vector<const Row*> rows;
  const auto give_out = [&] {
    rows.clear();
    for (const Row& row : batch.rows()) rows.push_back(&row);
    if (!rows.empty()) emit(rows);
    batch.Clear();
  };
  while (!next.empty()) {
    Run* run = next.top();
    next.pop();
    const auto& waiting = batch.rows();
    if (waiting.size() >= kBatchRows && waiting.back().time_ms != run->current().time_ms) {
      give_out();
    }
    batch.AddCopy(run->current());
    if (Status status = advance(run); !status.ok()) return status;
  }
  give_out();
  return absl::OkStatus();
}

}  // namespace sekisho
