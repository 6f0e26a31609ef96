// The generators make what they promise, and the oracle keeps its own on it.
#include "oracle/generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "oracle/compare.h"
#include "oracle/oracle.h"
#include "rules/load.h"

namespace sekisho::oracle {
namespace {

RuleSet Load(const std::string& yaml) {
  LoadRequest request;
  request.texts = {{"rules.yml", yaml}};
  LoadResult result = LoadRules(request);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.severity == Severity::kError) RC_FAIL(FormatDiagnostic(diagnostic));
  }
  return std::move(result.rules);
}

RC_GTEST_PROP(Oracle, OrderOfTheInputDoesNotMatter, ()) {
  const RuleSet rules = Load(*RuleYaml());
  std::vector<Event> events = *Events(60);
  const Result sorted = FindAll(rules, events);
  const auto swaps =
      *rc::gen::container<std::vector<uint32_t>>(events.size(), rc::gen::arbitrary<uint32_t>());
  for (size_t i = 1; i < events.size(); ++i) std::swap(events[i], events[swaps[i] % (i + 1)]);
  const Result shuffled = FindAll(rules, events);
  RC_ASSERT(DiffFindings(sorted.findings, shuffled.findings) == "");
  RC_ASSERT(DiffCounts(sorted.counts, shuffled.counts) == "");
  RC_ASSERT(sorted.links == shuffled.links);
}

RC_GTEST_PROP(Oracle, FindingsAreWellFormed, ()) {
  const RuleSet rules = Load(*RuleYaml());
  const Result result = FindAll(rules, *Events(60));
  for (const Finding& finding : result.findings) {
    RC_ASSERT(finding.first_ms <= finding.last_ms);
    RC_ASSERT(finding.first_ms <= finding.opening.time_ms);
    RC_ASSERT(finding.opening.time_ms <= finding.last_ms);
    RC_ASSERT(!finding.evidence.empty());
    const std::set<std::string> ids(finding.evidence.begin(), finding.evidence.end());
    RC_ASSERT(ids.size() == finding.evidence.size());
    RC_ASSERT(finding.evidence_total == ids.size());
  }
  for (const auto& [rule, counts] : result.counts) RC_ASSERT(counts.held <= counts.inputs);
}

// A property test is worth what its cases are worth: over many cases every type of correlation must
// have given findings, and most cases some.
TEST(Generators, CasesAreNotEmpty) {
  std::set<CorrelationType> types;
  int with_findings = 0;
  int with_chains = 0;
  constexpr int kCases = 200;
  for (int i = 0; i < kCases; ++i) {
    const uint64_t seed = 2 * static_cast<uint64_t>(i);
    const std::string yaml = RuleYaml()(rc::Random(seed), rc::kNominalSize).value();
    const RuleSet rules = Load(yaml);
    const Result result =
        FindAll(rules, Events(60)(rc::Random(seed + 1), rc::kNominalSize).value());
    for (const Rule& rule : rules.rules) {
      const CorrelationRule* correlation = rule.correlation();
      if (correlation == nullptr || result.counts.at(rule.name).held == 0) continue;
      types.insert(correlation->type);
      with_chains += correlation->level > 1;
    }
    with_findings += !result.findings.empty();
  }
  EXPECT_EQ(types.size(), 9u);
  EXPECT_GE(with_findings, kCases / 2);
  EXPECT_GE(with_chains, kCases / 20);
}

}  // namespace
}  // namespace sekisho::oracle
