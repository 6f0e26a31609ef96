// Pins what the reader of mappings says: tests/ingest/golden/<case>.yml gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 ingest_tests --gtest_filter='MappingGolden.*',
// then read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ingest/mapping_reader.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string Said(const fs::path& path) {
  const MappingResult result = ReadMapping(path.filename().string(), ReadAll(path));
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  return text + (result.mapping == nullptr ? "refused\n" : "read\n");
}

std::vector<fs::path> Cases() {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(SEKISHO_SOURCE_DIR "/tests/ingest/golden")) {
    if (entry.path().extension() == ".yml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(MappingGolden, DiagnosticsAreAsPinned) {
  for (const fs::path& path : Cases()) {
    fs::path pinned = path;
    pinned.replace_extension(".expected");
    const std::string said = Said(path);
    if (std::getenv("SEKISHO_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(pinned, std::ios::binary) << said;
    }
    EXPECT_EQ(ReadAll(pinned), said) << path.filename();
  }
}

TEST(MappingGolden, EveryCodeHasACase) {
  std::string all;
  for (const fs::path& path : Cases()) all += Said(path);
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    const int number = static_cast<int>(spec.code);
    if (number < 2000 || number >= 2100) continue;  // others: tests/rules, tests/measures
    const std::string code = CodeText(spec.code);
    EXPECT_NE(all.find("[" + code + "]"), std::string::npos) << code << " (" << spec.title << ")";
  }
}

TEST(MappingGolden, FilesThatCannotBeReadAreNamed) {
  const MappingResult result = LoadMapping("/no/such/mapping.yml");
  EXPECT_EQ(result.mapping, nullptr);
  ASSERT_EQ(result.diagnostics.size(), 1u);
  EXPECT_EQ(result.diagnostics[0].code, "SK0001");
  EXPECT_EQ(result.diagnostics[0].place.file, "/no/such/mapping.yml");
}

}  // namespace
}  // namespace sekisho
