#include "ingest/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/limits.h"
#include "ingest/file.h"

namespace sekisho {
namespace {

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";

// Whether a text that begins so can be read as it is although `layout` names a list: its records
// stand in lines, or it is no JSON, and there is no member to look for.
bool IsPlain(const RecordLayout& layout, std::string_view head) {
  if (layout.plain()) return true;
  const size_t first = head.find_first_not_of("\xef\xbb\xbf \t\r\n");
  return layout.list == "." && layout.split.empty() && first != std::string_view::npos &&
         head[first] != '[';
}

}  // namespace

Source::Source(Private, std::string name, int file, SpoolBudget* budget)
    : name_(std::move(name)),
      budget_(budget),
      file_(file),
      spool_(std::make_unique<Spool>(budget)) {}

Source::~Source() {
  if (file_ != STDIN_FILENO) close(file_);
}

StatusOr<std::unique_ptr<Source>> Source::Open(const std::string& path, SpoolBudget* budget,
                                               Encoding encoding, const RecordLayout& layout) {
  const bool is_stdin = path == "-";
  const std::string name = is_stdin ? "standard input" : path;
  errno = 0;
  const int file = is_stdin ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return SystemError(name, "cannot be opened");
  auto source = std::make_unique<Source>(Private(), name, file, budget);
  const Status status = source->Prepare(encoding, layout);
  if (!status.ok()) return status;
  return source;
}

Status Source::Prepare(Encoding encoding, const RecordLayout& layout) {
  struct stat info;
  if (fstat(file_, &info) != 0) return SystemError(name_, "cannot be read");
  if (S_ISDIR(info.st_mode)) {
    return InvalidInput(name_ + ": is a folder; name the files in it");
  }
  if (S_ISREG(info.st_mode)) {
    const off_t start = lseek(file_, 0, SEEK_CUR);
    seekable_ = start >= 0;
    file_start_ = seekable_ ? static_cast<uint64_t>(start) : 0;
    file_size_ = std::max(static_cast<uint64_t>(info.st_size), file_start_) - file_start_;
  }
  head_.resize(kZstdMagic.size());
  size_t filled = 0;
  while (filled < head_.size()) {
    StatusOr<size_t> got = ReadFile(head_.data() + filled, head_.size() - filled);
    if (!got.ok()) return got.status();
    if (*got == 0) break;
    filled += *got;
  }
  head_.resize(filled);
  const ByteReader reader = [this](char* out, size_t bytes) {
    return ReadFileBehindHead(out, bytes);
  };
  if (head_.compare(0, kGzipMagic.size(), kGzipMagic) == 0) {
    decompressor_ = NewGzipDecompressor(reader);
  } else if (head_ == kZstdMagic) {
    decompressor_ = NewZstdDecompressor(reader);
  } else if (seekable_ && encoding == Encoding::kUtf8 && IsPlain(layout, head_)) {
    spool_.reset();
    return absl::OkStatus();
  }
  if (encoding != Encoding::kUtf8) {
    decoder_ = std::make_unique<EncodingReader>(
        encoding, [this](char* out, size_t bytes) { return ReadUnpacked(out, bytes); });
  }
  if (!layout.plain()) {
    lister_ = std::make_unique<RecordListReader>(
        layout, [this](char* out, size_t bytes) { return ReadDecoded(out, bytes); });
  }
  return absl::OkStatus();
}

StatusOr<size_t> Source::ReadFile(char* out, size_t bytes) {
  while (true) {
    errno = 0;
    const ssize_t got =
        seekable_ ? pread(file_, out, bytes, static_cast<off_t>(file_start_ + file_bytes_read_))
                  : read(file_, out, bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(name_, "cannot be read");
    if (got == 0 && seekable_ && file_bytes_read_ < file_size_) {
      return absl::DataLossError(name_ + ": the file became shorter while it was read");
    }
    file_bytes_read_ += static_cast<uint64_t>(got);
    return static_cast<size_t>(got);
  }
}

StatusOr<size_t> Source::ReadFileBehindHead(char* out, size_t bytes) {
  if (head_used_ == head_.size()) return ReadFile(out, bytes);
  const size_t take = std::min(bytes, head_.size() - head_used_);
  std::memcpy(out, head_.data() + head_used_, take);
  head_used_ += take;
  return take;
}

StatusOr<size_t> Source::ReadUnpacked(char* out, size_t bytes) {
  if (decompressor_ == nullptr) return ReadFileBehindHead(out, bytes);
  if (Status status = CheckUnpacked(); !status.ok()) return status;
  StatusOr<size_t> got = decompressor_->Read(out, bytes);
  if (got.ok()) unpacked_bytes_ += *got;
  return got;
}

// A few kilobytes can unpack to terabytes.
Status Source::CheckUnpacked() const {
  if (unpacked_bytes_ <= budget_->unpacked_bytes_free ||
      unpacked_bytes_ <= limits::kUnpackedTimesMax * file_bytes_read_) {
    return absl::OkStatus();
  }
  return absl::ResourceExhaustedError(ToAbsl(
      "the packed data grows to more than " + std::to_string(limits::kUnpackedTimesMax) +
      " times its size, as data does that is packed to fill a disk; what stands before was used. "
      "If it is what you expect, unpack it yourself and read that file"));
}

StatusOr<size_t> Source::ReadDecoded(char* out, size_t bytes) {
  return decoder_ != nullptr ? decoder_->Read(out, bytes) : ReadUnpacked(out, bytes);
}

StatusOr<size_t> Source::ReadNew(char* out, size_t bytes) {
  StatusOr<size_t> got = lister_ != nullptr ? lister_->Read(out, bytes) : ReadDecoded(out, bytes);
  if (!got.ok()) {
    const std::string message(ToStd(got.status().message()));
    if (message.compare(0, name_.size(), name_) == 0) return got;
    return Status(got.status().code(), name_ + ": " + message);
  }
  return got;
}

StatusOr<size_t> Source::Read(char* out, size_t bytes) {
  if (spool_ == nullptr) return ReadNew(out, bytes);
  if (replayed_ < spooled_) {
    const size_t take = std::min<uint64_t>(bytes, spooled_ - replayed_);
    if (const Status status = spool_->Read(replayed_, take, out); !status.ok()) return status;
    replayed_ += take;
    return take;
  }
  if (!end_.ok() || *end_ == 0) return end_;
  StatusOr<size_t> got = ReadNew(out, bytes);
  if (!got.ok() || *got == 0) return end_ = got;
  const Status status = spool_->Append({out, *got});
  if (!status.ok()) {
    return end_ = Status(status.code(), name_ + ": " + std::string(ToStd(status.message())));
  }
  spooled_ += *got;
  replayed_ = spooled_;
  return got;
}

void Source::Rewind() {
  replayed_ = 0;
  if (spool_ != nullptr) return;
  head_used_ = 0;
  file_bytes_read_ = head_.size();
}

Status Source::ReadAt(uint64_t offset, size_t length, char* out) const {
  if (spool_ != nullptr) return spool_->Read(offset, length, out);
  return ReadFully(file_, file_start_ + offset, length, out, name_);
}

}  // namespace sekisho
