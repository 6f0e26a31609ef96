// Folders of lists as people have them. tests/screening/golden/<case> gives <case>.expected.
//
// After a wanted change: SEKISHO_UPDATE_GOLDEN=1 screening_tests --gtest_filter='WatchGolden.*',
// then read the difference.
#include "screening/load.h"

#include <gtest/gtest.h>

#include <string>

#include "golden.h"
#include "lists/list_spec.h"
#include "screening/sample.h"
#include "screening/watch_text.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

constexpr char kFolder[] = "tests/screening/golden";
constexpr int kFirstCode = 2350;
constexpr int kEndCode = 2400;
constexpr std::string_view kStates[] = {"good", "incomplete", "stale", "missing"};

std::string WithoutFolder(std::string text, const std::string& folder) {
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

std::string Said(const fs::path& folder) {
  const StatusOr<LoadedLists> loaded = LoadWatchLists(folder.string());
  if (!loaded.ok()) return std::string(ToStd(loaded.status().message())) + "\n";
  std::string said;
  for (const Diagnostic& one : loaded->diagnostics) said += FormatDiagnostic(one) + "\n";
  for (const WatchList& list : loaded->lists) {
    const int64_t day_ms = DayStartMs("2026-11-23").value_or(0);
    said += list.name + ", " + (list.published.empty() ? "no date" : list.published) + ": " +
            std::string(kStates[static_cast<size_t>(list.StateAt(day_ms))]) + ", " +
            std::to_string(list.entries.size()) + " entries, " +
            std::to_string(list.problem_count) + " left out\n";
  }
  return WithoutFolder(said, folder.string() + "/");
}

TEST(WatchGolden, FoldersAreReadAsPinned) {
  golden::ExpectPinned(golden::Cases(kFolder, ""), Said);
}

TEST(WatchGolden, EveryCodeHasACase) {
  golden::ExpectEveryCode(kFirstCode, kEndCode, golden::Cases(kFolder, ""), Said);
}

class WatchFolderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(::testing::TempDir()) /
              ::testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const char* name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

// Wherever a list is cut, either it is not looked through, or nothing is lost but whole rows or
// what follows the last value.
TEST_F(WatchFolderTest, ACutInsideOfARowIsSeen) {
  const std::string_view whole = testing::kSdn;
  const size_t first = whole.find('\n') + 1;
  for (size_t size = first + 1; size < whole.size(); ++size) {
    if (whole[size - 1] == '\n' || whole[size - 1] == '\r' || whole[size] == '\r') continue;
    Write("sdn.csv", whole.substr(0, size));
    const auto loaded = LoadWatchLists(folder().string());
    ASSERT_TRUE(loaded.ok());
    ASSERT_EQ(loaded->lists.size(), 1U);
    const std::string_view left = whole.substr(0, size);
    if (left.ends_with("-0-") || left.ends_with("-0- ") || left.ends_with("-0")) continue;
    EXPECT_TRUE(loaded->lists[0].missing) << left;
    EXPECT_TRUE(loaded->lists[0].entries.empty());
  }
}

TEST_F(WatchFolderTest, XmlAndLinesThatAreCutAreSeen) {
  const std::string_view un = testing::kUn;
  for (size_t size = un.find("<INDIVIDUALS>"); size + 1 < un.size(); size += 7) {
    Write("un.xml", un.substr(0, size));
    const auto loaded = LoadWatchLists(folder().string());
    ASSERT_TRUE(loaded.ok());
    EXPECT_TRUE(loaded->lists[0].missing) << size;
  }
  fs::remove(folder() / "un.xml");
  const std::string_view line = testing::kFtm.substr(0, testing::kFtm.find('\n') + 1);
  Write("ftm.json", std::string(line) + std::string(line.substr(0, line.size() - 5)));
  const auto loaded = LoadWatchLists(folder().string());
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE(loaded->lists[0].missing);
}

// A cut at the end of a row shows in OFAC's other files, whose rows then belong to nobody.
TEST_F(WatchFolderTest, FilesThatDoNotBelongTogetherAreSeen) {
  std::string names;
  std::string others;
  for (int i = 1; i <= 40; ++i) {
    const std::string id = std::to_string(i);
    if (i <= 20) names += id + ",\"EXAMPLE " + id + "\",,,,,,,,,,\n";
    others += id + "," + id + ",\"aka\",\"SAMPLE " + id + "\",\n";
  }
  Write("sdn.csv", names);
  Write("alt.csv", others);
  const auto loaded = LoadWatchLists(folder().string());
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE(loaded->lists[0].missing);
}

TEST(ReadWatchText, LeavesUnknownBytesAlone) {
  for (const std::string bytes : {"", "JOS\xc9", "plain", "\xff"}) {
    const WatchText text = ReadWatchText(bytes);
    EXPECT_EQ(text.text, bytes);
    EXPECT_EQ(text.damage, "");
  }
}

}  // namespace
}  // namespace sekisho
