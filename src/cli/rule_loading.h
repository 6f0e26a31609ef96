// Rules as the commands ask for them.
#pragma once

#include <string>
#include <vector>

#include "core/status.h"
#include "service/case_runner.h"

namespace sekisho {

struct RuleChoice {
  std::vector<std::string> paths;      // empty: the indicators that come with the program
  std::vector<std::string> overrides;  // "B01.addresses=4", well-formed
  bool foreign_fields = false;
  bool cases = false;               // the cases of indicators are read too, and must be sound
  bool look_up_references = false;  // sources and measures of indicators must exist
};

// What LoadChosenRules loads. Fails when a path does not exist.
StatusOr<LoadRequest> RequestOf(const RuleChoice& choice);

// Loads; errors in the files are in the result. Fails when a path does not exist.
StatusOr<LoadResult> LoadChosenRules(const RuleChoice& choice);

// The same for commands that need rules without errors: prints the diagnostics of errors to
// standard error and fails when there is one; says how many warnings there are.
StatusOr<LoadResult> LoadSoundRules(const RuleChoice& choice);

// Index of the indicator with that code (in any case), or a NotFound that suggests one.
StatusOr<size_t> FindIndicator(const RuleSet& rules, std::string_view code);

}  // namespace sekisho
