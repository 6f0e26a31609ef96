// Were files left alone while they were read?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sekisho {

// Remembers which file stands under a path, its size and when it last changed, by the disk's own
// times: no clock is asked. Not thread-safe.
class FileStamps {
 public:
  // Before the file is read. A file that is not there has a stamp too.
  void Take(const std::string& path);

  // The first path under which something else stands now, or ""; in the order of Take.
  std::string Changed() const;

 private:
  struct Stamp {
    bool there = false;
    uint64_t device = 0;
    uint64_t file = 0;  // the inode
    int64_t bytes = 0;
    int64_t written_s = 0;
    int64_t written_ns = 0;
    bool operator==(const Stamp&) const = default;
  };
  static Stamp Of(const std::string& path);

  struct Taken {
    std::string path;
    Stamp stamp;
  };
  std::vector<Taken> taken_;
};

}  // namespace sekisho
