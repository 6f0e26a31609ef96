// Reads mapping files.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/mapping.h"

namespace sekisho {

struct MappingResult {
  std::shared_ptr<const Mapping> mapping;  // null when there is an error
  std::vector<Diagnostic> diagnostics;
};

// Reads the file at `path`.
MappingResult LoadMapping(const std::string& path);
// `name` stands in the diagnostics.
MappingResult ReadMapping(const std::string& name, std::string_view text);

}  // namespace sekisho
