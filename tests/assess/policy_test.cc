// The policy file: the one that comes with the program, and what the reader says about others.
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 assess_tests --gtest_filter='Policy.*'.
#include <gtest/gtest.h>

#include "assess/cases.h"
#include "golden.h"
#include "service/policy_reader.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr int kFirstCode = 2200;
constexpr int kEndCode = 2300;

TEST(Policy, TheOneThatComesWithTheProgramIsTheOneThatIsTested) {
  const PolicyLoad load = ReadPolicy(SEKISHO_SOURCE_DIR "/policy/assessment.yml");
  ASSERT_TRUE(load.policy) << FormatDiagnostic(load.diagnostics.front());
  EXPECT_TRUE(load.diagnostics.empty());
  const AssessmentPolicy expected = TestPolicy();
  const AssessmentPolicy& read = *load.policy;
  EXPECT_EQ(read.flag_proxy_classes, expected.flag_proxy_classes);
  EXPECT_EQ(read.flag_linked_to, expected.flag_linked_to);
  EXPECT_EQ(read.review_classes, expected.review_classes);
  EXPECT_EQ(read.review_hard, expected.review_hard);
  EXPECT_EQ(read.review_classes_with_proxies, expected.review_classes_with_proxies);
  EXPECT_EQ(read.breadth_indicators, expected.breadth_indicators);
  EXPECT_EQ(read.breadth_classes, expected.breadth_classes);
  EXPECT_EQ(read.breadth_solid, expected.breadth_solid);
  EXPECT_EQ(read.breadth_within_ms, expected.breadth_within_ms);
  EXPECT_EQ(read.urgent_hard_classes, expected.urgent_hard_classes);
  EXPECT_EQ(read.urgent_hard_beside_opener, expected.urgent_hard_beside_opener);
  EXPECT_EQ(read.urgent_openers, expected.urgent_openers);
  EXPECT_EQ(read.ask_first, expected.ask_first);
  EXPECT_EQ(read.answer_within_ms, expected.answer_within_ms);
  EXPECT_EQ(read.hub_address_accounts, expected.hub_address_accounts);
  EXPECT_EQ(read.hub_device_accounts, expected.hub_device_accounts);
}

TEST(Policy, EveryNumberHasAReason) {
  const PolicyLoad load = ReadPolicy(SEKISHO_SOURCE_DIR "/policy/assessment.yml");
  EXPECT_EQ(load.entries.size(), 16u);
  for (const PolicyEntry& entry : load.entries) EXPECT_GT(entry.why.size(), 40u) << entry.key;
}

std::string Said(const fs::path& path) {
  const PolicyLoad load = ReadPolicyText(path.filename().string(), golden::ReadAll(path));
  std::string said;
  for (const Diagnostic& diagnostic : load.diagnostics) said += FormatDiagnostic(diagnostic) + "\n";
  return said + (load.policy ? "policy read" : "no policy") + "\n";
}

TEST(Policy, DiagnosticsAreAsPinned) {
  const std::vector<fs::path> cases = golden::Cases("tests/assess/golden", ".yml");
  golden::ExpectPinned(cases, Said);
  golden::ExpectEveryCode(kFirstCode, kEndCode, cases, Said);
}

}  // namespace
}  // namespace sekisho
