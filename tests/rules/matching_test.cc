// Runs tests/rules/matching/*.txt: what each part of the detection language matches.
//
//   # remark
//   == what is shown
//   detection in YAML: one selection, or selections with a condition
//   yes {"event": "that matches"}
//   no  {"event": "that does not"}
//   says SK0201          a diagnostic that loading must give
//   own                  by the rules for our own files; else as with --foreign-fields
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "rules/event_of.h"
#include "rules/load.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

struct Check {
  int line;
  bool matches;
  std::string json;
};

struct Block {
  int line = 0;
  std::string title;
  std::string detection;
  bool own = false;
  std::vector<std::string> codes;
  std::vector<Check> checks;
};

bool StartsWith(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

std::vector<Block> ReadBlocks(const fs::path& path) {
  std::ifstream file(path);
  std::vector<Block> blocks;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (StartsWith(line, "== ")) {
      blocks.push_back({});
      blocks.back().line = number;
      blocks.back().title = line.substr(3);
    } else if (line.empty() || line[0] == '#' || blocks.empty()) {
      continue;
    } else if (StartsWith(line, "yes ") || StartsWith(line, "no  ")) {
      blocks.back().checks.push_back({number, line[0] == 'y', line.substr(4)});
    } else if (StartsWith(line, "says ")) {
      blocks.back().codes.push_back(line.substr(5));
    } else if (line == "own") {
      blocks.back().own = true;
    } else {
      blocks.back().detection += line + "\n";
    }
  }
  return blocks;
}

std::string Indented(const std::string& text, const std::string& indent) {
  std::istringstream lines(text);
  std::string line;
  std::string out;
  while (std::getline(lines, line)) out += indent + line + "\n";
  return out;
}

LoadResult LoadBlock(const Block& block) {
  const bool whole = block.detection.find("condition:") != std::string::npos;
  std::string text = "title: test\nlogsource: {product: sekisho}\ndetection:\n";
  text += whole ? Indented(block.detection, "  ")
                : "  it:\n" + Indented(block.detection, "    ") + "  condition: it\n";
  LoadRequest request;
  request.texts = {{"test.yml", text}};
  request.foreign_fields = !block.own;
  request.placeholders = {{"admins", {"root", "adm_*"}}};
  return LoadRules(request);
}

void RunBlock(const fs::path& path, const Block& block) {
  const std::string place = path.filename().string() + ":" + std::to_string(block.line) + " ";
  const LoadResult loaded = LoadBlock(block);
  for (const std::string& code : block.codes) {
    EXPECT_TRUE(std::any_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                            [&](const Diagnostic& d) { return d.code == code; }))
        << place << block.title << ": no " << code;
  }
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    const bool expected = std::count(block.codes.begin(), block.codes.end(), diagnostic.code) > 0;
    EXPECT_TRUE(expected) << place << FormatDiagnostic(diagnostic);
  }
  if (block.checks.empty()) {
    EXPECT_FALSE(block.codes.empty()) << place << "checks nothing";
    return;
  }
  ASSERT_EQ(loaded.rules.rules.size(), 1u) << place << block.title;
  const Matcher& matcher = loaded.rules.rules[0].detection()->matcher;
  for (const Check& check : block.checks) {
    const TestEvent event(check.json, loaded.rules.fields);
    ASSERT_TRUE(event.valid()) << path.filename() << ":" << check.line << " is no JSON object";
    EXPECT_EQ(matcher.Matches(event.view()), check.matches)
        << path.filename().string() << ":" << check.line << " (" << block.title
        << "): " << check.json;
    if (check.matches) {
      EXPECT_TRUE(matcher.MayMatchType(event.view().type)) << path.filename() << check.line;
    }
  }
}

TEST(Matching, AsWritten) {
  size_t checks = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(SEKISHO_SOURCE_DIR "/tests/rules/matching")) {
    for (const Block& block : ReadBlocks(entry.path())) {
      RunBlock(entry.path(), block);
      checks += block.checks.size();
    }
  }
  EXPECT_GT(checks, 250u);
}

}  // namespace
}  // namespace sekisho
