// What the mappings that come with the program make of records: tests/ingest/records holds files
// <mapping>.<case>.<kind> in the formats of the products, written by hand, and beside each what
// becomes of every record.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 ingest_tests --gtest_filter='ShippedRecords.*',
// then read the difference.
#include <gtest/gtest.h>

#include <set>

#include "golden.h"
#include "ingest/decode.h"
#include "ingest/mapping_reader.h"

namespace sekisho::testing {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/ingest/records";

std::vector<fs::path> Files() {
  std::vector<fs::path> files;
  for (const char* extension : {".json", ".ndjson", ".csv"}) {
    for (const auto& entry :
         fs::directory_iterator(SEKISHO_SOURCE_DIR "/" + std::string(kFolder))) {
      if (entry.path().extension() == extension) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string MappingOf(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.substr(0, name.find('.'));
}

std::string InWords(const Seen& seen, uint64_t line) {
  std::string text = "line " + std::to_string(line) + ": ";
  if (seen.outcome == Outcome::kSkipped) return text + "not mapped\n";
  if (seen.outcome == Outcome::kRejected) return text + "refused: " + seen.reason + "\n";
  text += seen.type + "\n";
  for (const auto& [field, value] : seen.fields) {
    if (field != "type") text += "    " + field + ": " + value + "\n";
  }
  return text;
}

std::string Said(const fs::path& path) {
  const MappingResult result =
      LoadMapping(SEKISHO_SOURCE_DIR "/mappings/" + MappingOf(path) + ".yml");
  if (result.mapping == nullptr) return "no mapping\n";
  InputOptions input_options;
  input_options.layout = result.mapping->layout;
  input_options.columns_read = result.mapping->paths;
  const auto input = Input::Open({path.string()}, input_options);
  if (!input.ok()) return std::string(ToStd(input.status().message()));
  DecoderOptions options;
  options.fields = &AllEventFields();
  options.mapping = result.mapping.get();
  Decoder decoder(options);
  EventView event(AllEventFields().size());
  std::string text;
  for (Block block; (*input)->NextBlock(&block);) {
    decoder.Start(block);
    for (Outcome outcome; (outcome = decoder.Next(&event)) != Outcome::kEnd;) {
      const StatusOr<uint64_t> line = (*input)->Line(decoder.record());
      text += InWords(See(outcome, decoder, event, AllEventFields()), line.ok() ? *line : 0);
    }
  }
  const Counters counters = decoder.TakeCounters();
  for (const auto& [kind, count] : counters.not_mapped.counts()) {
    text += "not mapped: " + kind + " " + std::to_string(count) + "\n";
  }
  for (const auto& [field, count] : counters.forbidden_fields.counts()) {
    text += "dropped: " + field + " " + std::to_string(count) + "\n";
  }
  return text;
}

TEST(ShippedRecords, BecomeWhatIsPinned) { golden::ExpectPinned(Files(), Said); }

TEST(ShippedRecords, EveryLogHasRecords) {
  std::set<std::string> seen;
  for (const fs::path& path : Files()) seen.insert(MappingOf(path));
  for (const auto& entry : fs::directory_iterator(SEKISHO_SOURCE_DIR "/mappings")) {
    const MappingResult result = LoadMapping(entry.path().string());
    ASSERT_NE(result.mapping, nullptr) << entry.path();
    if (!result.mapping->tables.empty()) continue;  // tests/cli
    EXPECT_EQ(seen.count(entry.path().stem().string()), 1u) << entry.path().filename();
  }
}

}  // namespace
}  // namespace sekisho::testing
