#include "rules/rule_set.h"

#include <algorithm>

namespace sekisho {

void RuleSet::KeepIndicators(const std::vector<size_t>& kept) {
  for (Rule& rule : rules) {
    if (rule.indicator && !std::binary_search(kept.begin(), kept.end(), *rule.indicator)) {
      rule.generates = false;
    }
  }
}

}  // namespace sekisho
