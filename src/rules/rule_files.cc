#include "rules/rule_files.h"

#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> FindInFolder(const std::string& folder, DiagnosticSink* sink) {
  std::optional<std::vector<std::string>> files = FindYamlFiles(folder, sink);
  if (!files) return {};
  if (files->empty()) {
    sink->Report(Sk::kNoRules, {folder, 0, 0}, "the folder holds no *.yml file");
  }
  return *std::move(files);
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
