// Which events reach a rule. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "rules/rule_set.h"

namespace sekisho {

// Does the event come from the source that the rule wants? Either of its two sources may suit.
bool Sees(const LogSource& wanted, const EventView& event);

class Feeds {
 public:
  explicit Feeds(const RuleSet& rules);

  // Tells the kinds of events that feed a rule, directly or through the rules it builds on: rules
  // with equal numbers are fed alike. When the usual events of some categories enter it, these
  // categories alone are told apart; else those from which some events may. Who has accounts has
  // sessions: rules that all of these enter are fed alike, whatever else enters them.
  uint64_t Of(RuleIndex rule);

 private:
  struct Categories {
    uint64_t all = 0;  // a bit for each category of which a type enters, wherever it has the fields
                       // that the rule asks for
    uint64_t some = 0;  // … some events may enter
    bool known = false;
  };
  const Categories& Find(RuleIndex rule);

  const RuleSet& rules_;
  std::vector<bool> delivered_;    // by field: inputs bring it
  std::vector<uint64_t> bits_;     // by event type: that of its category
  uint64_t sessions_ = 0;          // that of sessions
  std::vector<Categories> found_;  // by rule
};

}  // namespace sekisho
