#include "ingest/disk.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace sekisho {

int Disk::OpenUnnamed(const std::string& folder) const {
  // O_EXCL: nobody can give it a name later.
  const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
  // EISDIR: what a kernel says that does not know O_TMPFILE.
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return file;
  std::string name = folder + "/sekisho-XXXXXX";
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) unlink(name.c_str());
  return named;
}

ssize_t Disk::Write(int file, const char* bytes, size_t count, uint64_t offset) const {
  return pwrite(file, bytes, count, static_cast<off_t>(offset));
}

ssize_t Disk::Read(int file, char* out, size_t count, uint64_t offset) const {
  return pread(file, out, count, static_cast<off_t>(offset));
}

int64_t Disk::BytesFree(int file) const {
  struct statvfs disk;
  if (fstatvfs(file, &disk) != 0) return -1;
  return static_cast<int64_t>(static_cast<uint64_t>(disk.f_bavail) * disk.f_frsize);
}

const Disk& SystemDisk() {
  static const Disk disk;
  return disk;
}

}  // namespace sekisho
