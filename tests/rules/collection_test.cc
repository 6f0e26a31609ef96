// A public collection of Sigma rules as an outside test of the reader.
//
//   SEKISHO_SIGMA=/path/to/sigma rules_tests --gtest_filter='Collection.*'
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>

#include "rules/load.h"

namespace sekisho {
namespace {

TEST(Collection, NearlyAllRulesAreEvaluated) {
  const char* folder = std::getenv("SEKISHO_SIGMA");
  if (folder == nullptr) GTEST_SKIP() << "SEKISHO_SIGMA names no folder of Sigma rules";
  LoadRequest request;
  request.paths = {folder};
  request.foreign_fields = true;
  const LoadResult loaded = LoadRules(request);
  size_t evaluated = 0;
  std::map<std::string, size_t> codes;
  for (const RuleStatus& status : loaded.rule_status) {
    if (status.state == RuleState::kLoaded) {
      ++evaluated;
      continue;
    }
    const std::string code = status.state == RuleState::kFailed ? "error" : status.code;
    ++codes[code];
    std::printf("%s: %s:%d\n", code.c_str(), status.place.file.c_str(), status.place.line);
  }
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    EXPECT_NE(diagnostic.severity, Severity::kError) << FormatDiagnostic(diagnostic);
  }
  const size_t rules = loaded.rule_status.size();
  std::printf("%zu of %zu rules are evaluated\n", evaluated, rules);
  for (const auto& [code, count] : codes) std::printf("%s: %zu\n", code.c_str(), count);
  ASSERT_GT(rules, 0u);
  EXPECT_GE(evaluated * 100, rules * 99);
}

}  // namespace
}  // namespace sekisho
