#include "cli/scan_inputs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "core/suggestion.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNamesCompared = 1000;  // of the files beside a missing one

// The files of a folder, sorted; a bounded number.
std::vector<std::string> FileNames(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end;
       !error && entry != end && names.size() < kNamesCompared; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

fs::path FolderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Status MissingFile(const std::string& path) {
  const std::vector<std::string> names = FileNames(FolderOf(path));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string hint = DidYouMean(fs::path(path).filename().string(), views);
  return absl::NotFoundError(
      ToAbsl(path + ": there is no such file" + (hint.empty() ? "" : "; " + hint)));
}

Status FolderGiven(const std::string& path) {
  const bool has_rules = [&] {
    for (const std::string& name : FileNames(path)) {
      if (name.ends_with(".yml") || name.ends_with(".yaml")) return true;
    }
    return false;
  }();
  return InvalidInput(path + " is a folder; name the event files in it" +
                      (has_rules ? ". To use the rules in it: --indicators " + path
                                 : ", for example " + (fs::path(path) / "*.ndjson").string()));
}

bool LooksLikeRules(const std::string& path) {
  return path.ends_with(".yml") || path.ends_with(".yaml");
}

Status CheckInput(const std::string& path, struct stat* info) {
  if (stat(path.c_str(), info) != 0) {
    if (errno == ENOENT) return MissingFile(path);
    return absl::UnavailableError(ToAbsl(path + ": cannot be opened: " + std::strerror(errno)));
  }
  if (S_ISDIR(info->st_mode)) return FolderGiven(path);
  if (access(path.c_str(), R_OK) != 0) {
    return absl::PermissionDeniedError(
        ToAbsl(path + ": you have no permission to read this file (ls -l " + path + ")"));
  }
  if (LooksLikeRules(path)) {
    return InvalidInput(path + " looks like a rule file; give event files (NDJSON or CSV), and " +
                        "rules with --indicators " + path);
  }
  return absl::OkStatus();
}

}  // namespace

StatusOr<ScanInputs> CheckInputs(const std::vector<std::string>& paths) {
  ScanInputs inputs;
  bool all_plain = true;
  for (size_t i = 0; i < paths.size(); ++i) {
    if (std::find(paths.begin(), paths.begin() + static_cast<ptrdiff_t>(i), paths[i]) !=
        paths.begin() + static_cast<ptrdiff_t>(i)) {
      return InvalidInput(paths[i] + " is named twice; its events would all be duplicates");
    }
    if (paths[i] == "-") {
      all_plain = false;
      continue;
    }
    struct stat info {};
    if (Status status = CheckInput(paths[i], &info); !status.ok()) return status;
    if (!S_ISREG(info.st_mode)) {
      all_plain = false;
    } else if (info.st_size == 0) {
      inputs.empty.push_back(paths[i]);
    } else {
      inputs.bytes += static_cast<uint64_t>(info.st_size);
    }
  }
  if (!all_plain) inputs.bytes = 0;
  return inputs;
}

}  // namespace sekisho
