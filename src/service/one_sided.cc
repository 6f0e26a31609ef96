#include "service/one_sided.h"

#include "core/schema.h"
#include "engine/possible.h"

namespace sekisho {

std::vector<OneSidedRule> FindOneSidedRules(const RuleSet& rules, const FieldsByType& known) {
  std::vector<KnownEvents> events;
  for (const EventTypeSpec& type : AllEventTypes()) {
    if (known.contains(type.type)) events.push_back(EventsWithAllFields(type));
  }
  PossibleRules possible(rules, events, ListParts::Everything());
  std::vector<OneSidedRule> found;
  for (RuleIndex rule = 0; rule < rules.rules.size(); ++rule) {
    const Rule& its = rules.rules[rule];
    if (!its.generates || !its.not_evaluated.empty()) continue;
    const RuleLack* const lack = possible.LackOf(rule);
    if (lack != nullptr && lack->one_sided) found.push_back({rule, lack->types});
  }
  return found;
}

}  // namespace sekisho
