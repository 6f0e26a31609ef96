#include "ingest/input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/limits.h"
#include "ingest/csv_header.h"
#include "ingest/csv_record.h"
#include "ingest/file.h"
#include "ingest/json_text.h"
#include "ingest/text_format.h"

namespace sekisho {
namespace {

// At least so much is looked at to tell the format of a source.
constexpr size_t kHeadBytes = 4096;

// The line ends in [begin, end) of the text of a source.
StatusOr<int64_t> CountLines(const Source& source, uint64_t begin, uint64_t end) {
  constexpr uint64_t kPieceBytes = 1 << 20;
  std::string piece;
  int64_t lines = 0;
  for (uint64_t at = begin; at < end; at += kPieceBytes) {
    piece.resize(std::min(kPieceBytes, end - at));
    const Status status = source.ReadAt(at, piece.size(), piece.data());
    if (!status.ok()) return status;
    lines += std::count(piece.begin(), piece.end(), '\n');
  }
  return lines;
}

}  // namespace

Input::Input(Private, std::vector<std::string> paths, const InputOptions& options)
    : paths_(std::move(paths)), options_(options), opened_(paths_.size()) {
  budget_.memory_bytes_left = options.spool_memory_bytes;
  budget_.temporary = options.temporary;
  budget_.unpacked_bytes_free = options.unpacked_bytes_free;
  sources_.resize(paths_.size());
  lines_.resize(paths_.size());
  for (const std::string& path : paths_) names_.push_back(path == "-" ? "standard input" : path);
}

StatusOr<std::unique_ptr<Input>> Input::Open(std::vector<std::string> paths,
                                             const InputOptions& options) {
  if (std::count(paths.begin(), paths.end(), "-") > 1) {
    return InvalidInput("standard input (-) can be read only once");
  }
  auto input = std::make_unique<Input>(Private(), std::move(paths), options);
  bool total_known = true;
  for (const std::string& path : input->paths_) {
    struct stat info;
    errno = 0;
    if ((path == "-" ? fstat(STDIN_FILENO, &info) : stat(path.c_str(), &info)) != 0 ||
        (path != "-" && access(path.c_str(), R_OK) != 0)) {
      return SystemError(path, "cannot be opened");
    }
    if (S_ISDIR(info.st_mode)) {
      return InvalidInput(path + ": is a folder; name the files in it");
    }
    total_known = total_known && S_ISREG(info.st_mode);
    input->bytes_total_ += static_cast<uint64_t>(info.st_size);
  }
  if (!total_known) input->bytes_total_ = 0;
  return input;
}

bool Input::NextBlock(Block* block) {
  const std::lock_guard lock(mutex_);
  if (!TakeBlock(block)) return false;
  AddLines(block->offset);
  return true;
}

void Input::AddLines(uint64_t offset) {
  const std::lock_guard lock(lines_mutex_);
  lines_[current_].push_back({offset, kNotCounted});
}

void Input::Report(std::string message) {
  errors_.push_back({static_cast<uint32_t>(current_), std::move(message)});
}

bool Input::OpenNext() {
  while (next_ < paths_.size()) {
    current_ = next_++;
    if (sources_[current_] != nullptr) {
      sources_[current_]->Rewind();
      BeginSource();
      return true;
    }
    StatusOr<std::unique_ptr<Source>> source =
        Source::Open(paths_[current_], &budget_, options_.encoding, options_.layout);
    if (!source.ok()) {
      Report(std::string(ToStd(source.status().message())));
      continue;
    }
    sources_[current_] = *std::move(source);
    opened_[current_] = sources_[current_].get();
    BeginSource();
    return true;
  }
  return false;
}

void Input::BeginSource() {
  reading_ = true;
  at_end_ = begun_ = false;
  header_ = nullptr;
  carry_.clear();
  carry_offset_ = 0;
}

void Input::Rewind() {
  const std::lock_guard lock(mutex_);
  const std::lock_guard lines_lock(lines_mutex_);
  next_ = 0;
  reading_ = false;
  sequence_ = 0;
  errors_.clear();
  for (auto& lines : lines_) lines.clear();
}

// Reads until the block's buffer holds `bytes` bytes of text or the source ends.
void Input::Fill(Block* block, size_t bytes) {
  if (block->buffer.size() < bytes + Block::kPaddingBytes) {
    block->buffer.resize(bytes + Block::kPaddingBytes);
  }
  while (filled_ < bytes && !at_end_) {
    StatusOr<size_t> got =
        sources_[current_]->Read(block->buffer.data() + filled_, bytes - filled_);
    if (!got.ok()) Report(std::string(ToStd(got.status().message())));
    at_end_ = !got.ok() || *got == 0;
    if (got.ok()) filled_ += *got;
  }
}

bool Input::TakeBlock(Block* block) {
  while (true) {
    if (!reading_ && !OpenNext()) return false;
    filled_ = carry_.size();
    Fill(block, filled_);  // room only
    std::copy(carry_.begin(), carry_.end(), block->buffer.begin());
    begin_ = 0;
    Fill(block, std::max(options_.block_bytes, begun_ ? 1 : kHeadBytes));
    if (!begun_ && !BeginText(block)) {
      reading_ = false;
      continue;
    }
    const size_t size = FindRecords(block);
    if (size == 0 && filled_ == begin_) {
      reading_ = false;
      continue;
    }
    if (size == 0) {
      TakeTooLong(block);
    } else {
      HandOut(block, size);
    }
    return true;
  }
}

bool Input::BeginText(Block* block) {
  begun_ = true;
  const TextStart start = RecognizeText(Text(*block), paths_[current_]);
  if (!start.error.empty()) {
    Report(names_[current_] + ": " + start.error);
    return false;
  }
  format_ = start.format;
  begin_ += start.mark_bytes;
  carry_offset_ += start.mark_bytes;
  return format_ == Format::kNdjson || TakeHeader(block);
}

bool Input::TakeHeader(Block* block) {
  CsvExtent extent = FindCsvRecord(Text(*block));
  while (extent.end != CsvEnd::kComplete && !at_end_ && filled_ < limits::kLineBytesMax) {
    Fill(block, filled_ * 2);
    extent = FindCsvRecord(Text(*block));
  }
  const std::string_view record = Text(*block).substr(0, extent.size);
  if (options_.encoding != Encoding::kUtf8 && FindBadUtf8(record) < record.size()) {
    const std::string encoding(EncodingName(options_.encoding));
    Report(names_[current_] + ":1: the header row is no text in " + encoding +
           ", which the mapping states; correct `encoding` there");
    return false;
  }
  StatusOr<CsvHeader> header = extent.size > limits::kLineBytesMax
                                   ? InvalidInput("the header row is too long")
                                   : ReadCsvHeader(record, options_.columns_read);
  if (!header.ok()) {
    Report(names_[current_] + ":1: " + std::string(ToStd(header.status().message())));
    return false;
  }
  header_ = std::make_shared<const CsvHeader>(*std::move(header));
  AddLines(0);
  begin_ += record.size();
  carry_offset_ += record.size();
  return true;
}

// Bytes of the whole records in the buffer, more being read until there is one; 0 when the text
// has ended, or when its first record is too long.
size_t Input::FindRecords(Block* block) {
  while (true) {
    const RecordRun run = FindRecordRun(Text(*block), format_, at_end_);
    if (run.size > 0 || run.too_long || at_end_) return run.size;
    Fill(block, begin_ + std::max(options_.block_bytes, (filled_ - begin_) * 2));
  }
}

void Input::HandOut(Block* block, size_t size) {
  block->text = Text(*block).substr(0, size);
  block->sequence = sequence_++;
  block->source = static_cast<uint32_t>(current_);
  block->offset = carry_offset_;
  block->format = format_;
  block->header = header_;
  block->too_long_bytes = 0;
  carry_.assign(block->buffer.begin() + static_cast<std::ptrdiff_t>(begin_ + size),
                block->buffer.begin() + static_cast<std::ptrdiff_t>(filled_));
  carry_offset_ += size;
  if (at_end_ && carry_.empty()) reading_ = false;
}

// Hands out the beginning of a record that is too long and reads on to its end, keeping nothing.
void Input::TakeTooLong(Block* block) {
  const uint64_t offset = carry_offset_;
  const std::string shown(Text(*block).substr(0, limits::kFieldBytesMax));
  uint64_t skipped = 0;  // of the record, no longer in the buffer
  size_t newline = Text(*block).find('\n', limits::kLineBytesMax);
  while (newline == std::string_view::npos && !at_end_) {
    skipped += filled_ - begin_;
    filled_ = begin_;
    Fill(block, begin_ + options_.block_bytes);
    newline = Text(*block).find('\n');
  }
  const size_t size = std::min(newline, filled_ - begin_);
  HandOut(block, size);
  std::copy(shown.begin(), shown.end(), block->buffer.begin());
  block->text = {block->buffer.data(), shown.size()};
  block->offset = offset;
  block->too_long_bytes = skipped + size;
  carry_offset_ = offset + skipped + size;
}

StatusOr<const Source*> Input::FindSource(uint32_t index) const {
  const Source* source = index < opened_.size() ? opened_[index].load() : nullptr;
  if (source == nullptr) return absl::OutOfRangeError("no such source was read");
  return source;
}

Status Input::ReadRecord(const RecordRef& record, char* out) const {
  const StatusOr<const Source*> source = FindSource(record.source);
  if (!source.ok()) return source.status();
  return (*source)->ReadAt(record.offset, record.length, out);
}

StatusOr<uint64_t> Input::Line(const RecordRef& record) const {
  const StatusOr<const Source*> source = FindSource(record.source);
  if (!source.ok()) return source.status();
  const std::lock_guard lock(lines_mutex_);
  int64_t line = 1;
  uint64_t start = 0;
  std::vector<BlockLines>& blocks = lines_[record.source];
  for (size_t i = 0; i < blocks.size() && blocks[i].offset <= record.offset; ++i) {
    start = blocks[i].offset;
    if (i + 1 == blocks.size() || blocks[i + 1].offset > record.offset) break;
    if (blocks[i].lines == kNotCounted) {
      const StatusOr<int64_t> lines = CountLines(**source, start, blocks[i + 1].offset);
      if (!lines.ok()) return lines.status();
      blocks[i].lines = *lines;
    }
    line += blocks[i].lines;
  }
  const StatusOr<int64_t> before = CountLines(**source, start, record.offset);
  if (!before.ok()) return before.status();
  return static_cast<uint64_t>(line + *before);
}

std::vector<SourceError> Input::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

uint64_t Input::bytes_read() const {
  const std::lock_guard lock(mutex_);
  uint64_t bytes = 0;
  for (const std::unique_ptr<Source>& source : sources_) {
    if (source != nullptr) bytes += source->bytes_read();
  }
  return bytes;
}

}  // namespace sekisho
