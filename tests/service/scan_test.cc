// A scan gives byte-identical findings however it is run, and loses nothing silently.
#include "service/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "rules/load.h"
#include "service/finding_json.h"

namespace sekisho {
namespace {

LoadResult LoadCatalogue() {
  LoadRequest request;
  request.paths = {SEKISHO_SOURCE_DIR "/indicators"};
  return LoadRules(request);
}

const RuleSet& Catalogue() {
  static const LoadResult& loaded = *new LoadResult(LoadCatalogue());
  return loaded.rules;
}

// The sample platform, one event a line.
std::vector<std::string> SampleLines() {
  std::ifstream file(SEKISHO_SOURCE_DIR "/examples/platform.ndjson");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string Text(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// All findings and groups as they are written to a file.
std::string Output(const std::string& text, const ScanOptions& options) {
  const StatusOr<ScanReport> report = ScanText(Catalogue(), text, options);
  if (!report.ok()) return std::string(ToStd(report.status().message()));
  std::string output;
  const FindingJson json(Catalogue());
  for (const Finding& finding : report->findings) json.Append(finding, &output);
  for (const AccountGroup& group : report->groups) AppendGroupJson(group, &output);
  return output;
}

TEST(Scan, ThreadsAndBlocksDoNotMatter) {
  const std::string text = Text(SampleLines());
  const std::string expected = Output(text, {});
  ASSERT_GT(std::count(expected.begin(), expected.end(), '\n'), 40);
  for (const uint32_t threads : {2u, 5u}) {
    for (const size_t block : {size_t{3000}, size_t{1} << 20}) {
      ScanOptions options;
      options.threads = threads;
      options.batch_bytes = block;
      EXPECT_EQ(Output(text, options), expected) << threads << " threads, blocks of " << block;
    }
  }
}

TEST(Scan, OrderOfLinesAndPlaceOfSortingDoNotMatter) {
  std::vector<std::string> lines = SampleLines();
  const std::string expected = Output(Text(lines), {});
  std::mt19937 random(20260401);
  std::shuffle(lines.begin(), lines.end(), random);
  for (const size_t sort_bytes : {size_t{1} << 30, size_t{200'000}}) {  // in memory, in files
    ScanOptions options;
    options.threads = 2;
    options.batch_bytes = 10'000;
    options.sort_bytes_max = sort_bytes;
    EXPECT_EQ(Output(Text(lines), options), expected) << "sorting with " << sort_bytes;
  }
}

TEST(Scan, SeedIsInNoResult) {
  const std::string text = Text(SampleLines());
  ScanOptions options;
  options.seed = 0x1234567890abcdef;
  EXPECT_EQ(Output(text, options), Output(text, {}));
}

TEST(Scan, DuplicatesCountOnceAndConflictsAreNamed) {
  const std::string head =
      R"({"id":"e1","time":"2026-04-01T00:00:00Z","type":"session.start","account":"u1",)";
  const std::string start = head + R"("ip":"192.0.2.1"})"
                                   "\n";
  const std::string other = head + R"("ip":"192.0.2.2"})"
                                   "\n";
  std::vector<RejectedRecord> rejects;
  ScanOptions options;
  options.on_reject = [&](const RejectedRecord& reject) { rejects.push_back(reject); };
  const StatusOr<ScanReport> report = ScanText(Catalogue(), start + start + other, options);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->events, 1u);
  EXPECT_EQ(report->duplicates, 1u);
  EXPECT_EQ(report->conflicts, 1u);
  ASSERT_EQ(rejects.size(), 1u);
  EXPECT_EQ(rejects[0].line, 3u);
  EXPECT_NE(rejects[0].reason.find("text:1"), std::string::npos) << rejects[0].reason;
}

TEST(Scan, RefusedLinesAreReportedOnceEvenWhenTheInputIsReadTwice) {
  std::vector<std::string> lines = SampleLines();
  std::reverse(lines.begin(), lines.end());
  lines.insert(lines.begin() + 10, "{\"id\": \"broken");
  int rejects = 0;
  ScanOptions options;
  options.batch_bytes = 5000;
  options.on_reject = [&](const RejectedRecord& reject) {
    EXPECT_EQ(reject.line, 11u);
    ++rejects;
  };
  const StatusOr<ScanReport> report = ScanText(Catalogue(), Text(lines), options);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(rejects, 1);
  EXPECT_EQ(report->rejects, 1u);
  EXPECT_FALSE(report->sorted);
  EXPECT_EQ(report->events, lines.size() - 1);
}

TEST(Scan, NoEventsNoFindings) {
  const StatusOr<ScanReport> report = ScanText(Catalogue(), "", {});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->events, 0u);
  EXPECT_TRUE(report->findings.empty());
}

}  // namespace
}  // namespace sekisho
