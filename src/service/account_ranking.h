// Which accounts are worth a look first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/scan.h"

namespace sekisho {

struct AccountFindings {
  std::string_view account;          // points into the report
  std::vector<uint32_t> findings;    // indices into ScanReport::findings, rising
  std::vector<std::string> classes;  // evidence classes, sorted
  size_t hard = 0;                   // indicators of grade hard or opener
  size_t indicators = 0;             // distinct ones (rules, where a rule has no indicator)
};

// The accounts that findings name, best first: most evidence classes, then most hard indicators,
// then most indicators, then most findings, then by name. Indicators of grade context add no class:
// they explain, they are no sign.
std::vector<AccountFindings> RankAccounts(const RuleSet& rules, const ScanReport& report);

}  // namespace sekisho
