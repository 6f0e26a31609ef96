#include "ingest/spool.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "ingest/file.h"

namespace sekisho {
namespace {

constexpr uint64_t kCheckBytes = 64 << 20;  // between two looks at the disk

StatusOr<int> OpenTemporaryFile(const std::string& folder) {
  std::string name = folder + "/sekisho-XXXXXX";
  const int file = mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) {
    return SystemError(folder, "a temporary file cannot be made in this folder");
  }
  unlink(name.c_str());
  return file;
}

}  // namespace

Spool::~Spool() {
  if (file_ >= 0) close(file_);
  budget_->memory_bytes_left += static_cast<int64_t>(pieces_.size() * kPieceBytes);
}

Status Spool::Append(std::string_view text) {
  const std::lock_guard lock(mutex_);
  while (!text.empty() && file_ < 0) {
    const size_t in_piece = memory_bytes_ % kPieceBytes;
    if (in_piece == 0 && memory_bytes_ == pieces_.size() * kPieceBytes) {
      if (budget_->memory_bytes_left.fetch_sub(kPieceBytes) < static_cast<int64_t>(kPieceBytes)) {
        budget_->memory_bytes_left += kPieceBytes;
        break;
      }
      pieces_.push_back(std::make_unique<char[]>(kPieceBytes));
    }
    const size_t take = std::min(text.size(), kPieceBytes - in_piece);
    std::memcpy(pieces_.back().get() + in_piece, text.data(), take);
    memory_bytes_ += take;
    size_ += take;
    text.remove_prefix(take);
  }
  return text.empty() ? absl::OkStatus() : AppendToFile(text);
}

Status Spool::AppendToFile(std::string_view text) {
  if (file_ < 0) {
    StatusOr<int> opened = OpenTemporaryFile(budget_->folder);
    if (!opened.ok()) return opened.status();
    file_ = *opened;
  }
  if (Status status = CheckDisk(); !status.ok()) return status;
  while (!text.empty()) {
    const ssize_t written =
        pwrite(file_, text.data(), text.size(), static_cast<off_t>(size_ - memory_bytes_));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      return SystemError("the temporary file", "cannot be written; its folder is full");
    }
    size_ += static_cast<uint64_t>(written);
    text.remove_prefix(static_cast<size_t>(written));
  }
  return absl::OkStatus();
}

// Other programs need the disk too.
Status Spool::CheckDisk() {
  const uint64_t bytes = size_ - memory_bytes_;
  if (bytes > 0 && bytes < disk_checked_at_ + kCheckBytes) return absl::OkStatus();
  disk_checked_at_ = bytes;
  struct statvfs disk;
  if (fstatvfs(file_, &disk) != 0) return absl::OkStatus();  // then writing tells
  if (static_cast<uint64_t>(disk.f_bavail) * disk.f_frsize > budget_->disk_bytes_left) {
    return absl::OkStatus();
  }
  return absl::ResourceExhaustedError(
      ToAbsl("the temporary file is not made larger, as the disk of " + budget_->folder +
             " is nearly full; what stands before was used. Unpack the input to a file and read "
             "that, or make room"));
}

Status Spool::Read(uint64_t offset, size_t length, char* out) const {
  const std::lock_guard lock(mutex_);
  if (offset > size_ || length > size_ - offset) {
    return absl::OutOfRangeError("the text asked for was not read yet");
  }
  size_t done = 0;
  while (done < length && offset + done < memory_bytes_) {
    const uint64_t at = offset + done;
    const size_t in_piece = at % kPieceBytes;
    const size_t take =
        std::min({length - done, kPieceBytes - in_piece, static_cast<size_t>(memory_bytes_ - at)});
    std::memcpy(out + done, pieces_[at / kPieceBytes].get() + in_piece, take);
    done += take;
  }
  if (done < length) {
    return ReadFully(file_, offset + done - memory_bytes_, length - done, out + done,
                     "the temporary file");
  }
  return absl::OkStatus();
}

}  // namespace sekisho
