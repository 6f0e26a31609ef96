#include "yaml/yaml_file.h"

#include <fstream>

#include "core/limits.h"

namespace sekisho {

std::optional<std::string> ReadYamlText(const std::string& path, DiagnosticSink* sink) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  if (file) {
    // One byte more than the limit shows that the file is too large.
    text.resize(limits::kRuleFileBytesMax + 1);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(file.gcount()));
  }
  if (!file.is_open() || file.bad()) {
    sink->Report(Sk::kFileUnreadable, {path, 0, 0}, "the file cannot be read",
                 "check the path and its permissions");
    return std::nullopt;
  }
  return text;
}

}  // namespace sekisho
