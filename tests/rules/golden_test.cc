// Pins every diagnostic: tests/rules/golden/<case>.yml gives <case>.expected.
//
// The first line of a case may set how it is loaded:
//   # load: foreign --set B01.addresses=4
//   # load: known               sources and measures are looked up
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 rules_tests --gtest_filter='Golden.*', then read
// the difference.
#include "golden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "rules/load.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;
using golden::ReadAll;

// Codes that no small file can show; load_limits_test.cc, load_test.cc and field_check_test.cc show
// them.
const std::set<std::string>& ShownElsewhere() {
  static const std::set<std::string> codes = {"SK0001", "SK0002", "SK0107",
                                              "SK0212", "SK0406", "SK0513"};
  return codes;
}

LoadRequest RequestFor(const fs::path& path) {
  LoadRequest request;
  request.texts = {{path.filename().string(), ReadAll(path)}};
  std::istringstream lines(request.texts[0].text);
  std::string first;
  std::getline(lines, first);
  constexpr std::string_view kPrefix = "# load:";
  if (first.compare(0, kPrefix.size(), kPrefix) != 0) return request;
  std::istringstream words(first.substr(kPrefix.size()));
  for (std::string word; words >> word;) {
    if (word == "foreign") request.foreign_fields = true;
    if (word == "known") request.known = {{{"JP-2024-03-26", "2024-03-26"}}, {"M01", "M02"}};
    if (word != "--set") continue;
    words >> word;
    const size_t equals = word.find('=');
    request.overrides[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return request;
}

std::string StateText(const RuleStatus& status) {
  switch (status.state) {
    case RuleState::kLoaded:
      return "loaded";
    case RuleState::kNotEvaluated:
      return "not evaluated (" + status.code + ")";
    case RuleState::kFailed:
      return "failed";
  }
  return "";
}

std::string Outcome(const LoadResult& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  for (const RuleStatus& status : loaded.rule_status) {
    text += status.name + ": " + StateText(status) + "\n";
  }
  return text;
}

// The lines that only one side has, in their order: enough to see what changed.
std::string Difference(const std::string& expected, const std::string& actual) {
  const auto lines_of = [](const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  };
  const std::vector<std::string> a = lines_of(expected);
  const std::vector<std::string> b = lines_of(actual);
  std::string out;
  for (const std::string& line : a) {
    if (std::count(b.begin(), b.end(), line) == 0) out += "- " + line + "\n";
  }
  for (const std::string& line : b) {
    if (std::count(a.begin(), a.end(), line) == 0) out += "+ " + line + "\n";
  }
  return out.empty() ? "(the same lines in another order or number)\n" : out;
}

std::vector<fs::path> Cases() { return golden::Cases("tests/rules/golden", ".yml"); }

TEST(Golden, DiagnosticsAreAsPinned) {
  for (const fs::path& path : Cases()) {
    const std::string actual = Outcome(LoadRules(RequestFor(path)));
    if (golden::IsUpdate()) {
      std::ofstream(golden::PinnedFile(path), std::ios::binary) << actual;
      continue;
    }
    const std::string expected = ReadAll(golden::PinnedFile(path));
    if (expected != actual) {
      ADD_FAILURE() << path.filename() << ": - pinned, + now\n" << Difference(expected, actual);
    }
  }
}

TEST(Golden, EveryCodeHasACase) {
  std::string all;
  for (const fs::path& path : Cases()) all += ReadAll(golden::PinnedFile(path));
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    if (static_cast<int>(spec.code) >= 2000) break;  // mappings: tests/ingest/golden
    const std::string code = CodeText(spec.code);
    const bool shown = all.find("[" + code + "]") != std::string::npos;
    EXPECT_NE(shown, ShownElsewhere().count(code) > 0)
        << code << " (" << spec.title << ") "
        << (shown ? "has a golden case now; take it off the list" : "has no golden case");
  }
}

TEST(Golden, NumbersRiseAndAreUnique) {
  int last = 0;
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    EXPECT_GT(static_cast<int>(spec.code), last);
    last = static_cast<int>(spec.code);
    EXPECT_LT(last, 3000);
  }
}

TEST(Golden, TheListInDocsIsUpToDate) {
  const fs::path path = SEKISHO_SOURCE_DIR "/docs/diagnostics.md";
  if (golden::IsUpdate()) {
    std::ofstream(path, std::ios::binary) << DiagnosticsDocument();
  }
  EXPECT_EQ(ReadAll(path), DiagnosticsDocument())
      << "run SEKISHO_UPDATE_GOLDEN=1 rules_tests --gtest_filter='Golden.*'";
}

}  // namespace
}  // namespace sekisho
