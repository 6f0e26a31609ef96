// Which rules could ever hold on an input, when it is known what its events have: no events are
// looked at, no thresholds counted. What is said to be impossible is impossible whatever the values
// are; the other way round it may still be that nothing is ever found.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/schema.h"
#include "lists/list_part.h"
#include "rules/rule_set.h"

namespace sekisho {

// What the events of each type have had: the names of their fields.
using FieldsByType = std::map<std::string, std::set<std::string>, std::less<>>;

// The events of one type in an input.
struct KnownEvents {
  std::string type;
  std::vector<std::string> fields;  // delivered fields that some of them have, account included
  // Of these, the ones that only ever have one of a few values.
  std::vector<std::pair<std::string, std::vector<std::string>>> values;
};

// Events of a type with every field.
KnownEvents EventsWithAllFields(const EventTypeSpec& type);
// The same of every type that an input can bring: what then is impossible lacks something else.
std::vector<KnownEvents> AllKnownEvents();

// What a rule would need. All lists are sorted.
struct RuleLack {
  std::vector<std::string> types;   // events of one of these types; empty: events are not lacking
  std::vector<std::string> fields;  // else all of these: "document.number", or "field = address"
                                    // where the field has other values only
  std::string type;                 // of the events that lack the fields; empty: of any
  std::vector<ListPart> lists;      // and one of these parts of the lists; empty: none is lacking
  // The rule holds all the same, because it takes for absent what the input does not tell ("no
  // award"): what it finds then says something about the input, not about anybody.
  bool one_sided = false;
};

// What rules need that cannot hold.
using RuleLacks = std::map<RuleIndex, RuleLack>;

// Immutable but for what it remembers; not thread-safe. `rules` outlives it.
class PossibleRules {
 public:
  // `lists` is what the loaded lists bring.
  PossibleRules(const RuleSet& rules, const std::vector<KnownEvents>& events,
                const ListParts& lists);
  ~PossibleRules();

  // Null when the rule can hold; else the least that it needs.
  const RuleLack* LackOf(RuleIndex rule);

 private:
  class Judge;
  std::unique_ptr<Judge> judge_;
};

// What must be known before a fact of an account's history has a value: of each group one of the
// pairs of an event type and a field of it ("" is any field). Empty for other fields, and for facts
// that any event gives.
struct HistorySource {
  std::string_view type;
  std::string_view field;
};
std::vector<std::vector<HistorySource>> HistoryNeeds(std::string_view fact);

}  // namespace sekisho
