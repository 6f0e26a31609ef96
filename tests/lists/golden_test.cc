// Pins what is said about lists: tests/lists/golden/<case>/lists.yml gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 lists_tests --gtest_filter='ListGolden.*', then
// read the difference.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lists/list_registry.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr int kFirstCode = 2300;
constexpr int kEndCode = 2400;

std::string ReadAll(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string WithoutFolder(std::string text, const std::string& folder) {
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

std::string Said(const fs::path& folder) {
  const StatusOr<ListLoad> load = LoadLists(folder.string());
  std::string said;
  if (load.ok()) {
    for (const Diagnostic& one : load->diagnostics) said += FormatDiagnostic(one) + "\n";
    for (const ListInfo& list : load->lists->lists()) {
      said += list.spec.file + (list.loaded ? ": " : " is missing: ") +
              std::to_string(list.entries) + " entries, " + std::to_string(list.refused) +
              " left out\n";
    }
  } else {
    said = std::string(ToStd(load.status().message())) + "\n";
  }
  return WithoutFolder(said, folder.string() + "/");
}

std::vector<fs::path> Cases() {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(SEKISHO_SOURCE_DIR "/tests/lists/golden")) {
    if (entry.is_directory()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(ListGolden, DiagnosticsAreAsPinned) {
  for (const fs::path& path : Cases()) {
    const fs::path pinned = path.string() + ".expected";
    const std::string said = Said(path);
    if (std::getenv("SEKISHO_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(pinned, std::ios::binary) << said;
    }
    EXPECT_EQ(ReadAll(pinned), said) << path.filename();
  }
}

TEST(ListGolden, EveryCodeHasACase) {
  std::string all;
  for (const fs::path& path : Cases()) all += Said(path);
  for (const SkSpec& spec : AllDiagnosticCodes()) {
    const int number = static_cast<int>(spec.code);
    if (number < kFirstCode || number >= kEndCode) continue;
    const std::string code = CodeText(spec.code);
    EXPECT_NE(all.find("[" + code + "]"), std::string::npos) << code << " (" << spec.title << ")";
  }
}

TEST(ListGolden, AFolderWithoutAManifestIsNamed) {
  const StatusOr<ListLoad> load = LoadLists("/no/such/folder");
  ASSERT_FALSE(load.ok());
  EXPECT_NE(ToStd(load.status().message()).find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace sekisho
