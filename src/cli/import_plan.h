// sekisho import --plan.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "core/language.h"
#include "core/status.h"

namespace sekisho {

struct ImportPlanArguments {
  std::vector<std::string> paths;
  std::string map;    // empty: the best of those that come along, else a draft
  std::string write;  // empty: no draft is written
  Language language = Language::kEnglish;
};

// Prints the plan. Writes nothing but the draft, which must not exist yet.
StatusOr<ExitCode> RunImportPlan(const ImportPlanArguments& arguments);

}  // namespace sekisho
