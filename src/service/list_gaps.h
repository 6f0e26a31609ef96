// Rules that cannot hold because a list is missing or stale. What they would have looked up is not
// known: that nothing was found says nothing about anybody.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/possible.h"
#include "lists/list_part.h"
#include "rules/rule_set.h"

namespace sekisho {

class ListSet;

struct ListGap {
  RuleIndex rule = 0;           // gives findings
  std::vector<ListPart> parts;  // one of these would do; sorted
  bool stale = false;           // it is there, but too old at the last event
  bool partial = false;         // the rule can hold; with each of these lists it would see more
};

// By rule. `lists` may be null: then nothing is partial; `last_ms` is the time of the last event.
// Partial ones take most of the time: they are looked for when they are wanted. `known` is what a
// plan with these lists has found out already (Plan::lacks), if anything.
std::vector<ListGap> FindListGaps(const RuleSet& rules, const ListSet* lists, int64_t last_ms,
                                  bool want_partial = true,
                                  const std::optional<RuleLacks>& known = std::nullopt);

// Do all rules of the indicator that give findings lack a list that they cannot do without?
bool HasListGap(const RuleSet& rules, const std::vector<ListGap>& gaps, size_t indicator);

// By part of the lists: the indicators (indices, rising) that could hold with it alone, or that
// read it and need more than one, or that hold without lists and see more with it (classes of
// ranges are then exceptions only).
std::map<ListPart, std::set<size_t>> PartsOfUse(const RuleSet& rules);

}  // namespace sekisho
