#include "cli/mapping_loading.h"

#include <unistd.h>

#include <cstdio>

#include "cli/data_folder.h"
#include "cli/messages.h"
#include "cli/terminal.h"

namespace sekisho {

StatusOr<std::shared_ptr<const Mapping>> LoadMappingNamed(const std::string& given) {
  const StatusOr<std::string> path = MappingPath(given);
  if (!path.ok()) return path.status();
  ScanMapping read = ReadScanMapping(*path);
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  for (const Diagnostic& diagnostic : read.diagnostics) {
    std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
  }
  if (read.mapping == nullptr) {
    return InvalidInput("the mapping " + *path + " has an error; nothing was done");
  }
  return std::move(read.mapping);
}

}  // namespace sekisho
