#include "rules/rule_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace sekisho {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> FindInFolder(const std::string& folder, DiagnosticSink* sink) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
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
  } else if (files.empty()) {
    sink->Report(Sk::kNoRules, {folder, 0, 0}, "the folder holds no *.yml file");
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<std::string> FindRuleFiles(const std::vector<std::string>& paths,
                                       DiagnosticSink* sink) {
  std::vector<std::string> files;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    std::error_code error;
    const bool folder = fs::is_directory(path, error);
    for (std::string& file : folder ? FindInFolder(path, sink) : std::vector<std::string>{path}) {
      if (seen.insert(fs::path(file).lexically_normal().string()).second) {
        files.push_back(std::move(file));
      }
    }
  }
  return files;
}

}  // namespace sekisho
