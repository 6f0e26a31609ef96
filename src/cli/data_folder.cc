#include "cli/data_folder.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "core/suggestion.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

constexpr char kVariable[] = "SEKISHO_DATA_DIR";

// The names of the *.yml files of a folder, sorted, without ".yml".
std::vector<std::string> MappingNames(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".yml") names.push_back(entry->path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

StatusOr<std::string> DataFolder() {
  if (const char* given = std::getenv(kVariable); given != nullptr && *given != '\0') {
    if (IsFolder(fs::path(given) / "indicators")) return given;
    return InvalidInput(std::string(kVariable) + "=" + given +
                        ": there is no folder indicators in it; name the folder that holds "
                        "indicators and mappings, or unset the variable");
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  fs::path folder = program.parent_path();
  const fs::path installed = folder.parent_path() / "share" / "sekisho";
  if (IsFolder(installed / "indicators")) return installed.string();
  while (!folder.empty()) {
    if (IsFolder(folder / "indicators") && Exists(folder / "schema" / "events.yml")) {
      return folder.string();
    }
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return absl::NotFoundError(
      "the indicators that come with the program are not found; name them with --indicators, or "
      "set SEKISHO_DATA_DIR to the folder that holds indicators and mappings");
}

StatusOr<std::vector<std::string>> IndicatorPaths(const std::vector<std::string>& given) {
  for (const std::string& path : given) {
    if (!Exists(path)) {
      return absl::NotFoundError(
          ToAbsl(path + ": there is no such file or folder with indicators"));
    }
  }
  if (!given.empty()) return given;
  StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  return std::vector<std::string>{(fs::path(*folder) / "indicators").string()};
}

StatusOr<std::string> MappingPath(const std::string& given) {
  const bool looks_like_file =
      given.find('/') != std::string::npos || given.ends_with(".yml") || given.ends_with(".yaml");
  if (looks_like_file) {
    if (Exists(given)) return given;
    return absl::NotFoundError(ToAbsl(given + ": there is no such mapping file"));
  }
  StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  const fs::path mappings = fs::path(*folder) / "mappings";
  const fs::path path = mappings / (given + ".yml");
  if (Exists(path)) return path.string();

  const std::vector<std::string> names = MappingNames(mappings);
  const std::vector<std::string_view> views(names.begin(), names.end());
  std::string text = "there is no mapping \"" + given + "\"";
  if (const std::string hint = DidYouMean(given, views); !hint.empty()) text += "; " + hint;
  if (!names.empty()) text += "; there are " + Enumerate(views);
  return absl::NotFoundError(ToAbsl(text + "; a mapping of your own is given as a file (*.yml)"));
}

StatusOr<std::string> PolicyPath(const std::string& given) {
  if (!given.empty()) {
    if (Exists(given)) return given;
    return absl::NotFoundError(ToAbsl(given + ": there is no such policy file"));
  }
  StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  return (fs::path(*folder) / "policy" / "assessment.yml").string();
}

}  // namespace sekisho
