// A file for what does not fit into memory. That is personal data of the platform, so nothing of it
// may be found when the run is over, whichever way it ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/limits.h"
#include "core/status.h"
#include "ingest/disk.h"
#include "ingest/throwaway_cipher.h"

namespace sekisho {

// Where temporary files are made.
struct TemporaryPlace {
  std::string folder;                            // empty: $TMPDIR, or /tmp
  uint64_t bytes_left = limits::kDiskBytesLeft;  // of its disk, that other programs need
  const Disk* disk = &SystemDisk();              // outlives the files
};

// Text that is appended, and read in any order. The file is made when there is too much for a small
// buffer; it has no name and is gone with this object or the process, even a killed one. What stays
// in the blocks of the disk that it had is noise: it is encrypted by a key that is only in memory.
// One thread at a time; several may read.
class TemporaryFile {
 public:
  // `otherwise`: what else helps where the disk does not, to stand in errors: "raise --sort-mb".
  TemporaryFile(TemporaryPlace place, std::string_view otherwise);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // Fails when the file cannot be made or written, or its disk is nearly full; then nothing more
  // can be appended.
  Status Append(std::string_view bytes);
  // Puts [offset, offset + count) at `out`. Fails when so much was not appended, or when the disk
  // does not give it back.
  Status Read(uint64_t offset, size_t count, char* out) const;

  uint64_t size() const { return written_ + buffer_.size(); }

 private:
  Status Make();
  Status Write(std::string_view bytes);
  Status WritePiece(std::string_view encrypted);
  Status CheckRoom();
  Status NoRoom(absl::StatusCode code, std::string_view what) const;

  TemporaryPlace place_;
  const std::string otherwise_;
  int file_ = -1;
  std::optional<ThrowawayCipher> cipher_;  // of the file
  uint64_t written_ = 0;                   // bytes in it
  std::string buffer_;                     // behind these
  uint64_t room_until_ = 0;                // bytes of the file for which there was room
  Status failed_;
};

}  // namespace sekisho
