#include "ingest/file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sekisho {

Status SystemError(std::string_view name, std::string_view what) {
  std::string message(name);
  message += ": ";
  message += what;
  if (errno != 0) message += std::string(": ") + std::strerror(errno);
  return absl::UnavailableError(message);
}

Status ReadFully(int file, uint64_t offset, size_t bytes, char* out, std::string_view name) {
  while (bytes > 0) {
    const ssize_t got = pread(file, out, bytes, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemError(name, "cannot be read");
    if (got == 0) {
      return absl::DataLossError(std::string(name) + ": the file became shorter while it was read");
    }
    bytes -= static_cast<size_t>(got);
    out += got;
    offset += static_cast<uint64_t>(got);
  }
  return absl::OkStatus();
}

}  // namespace sekisho
