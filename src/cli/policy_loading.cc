#include "cli/policy_loading.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

#include "cli/data_folder.h"
#include "cli/messages.h"
#include "service/policy_reader.h"

namespace sekisho {

StatusOr<AssessmentPolicy> LoadSoundPolicy(const std::string& given) {
  const StatusOr<std::string> path = PolicyPath(given);
  if (!path.ok()) return path.status();
  PolicyLoad load = ReadPolicy(*path);
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  for (const Diagnostic& diagnostic : load.diagnostics) {
    std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
  }
  if (load.policy) return *std::move(load.policy);
  return InvalidInput("the policy " + *path + " has an error; nothing was done");
}

}  // namespace sekisho
