#include "service/scan_mapping.h"

#include <utility>

#include "ingest/mapping.h"
#include "ingest/mapping_reader.h"

namespace sekisho {

ScanMapping ReadScanMapping(const std::string& path) {
  MappingResult result = LoadMapping(path);
  return {std::move(result.mapping), std::move(result.diagnostics)};
}

ScanMapping ReadScanMappingText(const std::string& name, const std::string& text) {
  MappingResult result = ReadMapping(name, text);
  return {std::move(result.mapping), std::move(result.diagnostics)};
}

Status CheckScanMapping(const Mapping& mapping) {
  if (mapping.tables.empty()) return absl::OkStatus();
  return InvalidInput("the mapping " + mapping.name +
                      " is of tables, which belong together; first `sekisho import --map` them "
                      "into one file of events, then scan that");
}

}  // namespace sekisho
