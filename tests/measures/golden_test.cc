// Pins what the reader of measures says: tests/measures/golden/<case>.yml gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 measures_tests --gtest_filter='MeasureGolden.*',
// then read the difference.
#include "golden.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "measures/load.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;
using golden::ReadAll;

constexpr char kFolder[] = "tests/measures/golden";
constexpr int kFirstCode = 2100;
constexpr int kEndCode = 2200;  // tests/assess

const char kSources[] =
    "sources:\n"
    "  - {key: JP-2024-03-26, date: 2024-03-26, read: true}\n";
const char kContacts[] =
    "contacts:\n"
    "  - {id: R01, name: {en: a, ja: b, ko: c}}\n";

// A case is a measure, or stands for one of the references when it bears their name.
std::string Said(const fs::path& path) {
  MeasureTexts texts;
  texts.sources = {"sources.yml", kSources};
  texts.contacts = {"contacts.yml", kContacts};
  const MeasureTexts::Text text{path.filename().string(), ReadAll(path)};
  if (text.name.starts_with("sources")) {
    texts.sources = text;
  } else if (text.name.starts_with("contacts")) {
    texts.contacts = text;
  } else {
    texts.measures.push_back(text);
    if (text.name.starts_with("twice")) texts.measures.push_back({"again.yml", text.text});
  }
  const MeasureLoad load = LoadMeasures(texts);
  std::string said;
  for (const Diagnostic& diagnostic : load.diagnostics) said += FormatDiagnostic(diagnostic) + "\n";
  return said + std::to_string(load.catalogue.measures.size()) + " measures, " +
         std::to_string(load.catalogue.documents.size()) + " documents, " +
         std::to_string(load.catalogue.contacts.size()) + " contacts\n";
}

TEST(MeasureGolden, DiagnosticsAreAsPinned) {
  golden::ExpectPinned(golden::Cases(kFolder, ".yml"), Said);
}

TEST(MeasureGolden, EveryCodeHasACase) {
  golden::ExpectEveryCode(kFirstCode, kEndCode, golden::Cases(kFolder, ".yml"), Said);
}

TEST(Measures, TheShippedOnesHaveNoErrors) {
  const MeasureLoad load = LoadMeasures(std::string(SEKISHO_SOURCE_DIR));
  for (const Diagnostic& diagnostic : load.diagnostics) {
    ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  EXPECT_EQ(load.catalogue.measures.size(), 46u);
  EXPECT_EQ(load.catalogue.measures.front().id, "M01");
  EXPECT_TRUE(load.catalogue.documents.at("JP-2024-03-26").read);
}

// Whatever becomes of the bytes of a good file: an answer, no crash.
RC_GTEST_PROP(Measures, DamagedFilesAreRead, ()) {
  static const std::string good = ReadAll(SEKISHO_SOURCE_DIR "/tests/measures/golden/good.yml");
  std::string text = good;
  const auto edits = *rc::gen::container<std::vector<std::pair<size_t, char>>>(
      rc::gen::pair(rc::gen::inRange<size_t>(0, good.size()), rc::gen::arbitrary<char>()));
  for (const auto& [at, byte] : edits) text[at] = byte;
  MeasureTexts texts;
  texts.measures = {{"measure.yml", text.substr(0, *rc::gen::inRange<size_t>(0, good.size() + 1))}};
  texts.sources = {"sources.yml", text};
  texts.contacts = {"contacts.yml", kContacts + text};
  const MeasureLoad load = LoadMeasures(texts);
  RC_ASSERT(load.has_errors());
}

TEST(Measures, AMissingFolderIsNamed) {
  const MeasureLoad load = LoadMeasures(std::string("/no/such/folder"));
  EXPECT_TRUE(load.has_errors());
  ASSERT_EQ(load.diagnostics.size(), 5u);
  for (const Diagnostic& diagnostic : load.diagnostics) EXPECT_EQ(diagnostic.code, "SK0001");
}

}  // namespace
}  // namespace sekisho
