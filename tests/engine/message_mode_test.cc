#include "engine/message_mode.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "oracle/compare.h"
#include "oracle/generators.h"

namespace sekisho {
namespace {

// Serialised hand-overs, three executors and random delays change nothing.
RC_GTEST_PROP(MessageMode, FindsWhatTheEngineFinds, ()) {
  const RuleSet rules = LoadText(*oracle::RuleYaml());
  const StatusOr<Plan> plan = Plan::Make(rules, 7);
  RC_ASSERT(plan.ok());
  const SettledEvents events(*plan, *oracle::Events(80));
  const uint32_t shards = *rc::gen::element<uint32_t>(1, 2, 5);
  const size_t batch = *rc::gen::element<size_t>(1, 7, 1000);
  const uint32_t seed = *rc::gen::arbitrary<uint32_t>();
  const EngineResult expected = RunEngine(*plan, events, 1, 1000);
  const EngineResult found = RunMessageMode(*plan, events, shards, batch, seed);
  RC_ASSERT(Diff(Found(expected.episodes, rules, events.ids()),
                 Found(found.episodes, rules, events.ids())) == "");
  RC_ASSERT(oracle::DiffCounts(FoundCounts(expected, rules, events),
                               FoundCounts(found, rules, events)) == "");
  RC_ASSERT(DiffGroups(FoundGroups(expected.groups), FoundGroups(found.groups)) == "");
}

}  // namespace
}  // namespace sekisho
