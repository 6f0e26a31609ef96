#include "lists/file_stamps.h"

#include <sys/stat.h>

namespace sekisho {

FileStamps::Stamp FileStamps::Of(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return {};
  Stamp stamp;
  stamp.there = true;
  stamp.device = found.st_dev;
  stamp.file = found.st_ino;
  stamp.bytes = found.st_size;
  stamp.written_s = found.st_mtim.tv_sec;
  stamp.written_ns = found.st_mtim.tv_nsec;
  return stamp;
}

void FileStamps::Take(const std::string& path) { taken_.push_back({path, Of(path)}); }

std::string FileStamps::Changed() const {
  for (const Taken& one : taken_) {
    if (Of(one.path) != one.stamp) return one.path;
  }
  return "";
}

}  // namespace sekisho
