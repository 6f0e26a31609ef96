// The system's calls behind temporary files.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace sekisho {

// A seam: a test takes its place with a disk that fills up or cannot be read back. As the system's
// calls do, all return less than 0 and set errno when they fail. Thread-safe.
class Disk {
 public:
  Disk() = default;
  virtual ~Disk() = default;
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  // A new file in `folder` that has no name, so that nothing is left of it when it is closed or the
  // process is killed; only this process can read it (mode 0600). Where the file system knows no
  // such files, one is made with a name and loses it before anything is written.
  virtual int OpenUnnamed(const std::string& folder) const;
  virtual ssize_t Write(int file, const char* bytes, size_t count, uint64_t offset) const;
  virtual ssize_t Read(int file, char* out, size_t count, uint64_t offset) const;
  // Bytes that the file could still grow by.
  virtual int64_t BytesFree(int file) const;
};

// The machine's own.
const Disk& SystemDisk();

}  // namespace sekisho
