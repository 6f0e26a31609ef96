// Runs the engine on the oracle's events and gives what it found in the oracle's words.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/plan.h"
#include "oracle/oracle.h"
#include "rules/load.h"
#include "service/row.h"

namespace sekisho {

// Loads rules from text; fails the test on a diagnostic.
RuleSet LoadText(const std::string& yaml);

// One line for each finding, sorted: rule, key, first, last, value, flags, evidence.
using Lines = std::vector<std::string>;

// What the oracle expects. Keys stand as hashes, because the engine knows no others.
Lines Expected(const oracle::Result& result, const RuleSet& rules, uint64_t seed);

// Events in settled order without duplicates, ready for the engine.
class SettledEvents {
 public:
  SettledEvents(const Plan& plan, const std::vector<oracle::Event>& events);

  // In order; references count from 0.
  const std::vector<EventTouches>& touches() const { return touches_; }
  const std::vector<std::string>& ids() const { return ids_; }
  // By rule: how many of the events a detection matched before any history was looked at.
  const std::vector<uint64_t>& matches() const { return matches_; }

 private:
  RowBlock block_;
  std::vector<EventTouches> touches_;
  std::vector<std::string> ids_;
  std::vector<uint64_t> matches_;
};

Lines Found(const std::vector<Episode>& episodes, const RuleSet& rules,
            const std::vector<std::string>& ids);

// What the rules counted, by name: of those that give findings, or feed one that does.
using Counts = std::map<std::string, oracle::RuleCounts>;
Counts ExpectedCounts(const oracle::Result& result, const RuleSet& rules);
Counts FoundCounts(const EngineResult& result, const RuleSet& rules, const SettledEvents& events);

// One line for each group, in order: its accounts as hashes, oldest first.
Lines ExpectedGroups(const oracle::Result& result, uint64_t seed);
Lines FoundGroups(const Groups& groups);
// Both in full, for people; empty when they are equal, the order included.
std::string DiffGroups(const Lines& expected, const Lines& found);

// The engine's answer with so many shards and events in a batch.
EngineResult RunEngine(const Plan& plan, const SettledEvents& events, uint32_t shards,
                       size_t batch);

// Both sides of a comparison, for people; empty when they are equal.
std::string Diff(const Lines& expected, const Lines& found);

}  // namespace sekisho
