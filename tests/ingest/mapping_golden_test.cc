// Pins what the reader of mappings says: tests/ingest/golden/<case>.yml gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 ingest_tests --gtest_filter='MappingGolden.*',
// then read the difference.
#include <gtest/gtest.h>

#include "golden.h"
#include "ingest/mapping_reader.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/ingest/golden";
constexpr int kFirstCode = 2000;
constexpr int kEndCode = 2100;  // others: tests/rules, tests/measures

std::string Said(const fs::path& path) {
  const MappingResult result = ReadMapping(path.filename().string(), golden::ReadAll(path));
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  return text + (result.mapping == nullptr ? "refused\n" : "read\n");
}

TEST(MappingGolden, DiagnosticsAreAsPinned) {
  golden::ExpectPinned(golden::Cases(kFolder, ".yml"), Said);
}

TEST(MappingGolden, EveryCodeHasACase) {
  golden::ExpectEveryCode(kFirstCode, kEndCode, golden::Cases(kFolder, ".yml"), Said);
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
