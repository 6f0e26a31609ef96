// What differs between two results, for people to read.
#pragma once

#include <string>
#include <vector>

#include "oracle/oracle.h"

namespace sekisho::oracle {

// The finding with the evidence that an engine lists: the first and the newest half of
// limits::kEvidenceMax events. evidence_total stays.
Finding AsReported(Finding finding);

// One line: rule, key, opening, what it says.
std::string Describe(const Finding& finding);

// Every difference, one per line, findings matched by rule, key and opening; empty when there is
// none. `expected` is cut to what is reported; the order of findings does not matter here.
std::string DiffFindings(const std::vector<Finding>& expected, const std::vector<Finding>& actual);

// The same for what the rules counted; a rule without inputs may be missing on either side.
std::string DiffCounts(const std::map<std::string, RuleCounts>& expected,
                       const std::map<std::string, RuleCounts>& actual);

}  // namespace sekisho::oracle
