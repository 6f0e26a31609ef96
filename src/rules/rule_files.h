// Finding and reading the files of a load.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/diagnostics.h"

namespace sekisho {

// `paths` with folders replaced by their *.yml and *.yaml files, searched recursively and sorted by
// path. Links to folders are not followed. Each file once.
std::vector<std::string> FindRuleFiles(const std::vector<std::string>& paths, DiagnosticSink* sink);

// Nothing after a report.
std::optional<std::string> ReadRuleText(const std::string& path, DiagnosticSink* sink);

}  // namespace sekisho
