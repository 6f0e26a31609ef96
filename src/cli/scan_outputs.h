// The files that a scan writes; all of them appear when all are complete.
#pragma once

#include <optional>
#include <string>

#include "cli/output_file.h"
#include "core/status.h"

namespace sekisho {

// Their paths; "" is none.
struct OutputPaths {
  const std::string& findings;
  const std::string& rejects;
  const std::string& groups;
  const std::string& stats;
  const std::string& html;
  const std::string& truth;
};

struct Outputs {
  std::optional<OutputFile> findings;
  std::optional<OutputFile> rejects;
  std::optional<OutputFile> groups;
  std::optional<OutputFile> stats;
  std::optional<OutputFile> html;
  std::optional<OutputFile> truth;
};

Status OpenOutputs(const OutputPaths& paths, Outputs* outputs);
Status CommitOutputs(Outputs* outputs);

}  // namespace sekisho
