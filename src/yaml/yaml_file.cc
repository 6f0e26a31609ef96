#include "yaml/yaml_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/limits.h"

namespace sekisho {
namespace {

constexpr std::streamsize kBytesRead = 16 << 10;  // most files are smaller

}  // namespace

std::optional<std::string> ReadYamlText(const std::string& path, DiagnosticSink* sink) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  // Anything beyond the limit shows that the file is too large.
  while (file && text.size() <= limits::kRuleFileBytesMax) {
    const size_t had = text.size();
    text.resize(had + kBytesRead);
    file.read(text.data() + had, kBytesRead);
    text.resize(had + static_cast<size_t>(file.gcount()));
  }
  if (!file.is_open() || file.bad()) {
    sink->Report(Sk::kFileUnreadable, {path, 0, 0}, "the file cannot be read",
                 "check the path and its permissions");
    return std::nullopt;
  }
  return text;
}

std::optional<std::vector<std::string>> FindYamlFiles(const std::string& folder,
                                                      DiagnosticSink* sink) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string extension = at->path().extension().string();
    std::error_code ignored;  // a file that vanished is reported when it is read
    if ((extension == ".yml" || extension == ".yaml") && !at->is_directory(ignored)) {
      files.push_back(at->path().string());
    }
  }
  if (error) {
    sink->Report(Sk::kFileUnreadable, {folder, 0, 0},
                 "the folder cannot be read: " + error.message());
    return std::nullopt;
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace sekisho
