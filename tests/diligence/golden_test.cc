// Pins what the readers of this layer say: golden/<case> gives golden/<case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 diligence_tests
// --gtest_filter='DiligenceGolden.*', then read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "diligence/candidate_reader.h"
#include "diligence/questionnaire.h"
#include "diligence/shipped.h"
#include "diligence/vetting_policy.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr int kFirstCode = 2400;
constexpr int kEndCode = 2500;

std::string Said(const fs::path& path) {
  const std::string name = path.filename().string();
  const std::string text = ReadAll(path.string());
  std::vector<Diagnostic> diagnostics;
  if (name.starts_with("candidate")) {
    diagnostics = ReadCandidate(name, text, std::nullopt).problems;
  } else if (name.starts_with("policy")) {
    diagnostics = ReadVettingPolicy(name, text).diagnostics;
  } else {
    diagnostics = ReadQuestionnaires({{name, text}}, {{"M04"}, {"F02"}, {"DOC"}}).diagnostics;
  }
  std::string said;
  for (const Diagnostic& one : diagnostics) said += FormatDiagnostic(one) + "\n";
  return said.empty() ? "nothing\n" : said;
}

std::vector<fs::path> Cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(SEKISHO_SOURCE_DIR "/tests/diligence/golden")) {
    if (entry.path().extension() != ".expected") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(DiligenceGolden, DiagnosticsAreAsPinned) {
  ASSERT_GE(Cases().size(), 6U);
  for (const fs::path& path : Cases()) {
    const std::string said = Said(path);
    const std::string pinned = path.string() + ".expected";
    if (std::getenv("SEKISHO_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(pinned, std::ios::binary) << said;
    }
    EXPECT_EQ(ReadAll(pinned), said) << path.filename();
  }
}

TEST(DiligenceGolden, EveryCodeHasACase) {
  std::string all;
  for (const fs::path& path : Cases()) all += Said(path);
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    const int number = static_cast<int>(spec.code);
    if (number < kFirstCode || number >= kEndCode) continue;
    const std::string code = CodeText(spec.code);
    EXPECT_NE(all.find("[" + code + "]"), std::string::npos) << code << " (" << spec.title << ")";
  }
}

}  // namespace
}  // namespace sekisho
