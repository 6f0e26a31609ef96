#include "service/sort_order.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <queue>
#include <system_error>

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

// A file of sorted rows, each a Row followed by its payload.
class SortOrder::Run {
 public:
  static StatusOr<std::unique_ptr<Run>> Create(const std::string& folder) {
    std::string path = folder;
    if (path.empty()) {
      std::error_code error;
      path = std::filesystem::temp_directory_path(error).string();
      if (error) path = "/tmp";
    }
    path += "/sekisho-sort-XXXXXX";
    const int descriptor = mkstemp(path.data());
    std::FILE* file = descriptor < 0 ? nullptr : fdopen(descriptor, "w+b");
    if (file == nullptr) {
      return absl::UnavailableError("cannot make a temporary file for sorting, " + path + ": " +
                                    std::strerror(errno) +
                                    "; name a folder with room in TMPDIR, or raise --sort-mb");
    }
    std::remove(path.c_str());
    return std::unique_ptr<Run>(new Run(file));
  }
  ~Run() { std::fclose(file_); }

  bool Write(const Row& row) {
    return std::fwrite(&row, sizeof row, 1, file_) == 1 &&
           std::fwrite(row.payload, row.payload_bytes, 1, file_) == 1;
  }
  bool Rewind() { return std::fflush(file_) == 0 && std::fseek(file_, 0, SEEK_SET) == 0; }

  // Reads the next row into `current`; false at the end of the run or when it cannot be read.
  bool Next() {
    if (std::fread(&row_, sizeof row_, 1, file_) != 1) return false;
    payload_.resize((row_.payload_bytes + 7) / 8);
    row_.payload = reinterpret_cast<const std::byte*>(payload_.data());
    return std::fread(payload_.data(), row_.payload_bytes, 1, file_) == 1;
  }
  const Row& current() const { return row_; }
  bool failed() const { return std::ferror(file_) != 0; }

 private:
  explicit Run(std::FILE* file) : file_(file) {}
  std::FILE* file_;
  Row row_;
  std::vector<uint64_t> payload_;
};

SortOrder::SortOrder(ThreadTeam* team, size_t bytes_max, std::string folder)
    : team_(team), bytes_max_(bytes_max), folder_(std::move(folder)) {}

SortOrder::~SortOrder() = default;

Status SortOrder::Add(ReadBlocks blocks) {
  for (auto& block : blocks) {
    bytes_ += block->rows().bytes_used();
    blocks_.push_back(std::move(block));
  }
  return bytes_ > bytes_max_ ? WriteRun() : absl::OkStatus();
}

Status SortOrder::WriteRun() {
  StatusOr<std::unique_ptr<Run>> run = Run::Create(folder_);
  if (!run.ok()) return run.status();
  const SortedRows sorted(blocks_, team_);
  for (const TimedRow& one : sorted.rows()) {
    if (!(*run)->Write(*one.row)) {
      return absl::ResourceExhaustedError(
          std::string("cannot write a temporary file for sorting: ") + std::strerror(errno) +
          "; name a folder with room in TMPDIR, or raise --sort-mb");
    }
  }
  runs_.push_back(std::move(*run));
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
  for (const auto& run : runs_) {
    if (run->Rewind() && run->Next()) next.push(run.get());
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
    if (run->Next()) next.push(run);
    if (run->failed()) {
      return absl::DataLossError(std::string("cannot read back a temporary file for sorting: ") +
                                 std::strerror(errno));
    }
  }
  give_out();
  return absl::OkStatus();
}

}  // namespace sekisho
