// The policy of assessments as a command asks for it.
#pragma once

#include <string>

#include "assess/policy.h"
#include "core/status.h"

namespace sekisho {

// Of the file; empty: the policy that comes with the program. Prints the diagnostics to standard
// error and fails when one is an error.
StatusOr<AssessmentPolicy> LoadSoundPolicy(const std::string& given);

}  // namespace sekisho
