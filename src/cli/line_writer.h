// Lines of a result, made by several threads and written in order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/output_file.h"
#include "core/thread_team.h"

namespace sekisho {

// Use from one thread.
class LineWriter {
 public:
  // Both must outlive it.
  LineWriter(ThreadTeam* team, OutputFile* out) : team_(team), out_(out) {}

  // Writes `count` items; `append` appends the lines of one and is called from all threads.
  void Write(size_t count, const std::function<void(size_t item, std::string* lines)>& append);

 private:
  ThreadTeam* const team_;
  OutputFile* const out_;
  std::vector<std::string> pieces_;  // memory is kept
};

}  // namespace sekisho
