// A scan gives byte-identical findings however it is run, and loses nothing silently.
#include "service/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "ingest/poor_disk.h"
#include "rules/load.h"
#include "service/finding_json.h"
#include "service/record_source.h"

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

// Wherever the disk ends: never findings of a part of the events.
TEST(Scan, SortingFailsWhereTheDiskIsFullOrBad) {
  std::vector<std::string> lines = SampleLines();
  std::reverse(lines.begin(), lines.end());
  const std::string text = Text(lines);
  PoorDisk disk;
  ScanOptions options;
  options.batch_bytes = 10'000;
  options.sort_bytes_max = 200'000;
  options.temporary.disk = &disk;
  const std::string expected = Output(text, options);
  ASSERT_EQ(expected, Output(text, {}));
  const uint64_t whole = disk.bytes_written;
  ASSERT_GT(whole, 200'000u);
  ASSERT_GT(disk.files, 1);
  for (const uint64_t less : {uint64_t{1}, uint64_t{1000}, whole / 2, whole}) {
    disk.bytes_written = 0;
    disk.bytes_max = whole - less;
    const StatusOr<ScanReport> report = ScanText(Catalogue(), text, options);
    ASSERT_FALSE(report.ok()) << less;
    const std::string message(ToStd(report.status().message()));
    EXPECT_NE(message.find("No space left on device"), std::string::npos) << message;
    EXPECT_NE(message.find("TMPDIR, or raise --sort-mb"), std::string::npos) << message;
  }
  disk.bytes_max = ~uint64_t{0};
  disk.is_readable = false;
  EXPECT_NE(Output(text, options).find("cannot be read back"), std::string::npos);
}

TEST(Scan, ChainedSourcesAreReadAsOne) {
  const std::vector<std::string> lines = SampleLines();
  const std::string expected = Output(Text(lines), {});
  ScanOptions options;
  options.threads = 3;
  options.batch_bytes = 5000;
  const FindingJson json(Catalogue());
  for (const size_t part : {size_t{0}, size_t{1}, lines.size() / 2, lines.size()}) {
    const auto middle = lines.begin() + static_cast<ptrdiff_t>(part);
    std::string first = Text({lines.begin(), middle}) + "nonsense\n";
    std::string second = Text({middle, lines.end()}) + "rubbish\n";
    for (int swapped = 0; swapped < 2; ++swapped) {
      const auto chain = Chain(OpenText(first, 5000), OpenText(second, 7000));
      EXPECT_EQ(chain->SourceCount(), 2u);
      std::vector<std::string> refused;
      options.on_reject = [&](const RejectedRecord& one) {
        refused.push_back(one.raw + ":" + std::to_string(one.line));
      };
      // Twice: a scan leaves the source at its end.
      for (int run = 0; run < 2; ++run) {
        chain->Rewind();
        refused.clear();
        const StatusOr<ScanReport> report = Scan(Catalogue(), chain.get(), options);
        ASSERT_TRUE(report.ok()) << report.status();
        std::string output;
        for (const Finding& finding : report->findings) json.Append(finding, &output);
        for (const AccountGroup& group : report->groups) AppendGroupJson(group, &output);
        EXPECT_EQ(output, expected) << part;
        std::sort(refused.begin(), refused.end());
        EXPECT_EQ(refused,
                  (std::vector<std::string>{"nonsense:" + std::to_string(part + 1),
                                            "rubbish:" + std::to_string(lines.size() - part + 1)}));
      }
      std::swap(first, second);
    }
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
