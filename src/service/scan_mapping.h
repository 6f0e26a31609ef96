// The mapping of a scan.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/status.h"

namespace sekisho {

struct Mapping;

struct ScanMapping {
  std::shared_ptr<const Mapping> mapping;  // null when the file has an error
  std::vector<Diagnostic> diagnostics;
};

// Reads the mapping file at `path` (docs/mapping.md).
ScanMapping ReadScanMapping(const std::string& path);

// The same of a text that is in memory; `name` stands in the diagnostics.
ScanMapping ReadScanMappingText(const std::string& name, const std::string& text);

// Fails when a scan cannot use it: it is of several tables.
Status CheckScanMapping(const Mapping& mapping);

}  // namespace sekisho
