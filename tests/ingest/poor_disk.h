// A disk with all that can be wrong with one.
#pragma once

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <string>

#include "ingest/disk.h"

namespace sekisho {

class PoorDisk : public Disk {
 public:
  int OpenUnnamed(const std::string& folder) const override {
    const int file = Disk::OpenUnnamed(folder);
    if (file >= 0) {
      opened = file;
      ++files;
    }
    return file;
  }
  ssize_t Write(int file, const char* bytes, size_t count, uint64_t offset) const override {
    if (is_slow && calls_++ % 2 == 0) return Fail(EINTR);
    if (is_slow) count = std::min<size_t>(count, 1000);
    if (bytes_written + count > bytes_max) count = bytes_max - bytes_written;
    if (count == 0) return Fail(ENOSPC);
    const ssize_t written = Disk::Write(file, bytes, count, offset);
    if (written > 0) bytes_written += static_cast<uint64_t>(written);
    return written;
  }
  ssize_t Read(int file, char* out, size_t count, uint64_t offset) const override {
    if (!is_readable) return Fail(EIO);
    return Disk::Read(file, out, is_slow ? std::min<size_t>(count, 777) : count, offset);
  }
  int64_t BytesFree(int) const override { return bytes_free; }

  uint64_t bytes_max = ~uint64_t{0};  // of all files; then it is full
  int64_t bytes_free = int64_t{1} << 50;
  bool is_readable = true;
  bool is_slow = false;  // takes and gives little at a time, and is interrupted

  mutable std::atomic<int> opened = -1;  // the last file
  mutable std::atomic<int> files = 0;
  mutable std::atomic<uint64_t> bytes_written = 0;

 private:
  static ssize_t Fail(int error) {
    errno = error;
    return -1;
  }
  mutable std::atomic<int> calls_ = 0;
};

}  // namespace sekisho
