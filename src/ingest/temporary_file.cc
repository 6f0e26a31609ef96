#include "ingest/temporary_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sekisho {
namespace {

constexpr size_t kBufferBytes = 64 << 10;
constexpr uint64_t kRoomBytes = 64 << 20;  // between two looks at the disk

absl::StatusCode CodeOf(int error) {
  return error == ENOSPC || error == EDQUOT || error == EFBIG ? absl::StatusCode::kResourceExhausted
                                                              : absl::StatusCode::kUnavailable;
}

}  // namespace

TemporaryFile::TemporaryFile(TemporaryPlace place, std::string_view otherwise)
    : place_(std::move(place)), otherwise_(otherwise) {}

TemporaryFile::~TemporaryFile() {
  if (file_ >= 0) close(file_);
}

Status TemporaryFile::NoRoom(absl::StatusCode code, std::string_view what) const {
  std::string message = "a temporary file in " + place_.folder + " ";
  message.append(what).append("; make room there, or name another folder in TMPDIR");
  if (!otherwise_.empty()) message += ", or " + otherwise_;
  return Status(code, message);
}

Status TemporaryFile::Make() {
  if (place_.folder.empty()) {
    std::error_code error;
    place_.folder = std::filesystem::temp_directory_path(error).string();
    if (error) {
      return absl::UnavailableError(
          "there is no folder for temporary files: what TMPDIR names is none; make it, or name "
          "another one");
    }
  }
  file_ = place_.disk->OpenUnnamed(place_.folder);
  if (file_ >= 0) {
    cipher_.emplace();
    return absl::OkStatus();
  }
  return NoRoom(CodeOf(errno), std::string("cannot be made: ") + std::strerror(errno));
}

// Other programs need the disk too.
Status TemporaryFile::CheckRoom() {
  if (written_ < room_until_) return absl::OkStatus();
  const int64_t free = place_.disk->BytesFree(file_);
  // Where it is not known, writing tells.
  if (free >= 0 && static_cast<uint64_t>(free) <= place_.bytes_left) {
    return NoRoom(absl::StatusCode::kResourceExhausted,
                  "is not made larger, as the disk is nearly full");
  }
  room_until_ = written_ + kRoomBytes;
  return absl::OkStatus();
}

Status TemporaryFile::WritePiece(std::string_view encrypted) {
  while (!encrypted.empty()) {
    const ssize_t count = place_.disk->Write(file_, encrypted.data(), encrypted.size(), written_);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      const int error = count < 0 ? errno : ENOSPC;
      return NoRoom(CodeOf(error), std::string("cannot be written: ") + std::strerror(error));
    }
    written_ += static_cast<uint64_t>(count);
    encrypted.remove_prefix(static_cast<size_t>(count));
  }
  return absl::OkStatus();
}

Status TemporaryFile::Write(std::string_view bytes) {
  if (file_ < 0) {
    if (Status status = Make(); !status.ok()) return status;
  }
  std::string piece;
  while (!bytes.empty()) {
    if (Status status = CheckRoom(); !status.ok()) return status;
    piece = bytes.substr(0, kBufferBytes);
    bytes.remove_prefix(piece.size());
    cipher_->Apply(written_, piece.data(), piece.size());
    if (Status status = WritePiece(piece); !status.ok()) return status;
  }
  return absl::OkStatus();
}

Status TemporaryFile::Append(std::string_view bytes) {
  if (!failed_.ok()) return failed_;
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    const uint64_t before = written_;
    failed_ = Write(buffer_);
    buffer_.erase(0, written_ - before);
    if (!failed_.ok()) return failed_;
  }
  if (bytes.size() >= kBufferBytes) return failed_ = Write(bytes);
  buffer_ += bytes;
  return absl::OkStatus();
}

Status TemporaryFile::Read(uint64_t offset, size_t count, char* out) const {
  if (offset > size() || count > size() - offset) {
    return absl::OutOfRangeError("a temporary file does not hold as much as was asked for");
  }
  while (count > 0 && offset < written_) {
    const ssize_t got =
        place_.disk->Read(file_, out, std::min<uint64_t>(count, written_ - offset), offset);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return absl::DataLossError("a temporary file in " + place_.folder + " cannot be read back: " +
                                 (got < 0 ? std::strerror(errno) : "it became shorter") +
                                 "; check the disk, or name another folder in TMPDIR");
    }
    cipher_->Apply(offset, out, static_cast<size_t>(got));
    offset += static_cast<uint64_t>(got);
    out += got;
    count -= static_cast<size_t>(got);
  }
  if (count > 0) std::memcpy(out, buffer_.data() + (offset - written_), count);
  return absl::OkStatus();
}

}  // namespace sekisho
