// The brute-force oracle: what the engine must find, computed in the slowest and most obvious way.
//
// It takes events in any order, sorts them, and judges every window from scratch at every event by
// scanning all earlier ones: O(n^2). It follows docs "semantics" and shares with the engine only
// the parsed rules, the matcher, core and the facts; nothing of src/state and src/engine.
//
// Readings taken where the semantics leave room. The engine follows this list or changes it here.
//
//  Order
//   1. Events of equal (time, sequence, id) and equal raw line are one event. If the raw lines
//      differ, the least line in byte order stays and the others are refused, so that the order of
//      the input does not matter. An event without id has the hash of its raw line as its id.
//   2. A link event stands at the position of the event that caused it, after it and before the
//      next event: kinds in the order of LinkSources(), earlier accounts oldest first.
//   3. The fire of an anchored window stands at its deadline, after every event and link event of
//      that time, and happens only when an event of a later time exists. Its event is the first
//      one of its window. Fires of one deadline are ordered by where their windows opened; those
//      that opened at one position are at one position.
//   4. Whatever reaches one key of one rule at one position (two rules that match one event; a
//      match and the fire of a correlation at it) is one input: it is counted once and judged
//      once. Each link event is a position of its own.
//
//  Inputs
//   5. Key texts are the text of the value, numbers in canonical form. The number 1 and the text
//      "1" are one key.
//   6. An event without the value field of a value_* rule (for a sum, average or percentile:
//      without a number in it) is no input: it is not judged, opens no anchored window and extends
//      no episode. A text that reads as a JSON number is a number. An event that comes through
//      several rules brings each different value that they name once.
//   7. A fire carries all fields of its event and no others (an alias of the inner rule is no
//      field), and stands for its event in evidence.
//   8. A rule that is not evaluated never matches; a rule fed by it sees only its other inputs.
//   9. Links: see LinkSources(). account_a is the account that used the identifier earlier,
//      account_b the one that joined. The 33rd account of an identifier is linked to the 32 before
//      it; the 34th makes the hub; later ones nothing.
//
//  Judging
//  10. temporal and temporal_ordered hold at e when the window at e holds a set (a chain), whether
//      or not e is part of it. Without a condition all rules must be there; with one, what is
//      compared is the number of rules seen (temporal) or the longest prefix of the rules that
//      matched in order (temporal_ordered).
//  11. The chain of temporal_ordered is the one whose last event is newest, then whose event before
//      is newest, and so on; that is also the one with the latest start.
//  12. Anchored are event_count, value_count and value_sum with any operator besides gt and gte.
//      An input at s + W or later is outside [s, s + W) and opens the next window.
//  13. A window is full when more than 4096 entries really lie in it at e: then the newest 4096
//      count, and the value is marked (at_least for counts, truncated for the others). When enough
//      of them have left, the mark goes. ratio keeps 4096 numerators and 4096 denominators, the
//      denominators of (t - W, t] before the lag is applied. presence has no such limit.
//  14. Averages and ratios are compared exactly; their value is cut to six decimals towards zero.
//      A value beyond 64 bits is the nearest that fits; D = 0 < N has the largest value.
//  15. presence: an event that is both activity and end extends (or starts) the run, then ends it.
//      An end beyond the gap is judged as nothing and starts nothing.
//
//  Episodes
//  16. An episode opens at its first holding input; its opening and first are the position and the
//      time of that. presence: first is the start of the run. Every anchored window that holds is
//      an episode of its own, which opens at the window's first input; last is its deadline, and
//      it is never open. last of all others is the time of the last holding input.
//  17. A window's episode closes at the first input of its key at or after last + W; that input may
//      open the next. presence: an input of a run that began at another event or time closes it. An
//      episode is open at the end of the input when the newest event of all lies before last + W;
//      for presence, when the run has not ended and the newest event lies at most the gap after the
//      run's last.
//  18. value is, over the holding inputs of the episode, the smallest when all operators are lt,
//      lte or eq, otherwise the largest. at_least and truncated are set when they were at any
//      holding input of the episode.
//  19. Evidence is a set of events, listed in the order of their positions: those that made the
//      condition hold at the opening (temporal: the newest of each rule seen; value_count: the
//      newest of each value; count, sum, average, percentile: all kept in the window; ratio: the
//      numerators and denominators that were counted; presence: the run, its end included), and
//      each further holding input of the episode.
//  20. A detection that gives findings is an event_count >= 1 over 24 h by account; without an
//      account by pair (link.new), link.identifier (link.hub), else by the event's id.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "oracle/event.h"
#include "rules/rule_set.h"

namespace sekisho::oracle {

// Where an episode opened. The time is that of the input, sequence and id are those of its event;
// only for the fire of an anchored window is the event older than the time.
struct Opening {
  int64_t time_ms = 0;
  int64_t sequence = 0;
  std::string id;
  auto operator<=>(const Opening&) const = default;
};

struct Finding {
  std::string rule;
  std::vector<std::string> key;  // one text per group-by field; a detection: its subject
  Opening opening;
  int64_t first_ms = 0;
  int64_t last_ms = 0;
  int64_t value_micros = 0;
  bool at_least = false;
  bool truncated = false;
  bool open = false;
  uint64_t evidence_total = 0;
  std::vector<std::string> evidence;  // ids of all these events, in the order of their positions
};

struct RuleCounts {
  uint64_t inputs = 0;  // of all keys
  uint64_t held = 0;    // of these, those at which the condition held
  auto operator<=>(const RuleCounts&) const = default;
};

struct Link {
  std::string kind;
  std::string identifier;
  std::string earlier;  // the account that used the identifier before; empty: this is a hub
  std::string joined;   // the account that the event brought to it
  std::string event;    // id of the event
  auto operator<=>(const Link&) const = default;
};

struct Result {
  std::vector<Finding> findings;             // by opening, level, rule, key
  std::map<std::string, RuleCounts> counts;  // by name; correlations, and detections with findings
  std::vector<Link> links;                   // in order
  // Accounts connected by links: each group oldest first (by first link; of one link the account
  // that was there earlier), groups by their oldest account.
  std::vector<std::vector<std::string>> groups;
  uint64_t duplicates = 0;
  uint64_t conflicts = 0;
};

// Result::groups of any links.
std::vector<std::vector<std::string>> GroupsOf(const std::vector<Link>& links);

// Pure.
Result FindAll(const RuleSet& rules, std::vector<Event> events);

}  // namespace sekisho::oracle
