// What the engine finds, in its own terms: keys and references, to be turned into words by whoever
// still has the events.
#pragma once

#include <cstdint>
#include <vector>

#include "core/hash.h"
#include "engine/message.h"
#include "rules/rule_set.h"
#include "state/window.h"

namespace sekisho {

// A stretch of time in which a rule held for a key (semantics.md 15).
struct Episode {
  RuleIndex rule = 0;
  Key key;
  Position opening;  // the first event at which the condition held
  EventRef opening_event =
      0;                 // what caused it: opening.ref, or the first event of the window that fired
  int64_t first_ms = 0;  // opening time; presence: start of the run; anchored: start of the window
  int64_t last_ms = 0;   // the last event at which it held
  int64_t value_micros = 0;  // the largest value (smallest for conditions with an upper bound only)
  bool at_least = false;     // the value is a lower bound
  bool truncated = false;    // the value covers the entries kept
  bool open = false;         // input ended while the episode was open
  void SetJudgement(const Judgement& judgement) {
    value_micros = judgement.value_micros;
    at_least = judgement.at_least;
    truncated = judgement.truncated;
  }
  uint64_t evidence_total = 0;
  std::vector<EventRef> evidence;  // at most limits::kEvidenceMax, in order
};

// What a rule saw.
struct RuleCounts {
  uint64_t inputs = 0;       // events (or fires, or links) that took part
  uint64_t held = 0;         // of these, how many the condition held at
  uint64_t without_key = 0;  // link events and events with history that lacked a field to group by
};

}  // namespace sekisho
