#include "cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace sekisho {
namespace {

// The names of open temporary files, where a signal handler can read them: fixed memory, one flag
// each. A run has at most four outputs.
struct TemporaryName {
  std::atomic<bool> used = false;
  char path[PATH_MAX] = {};
};
std::array<TemporaryName, 8> g_temporary_names;

void Remember(const std::string& path) {
  for (TemporaryName& name : g_temporary_names) {
    if (name.used || path.size() >= sizeof name.path) continue;
    std::memcpy(name.path, path.c_str(), path.size() + 1);
    name.used = true;
    return;
  }
}

void Forget(const std::string& path) {
  for (TemporaryName& name : g_temporary_names) {
    if (name.used && path == name.path) name.used = false;
  }
}

// Only calls that POSIX allows in a handler.
void RemoveAndEnd(int signal) {
  for (TemporaryName& name : g_temporary_names) {
    if (name.used) unlink(name.path);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Follows links, so that the rename replaces the file and not the link to it.
std::string Target(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) == nullptr ? path : resolved;
}

bool IsPlainOrMissing(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) != 0 || S_ISREG(info.st_mode);
}

Status FileError(const std::string& path, std::string_view what, int error) {
  std::string text = path + ": " + std::string(what) + ": " + std::strerror(error);
  if (error == ENOENT) text += " (does the folder exist?)";
  return absl::UnavailableError(ToAbsl(text));
}

// Of the file that is replaced; of a new one what the user's mask leaves.
mode_t ModeOf(const std::string& path) {
  constexpr mode_t kPermissions = S_IRWXU | S_IRWXG | S_IRWXO;
  struct stat info {};
  if (stat(path.c_str(), &info) == 0) return info.st_mode & kPermissions;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

StatusOr<OutputFile> OutputFile::Open(const std::string& path) {
  if (path == "-") return OutputFile("standard output", "", stdout);
  struct stat info {};
  if (stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) {
    return InvalidInput(path + " is a folder; name a file in it");
  }
  if (!IsPlainOrMissing(path)) {
    FILE* const file = std::fopen(path.c_str(), "we");
    if (file == nullptr) return FileError(path, "cannot be written", errno);
    return OutputFile(path, "", file);
  }
  const std::string target = Target(path);
  std::string temporary = target + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return FileError(path, "cannot be written", errno);
  Remember(temporary);
  fchmod(descriptor, ModeOf(target));
  return OutputFile(target, temporary, fdopen(descriptor, "w"));
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      file_(std::exchange(other.file_, nullptr)),
      error_(other.error_) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
    Forget(temporary_);
  }
}

void OutputFile::Write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size() && error_ == 0) {
    error_ = errno;
  }
}

Status OutputFile::Commit() {
  if (std::fflush(file_) != 0 && error_ == 0) error_ = errno;
  if (error_ != 0) return FileError(path_, "cannot be written", error_);
  if (temporary_.empty()) return absl::OkStatus();
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return FileError(path_, "cannot be replaced", errno);
  }
  Forget(temporary_);
  temporary_.clear();
  return absl::OkStatus();
}

Status WriteFile(const std::string& path, std::string_view text) {
  StatusOr<OutputFile> file = OutputFile::Open(path);
  if (!file.ok()) return file.status();
  file->Write(text);
  return file->Commit();
}

void RemoveTemporaryFilesOnSignals() {
  struct sigaction action {};
  action.sa_handler = RemoveAndEnd;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace sekisho
