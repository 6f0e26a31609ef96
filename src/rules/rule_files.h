// Finding and reading the files of a load.
#pragma once

#include <string>
#include <vector>

#include "yaml/diagnostics.h"

namespace sekisho {

// `paths` with folders replaced by their *.yml and *.yaml files, searched recursively and sorted by
// path. Links to folders are not followed. Each file once.
std::vector<std::string> FindRuleFiles(const std::vector<std::string>& paths, DiagnosticSink* sink);

}  // namespace sekisho
