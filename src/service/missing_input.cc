#include "service/missing_input.h"

namespace sekisho {

std::vector<MissingInput> FindMissingInput(const RuleSet& rules, const FieldsByType& known) {
  std::vector<KnownEvents> events;
  for (const auto& [type, fields] : known) {
    events.push_back({type, {fields.begin(), fields.end()}, {}});
  }
  PossibleRules possible(rules, events, ListParts::Everything());
  std::vector<MissingInput> missing;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const Rule& its = rules.rules[rule];
    if (!its.generates || !its.not_evaluated.empty()) continue;
    const RuleLack* const lack = possible.LackOf(rule);
    if (lack != nullptr && !lack->one_sided) missing.push_back({rule, *lack});
  }
  return missing;
}

}  // namespace sekisho
