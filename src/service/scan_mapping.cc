#include "service/scan_mapping.h"

#include <utility>

#include "ingest/mapping_reader.h"

namespace sekisho {

ScanMapping ReadScanMapping(const std::string& path) {
  MappingResult result = LoadMapping(path);
  return {std::move(result.mapping), std::move(result.diagnostics)};
}

}  // namespace sekisho
