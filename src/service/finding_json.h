// Findings and groups as NDJSON; every member stands in docs/findings.md.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "service/finding.h"

namespace sekisho {

// Equal findings give equal bytes. Thread-safe once made; `rules` must outlive it.
class FindingJson {
 public:
  explicit FindingJson(const RuleSet& rules);

  // Appends one line, with its line end.
  void Append(const Finding& finding, std::string* out) const;

 private:
  // What all findings of one rule have in common, ready to be copied.
  struct RulePart {
    std::string identity;  // members "indicator", "rule", "rule_version"
    std::string level;
    std::string in_force;    // members of "values" behind the value: unit, threshold, parameters
    bool duration = false;   // the value is a time
    bool explained = false;  // belongs to an indicator
  };
  static RulePart Describe(const RuleSet& rules, const Rule& rule);

  std::vector<RulePart> parts_;  // by RuleIndex
};

void AppendGroupJson(const AccountGroup& group, std::string* out);

}  // namespace sekisho
