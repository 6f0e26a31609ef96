// Reads policy/assessment.yml: every number of the assessment, each with its reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/policy.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// A number of the policy for people: where it stands, what it is, why.
struct PolicyEntry {
  std::string key;    // "review.classes"
  std::string value;  // as written; a list joined by ", "
  std::string why;
};

struct PolicyLoad {
  std::optional<AssessmentPolicy> policy;  // none after an error
  std::vector<PolicyEntry> entries;        // in the order in which they are documented
  std::vector<Diagnostic> diagnostics;
};

PolicyLoad ReadPolicy(const std::string& path);

// The same from memory; `file` is shown in messages.
PolicyLoad ReadPolicyText(const std::string& file, std::string_view text);

}  // namespace sekisho
