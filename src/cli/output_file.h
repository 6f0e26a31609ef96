// A file that appears under its name only when it is complete.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "core/status.h"

namespace sekisho {

// Writes to a temporary file beside the target, renamed by Commit(); without Commit() nothing is
// left, also after SIGINT and SIGTERM. A file that is replaced keeps who may read it. A target that
// is no plain file (a pipe, /dev/null) and "-" (standard output) are written directly. Not
// thread-safe.
class OutputFile {
 public:
  // Fails when the folder does not exist or cannot be written.
  static StatusOr<OutputFile> Open(const std::string& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void Write(std::string_view text);
  // Flushes and renames. Reports the first error of all writes.
  Status Commit();

 private:
  OutputFile(std::string path, std::string temporary, FILE* file)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}
  Status Error(std::string_view what) const;

  std::string path_;
  std::string temporary_;  // empty: written directly
  FILE* file_ = nullptr;
  int error_ = 0;  // errno of the first write that failed
};

// All of `text` into one file; "-" is standard output.
Status WriteFile(const std::string& path, std::string_view text);

// Makes SIGINT and SIGTERM remove temporary files before they end the process. Call once, in main.
void RemoveTemporaryFilesOnSignals();

}  // namespace sekisho
