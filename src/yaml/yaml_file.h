// Reading a file that a person wrote.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "yaml/diagnostics.h"

namespace sekisho {

// The bytes of the file, or the beginning of one that is over limits::kRuleFileBytesMax, which
// ReadYaml then refuses. Nothing after a report.
std::optional<std::string> ReadYamlText(const std::string& path, DiagnosticSink* sink);

// Every *.yml and *.yaml file below `folder`, sorted by path. Nothing after a report.
std::optional<std::vector<std::string>> FindYamlFiles(const std::string& folder,
                                                      DiagnosticSink* sink);

}  // namespace sekisho
