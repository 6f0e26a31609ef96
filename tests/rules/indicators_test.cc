// The shipped indicators, as the rule reader sees them.
#include <gtest/gtest.h>

#include "rules/load.h"

namespace sekisho {
namespace {

LoadResult LoadShipped() {
  LoadRequest request;
  request.paths = {SEKISHO_SOURCE_DIR "/indicators"};
  return LoadRules(request);
}

TEST(Indicators, LoadWithoutARemark) {
  const LoadResult loaded = LoadShipped();
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  EXPECT_GE(loaded.rules.indicators.size(), 14u);
  for (const RuleStatus& status : loaded.rule_status) {
    EXPECT_EQ(status.state, RuleState::kLoaded) << status.name;
  }
}

TEST(Indicators, OnlyOutermostRulesGiveFindings) {
  for (const Rule& rule : LoadShipped().rules.rules) {
    if (rule.detection() != nullptr) {
      EXPECT_FALSE(rule.generates) << rule.name;
    }
    EXPECT_EQ(rule.version.size(), 12u) << rule.name;
  }
}

}  // namespace
}  // namespace sekisho
