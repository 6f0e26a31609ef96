#include "lists/live_lists.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "core/sha256.h"
#include "lists/file_stamps.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;
using Outcome = ListReload::Outcome;

constexpr char kVpn[] = "kind: network_ranges, class: vpn";
constexpr char kProxy[] = "kind: network_ranges, class: proxy";

class LiveListsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(::testing::TempDir()) /
        (std::string("lists_") + ::testing::UnitTest::GetInstance()->current_test_info()->name() +
         "_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // As a careful writer does it: complete, then under its name.
  void Write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    std::ofstream(path.string() + ".new") << text;
    fs::rename(path.string() + ".new", path);
  }

  static std::string Entry(const std::string& file, const std::string& keys) {
    return "  - {file: " + file + ", source: test, published: 2026-01-01, licence: none, " + keys +
           "}\n";
  }

  void WriteManifest(const std::string& entries) const { Write("lists.yml", "lists:\n" + entries); }

  // Two lists of one part: when one fails, the other still answers.
  void WriteTwoLists() const {
    WriteManifest(Entry("a.txt", kVpn) + Entry("b.txt", kVpn));
    Write("a.txt", "192.0.2.0/25\n198.51.100.0/25\n");
    Write("b.txt", "203.0.113.0/25\n203.0.113.128/25\n");
  }

  LiveLists Live() const {
    const LiveLists::Loader load = [folder = folder_.string()] { return LoadLists(folder); };
    StatusOr<ListLoad> first = load();
    EXPECT_TRUE(first.ok()) << first.status();
    return LiveLists(first->lists, load);
  }

  static std::string_view ClassOf(const ListSet& lists, std::string_view ip) {
    const auto records = lists.network().Find(*ParseAddress(ip));
    return lists.network().Value(records, NetworkField::kClass, 0);
  }

  // The reload must keep the set in force and say why.
  static void ExpectKept(LiveLists* live, const std::string& why) {
    const auto before = live->Current();
    const ListReload reload = live->Reload();
    EXPECT_EQ(reload.outcome, Outcome::kKept);
    EXPECT_NE(reload.reason.find(why), std::string::npos) << reload.reason;
    EXPECT_EQ(reload.lists, before);
    EXPECT_EQ(live->Current(), before);
  }

  fs::path folder_;
};

TEST_F(LiveListsTest, LoadsWhatCanBeRead) {
  WriteManifest(Entry("vpn.txt", kVpn) + Entry("gone.txt", "kind: email_domains") +
                Entry("geo.mmdb", "kind: network_database"));
  Write("vpn.txt", "192.0.2.0/24\n");
  Write("geo.mmdb", "this is no database");
  const StatusOr<ListLoad> load = LoadLists(folder_.string());
  ASSERT_TRUE(load.ok()) << load.status();
  EXPECT_TRUE(load->manifest_whole);
  ASSERT_EQ(load->diagnostics.size(), 2u);
  EXPECT_EQ(load->diagnostics[0].code, "SK2304");
  EXPECT_EQ(load->diagnostics[0].place.line, 3);
  EXPECT_EQ(load->diagnostics[1].code, "SK2306");
  ASSERT_EQ(load->lists->lists().size(), 3u);
  EXPECT_TRUE(load->lists->lists()[0].loaded);
  EXPECT_FALSE(load->lists->lists()[1].loaded);
  EXPECT_FALSE(load->lists->lists()[2].loaded);
}

TEST_F(LiveListsTest, TheVersionIsWhatSha256sumSaysOfTheFolder) {
  const std::string manifest = "lists:\n" + Entry("a.txt", kVpn) + Entry("gone.txt", kProxy);
  Write("lists.yml", manifest);
  Write("a.txt", "192.0.2.0/24\n");
  EXPECT_EQ(LoadLists(folder_.string())->lists->version(),
            Sha256Hex(Sha256Hex(manifest) + "  lists.yml\n" + Sha256Hex("192.0.2.0/24\n") +
                      "  a.txt\nmissing  gone.txt\n"));
}

TEST_F(LiveListsTest, PutsNewListsInForce) {
  WriteTwoLists();
  LiveLists live = Live();
  const auto before = live.Current();
  Write("a.txt", "192.0.2.128/25\n198.51.100.0/25\n");
  const ListReload reload = live.Reload();
  EXPECT_EQ(reload.outcome, Outcome::kLoaded) << reload.reason;
  EXPECT_EQ(live.Current(), reload.lists);
  EXPECT_NE(reload.lists->version(), before->version());
  EXPECT_EQ(ClassOf(*live.Current(), "192.0.2.200"), "vpn");
  EXPECT_EQ(ClassOf(*live.Current(), "192.0.2.1"), "");
  EXPECT_EQ(ClassOf(*before, "192.0.2.1"), "vpn") << "who holds on to a set keeps it";
}

TEST_F(LiveListsTest, TheSameFolderIsTheSameSet) {
  WriteTwoLists();
  LiveLists live = Live();
  const auto before = live.Current();
  EXPECT_EQ(live.Reload().outcome, Outcome::kUnchanged);
  Write("a.txt", "192.0.2.0/25\n198.51.100.0/25\n");  // the same bytes, another file
  EXPECT_EQ(live.Reload().outcome, Outcome::kUnchanged);
  EXPECT_EQ(live.Current(), before);
}

TEST_F(LiveListsTest, ABrokenManifestKeepsTheOldSet) {
  WriteTwoLists();
  LiveLists live = Live();
  Write("lists.yml", "lists: [");
  ExpectKept(&live, "lists.yml:2");
  WriteManifest(Entry("a.txt", kVpn) + Entry("b.txt", "kind: network_ranges, class: wpn"));
  ExpectKept(&live, "cannot be understood");
  fs::remove(folder_ / "lists.yml");
  ExpectKept(&live, "there is no lists.yml");
}

TEST_F(LiveListsTest, AListThatFailsKeepsTheOldSetAlsoWhenAnotherCouldAnswer) {
  WriteTwoLists();
  LiveLists live = Live();
  Write("a.txt", "");
  ExpectKept(&live, "a.txt cannot be used");
  Write("a.txt", "<html>Service unavailable</html>\n");
  ExpectKept(&live, "a.txt cannot be used");
  fs::remove(folder_ / "a.txt");
  ExpectKept(&live, "a.txt cannot be used");
  EXPECT_EQ(ClassOf(*live.Current(), "192.0.2.1"), "vpn");
}

TEST_F(LiveListsTest, AListThatWasMissingAlreadyStopsNobody) {
  WriteManifest(Entry("a.txt", kVpn) + Entry("b.txt", kProxy));
  Write("a.txt", "192.0.2.0/24\n");
  LiveLists live = Live();
  Write("a.txt", "198.51.100.0/24\n");
  EXPECT_EQ(live.Reload().outcome, Outcome::kLoaded);
  Write("b.txt", "203.0.113.0/24\n");
  EXPECT_EQ(live.Reload().outcome, Outcome::kLoaded);
  EXPECT_EQ(ClassOf(*live.Current(), "203.0.113.1"), "proxy");
  fs::remove(folder_ / "b.txt");
  ExpectKept(&live, "b.txt");
}

TEST_F(LiveListsTest, AFileUnderAnotherNameIsNoWayAround) {
  WriteTwoLists();
  LiveLists live = Live();
  WriteManifest(Entry("a2.txt", kVpn) + Entry("b.txt", kVpn));
  ExpectKept(&live, "a2.txt cannot be used");
}

TEST_F(LiveListsTest, WhatIsNamedNoMoreGoes) {
  WriteTwoLists();
  LiveLists live = Live();
  WriteManifest(Entry("b.txt", kVpn));
  EXPECT_EQ(live.Reload().outcome, Outcome::kLoaded);
  EXPECT_EQ(ClassOf(*live.Current(), "192.0.2.1"), "");
}

TEST_F(LiveListsTest, AColumnThatGoesKeepsTheOldSet) {
  WriteManifest(Entry("places.csv", "kind: network_places"));
  Write("places.csv", "range,country,asn\n192.0.2.0/24,JP,64500\n");
  LiveLists live = Live();
  Write("places.csv", "range,country\n192.0.2.0/24,KR\n");
  ExpectKept(&live, "nothing about asn");
}

TEST_F(LiveListsTest, EveryBeginningOfAListIsKeptOutOrWhole) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "192.0.2." + std::to_string(i * 12) + "/30\n";
  WriteManifest(Entry("a.txt", kVpn));
  Write("a.txt", text);
  LiveLists live = Live();
  size_t taken = 0;
  for (size_t bytes = 0; bytes < text.size(); ++bytes) {
    Write("a.txt", text.substr(0, bytes));
    if (live.Reload().outcome == Outcome::kKept) continue;
    ++taken;  // at the end of a line, in the second half: looks like a list that became shorter
    EXPECT_EQ(text[bytes - 1], '\n');
    EXPECT_GE(bytes, text.size() / 2 - 8);
    Write("a.txt", text);
    EXPECT_EQ(live.Reload().outcome, Outcome::kLoaded);
  }
  EXPECT_EQ(taken, 10u);
}

TEST_F(LiveListsTest, AHashInTheManifestLetsNoBeginningPass) {
  const std::string text = "192.0.2.0/25\n192.0.2.128/25\n198.51.100.0/24\n";
  WriteManifest(Entry("a.txt", std::string(kVpn) + ", sha256: " + Sha256Hex(text)));
  Write("a.txt", text);
  LiveLists live = Live();
  for (size_t bytes = 0; bytes < text.size(); ++bytes) {
    Write("a.txt", text.substr(0, bytes));
    EXPECT_EQ(live.Reload().outcome, Outcome::kKept) << bytes;
  }
}

TEST_F(LiveListsTest, AHashSaysThatAShorterListIsMeant) {
  WriteManifest(Entry("a.txt", kVpn));
  Write("a.txt", "192.0.2.0/25\n192.0.2.128/25\n198.51.100.0/24\n");
  LiveLists live = Live();
  const std::string shorter = "198.51.100.0/24";
  Write("a.txt", shorter);
  ExpectKept(&live, "entries: 1, in force: 3");
  WriteManifest(Entry("a.txt", std::string(kVpn) + ", sha256: " + Sha256Hex(shorter)));
  EXPECT_EQ(live.Reload().outcome, Outcome::kLoaded);
}

TEST_F(LiveListsTest, LinesThatCannotBeReadAreReportedAndTheRestIsUsed) {
  WriteTwoLists();
  LiveLists live = Live();
  Write("b.txt", "203.0.113.0/25\n203.0.113.128/33\n");
  const ListReload reload = live.Reload();
  EXPECT_EQ(reload.outcome, Outcome::kLoaded) << reload.reason;
  ASSERT_EQ(reload.diagnostics.size(), 1u);
  EXPECT_EQ(reload.diagnostics[0].place.file, "b.txt");
  EXPECT_EQ(reload.diagnostics[0].place.line, 2);
}

TEST_F(LiveListsTest, StampsTellWhatHappenedToAFile) {
  const std::string path = (folder_ / "a.txt").string();
  const auto changed_by = [&](const std::function<void()>& act) {
    FileStamps stamps;
    stamps.Take(path);
    act();
    return stamps.Changed();
  };
  EXPECT_EQ(changed_by([] {}), "");
  EXPECT_EQ(changed_by([&] { Write("a.txt", "one\n"); }), path) << "it came";
  EXPECT_EQ(changed_by([] {}), "");
  EXPECT_EQ(changed_by([&] { std::ofstream(path, std::ios::app) << "two\n"; }), path) << "grew";
  EXPECT_EQ(changed_by([&] { Write("a.txt", "one\ntwo\n"); }), path) << "replaced";
  EXPECT_EQ(changed_by([&] { fs::remove(path); }), path) << "it went";
}

// Two states of the folder, in which all lists agree: a reader sees one or the other as a whole,
// and what it holds on to stays as it is while others load.
TEST_F(LiveListsTest, ReadersSeeOneFolderOrTheOther) {
  const auto manifest = [](const std::string& name) {
    return "lists:\n" + Entry(name, "kind: network_ranges, class: " + name.substr(0, 3)) +
           Entry(name, "kind: network_ranges, class: watched, brand: " + name.substr(0, 3));
  };
  std::string ranges;
  for (int i = 0; i < 256; ++i) ranges += "10.0." + std::to_string(i) + ".0/24\n";
  Write("vpn.txt", ranges);
  Write("tor.txt", ranges);
  Write("lists.yml", manifest("vpn.txt"));
  LiveLists live = Live();
  std::atomic<bool> done = false;
  std::atomic<size_t> mixed = 0;
  const auto read = [&] {
    const Address address = *ParseAddress("10.0.7.7");
    while (!done) {
      const std::shared_ptr<const ListSet> lists = live.Current();
      const auto records = lists->network().Find(address);
      const std::string_view own = lists->network().Value(records, NetworkField::kClass, 0);
      const bool same = own == lists->network().Value(records, NetworkField::kWatched, 0) &&
                        lists->lists().front().spec.list_class == own;
      if (own.empty() || !same) ++mixed;
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 3; ++i) threads.emplace_back(read);
  // A second one that reloads, as when two people ask at once.
  threads.emplace_back([&] {
    while (!done) EXPECT_NE(live.Reload().lists, nullptr);
  });
  for (int i = 0; i < 30; ++i) {
    const std::string name = i % 2 == 0 ? "tor.txt" : "vpn.txt";
    Write("lists.yml", manifest(name));
    const ListReload reload = live.Reload();
    EXPECT_NE(reload.outcome, Outcome::kKept) << reload.reason;
    EXPECT_EQ(reload.lists->lists().front().spec.file, name);
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(mixed, 0u);
}

}  // namespace
}  // namespace sekisho
