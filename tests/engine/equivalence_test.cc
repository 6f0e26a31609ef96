// The engine gives what the oracle gives, for any number of shards and any size of batches.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/harness.h"
#include "oracle/compare.h"
#include "oracle/generators.h"

namespace sekisho {
namespace {

constexpr uint64_t kSeed = 0x5eed;

RC_GTEST_PROP(Engine, FindsWhatTheOracleFinds, ()) {
  const std::string yaml = *oracle::RuleYaml();
  const RuleSet rules = LoadText(yaml);
  const std::vector<oracle::Event> events = *oracle::Events(80);
  const uint32_t shards = *rc::gen::element<uint32_t>(1, 2, 5);
  const size_t batch = *rc::gen::element<size_t>(1, 3, 1000);

  const oracle::Result expected = oracle::FindAll(rules, events);
  const StatusOr<Plan> plan = Plan::Make(rules, kSeed);
  RC_ASSERT(plan.ok());
  const SettledEvents settled(*plan, events);
  const EngineResult result = RunEngine(*plan, settled, shards, batch);
  const std::string diff =
      Diff(Expected(expected, rules, kSeed), Found(result.episodes, rules, settled.ids())) +
      oracle::DiffCounts(ExpectedCounts(expected, rules), FoundCounts(result, rules, settled)) +
      DiffGroups(ExpectedGroups(expected, kSeed), FoundGroups(result.groups));
  if (!diff.empty()) {
    std::string text = yaml + "\n";
    for (const oracle::Event& event : events) text += event.raw + "\n";
    RC_FAIL(text + diff);
  }
  RC_ASSERT(
      result.groups.links().size() ==
      static_cast<size_t>(std::count_if(expected.links.begin(), expected.links.end(),
                                        [](const oracle::Link& l) { return !l.earlier.empty(); })));
}

}  // namespace
}  // namespace sekisho
