// Pins what is said about lists: tests/lists/golden/<case>/lists.yml gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 lists_tests --gtest_filter='ListGolden.*', then
// read the difference.
#include "golden.h"

#include <gtest/gtest.h>

#include "lists/list_folder.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/lists/golden";
constexpr int kFirstCode = 2300;
constexpr int kEndCode = 2350;  // from there on: tests/screening

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

TEST(ListGolden, DiagnosticsAreAsPinned) { golden::ExpectPinned(golden::Cases(kFolder, ""), Said); }

TEST(ListGolden, EveryCodeHasACase) {
  golden::ExpectEveryCode(kFirstCode, kEndCode, golden::Cases(kFolder, ""), Said);
}

TEST(ListGolden, AFolderWithoutAManifestIsNamed) {
  const StatusOr<ListLoad> load = LoadLists("/no/such/folder");
  ASSERT_FALSE(load.ok());
  EXPECT_NE(ToStd(load.status().message()).find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace sekisho
