#include "lists/list_registry.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

namespace sekisho {
namespace {

namespace fs = std::filesystem;

class ListRegistryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(::testing::TempDir()) /
        (std::string("lists_") + ::testing::UnitTest::GetInstance()->current_test_info()->name() +
         "_" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    std::ofstream(path.string() + ".new") << text;
    fs::rename(path.string() + ".new", path);
  }

  static std::string Entry(const std::string& file, const std::string& keys) {
    return "  - {file: " + file + ", source: test, published: 2026-01-01, licence: none, " + keys +
           "}\n";
  }

  fs::path folder_;
};

TEST_F(ListRegistryTest, LoadsWhatCanBeRead) {
  Write("lists.yml", "lists:\n" + Entry("vpn.txt", "kind: network_ranges, class: vpn") +
                         Entry("gone.txt", "kind: email_domains") +
                         Entry("geo.mmdb", "kind: network_database"));
  Write("vpn.txt", "192.0.2.0/24\n");
  Write("geo.mmdb", "this is no database");
  ListRegistry registry(folder_.string());
  EXPECT_TRUE(registry.Current()->lists().empty());
  const auto said = registry.Load();
  ASSERT_TRUE(said.ok()) << said.status();
  ASSERT_EQ(said->size(), 2u);
  EXPECT_EQ((*said)[0].code, "SK2304");
  EXPECT_EQ((*said)[0].place.line, 3);
  EXPECT_EQ((*said)[1].code, "SK2306");
  const auto lists = registry.Current();
  ASSERT_EQ(lists->lists().size(), 3u);
  EXPECT_TRUE(lists->lists()[0].loaded);
  EXPECT_FALSE(lists->lists()[1].loaded);
  EXPECT_FALSE(lists->lists()[2].loaded);
}

TEST_F(ListRegistryTest, KeepsTheOldListsWhenTheNewManifestIsBroken) {
  Write("lists.yml", "lists:\n" + Entry("vpn.txt", "kind: network_ranges, class: vpn"));
  Write("vpn.txt", "192.0.2.0/24\n");
  ListRegistry registry(folder_.string());
  ASSERT_TRUE(registry.Load().ok());
  const auto before = registry.Current();
  Write("lists.yml", "lists: [");
  EXPECT_FALSE(registry.Load().ok());
  EXPECT_EQ(registry.Current(), before);
  fs::remove(folder_ / "lists.yml");
  EXPECT_FALSE(registry.Load().ok());
  EXPECT_EQ(registry.Current(), before);
}

// Two states of the folder: a reader sees one or the other as a whole, and what it holds on to
// stays as it is while others load.
TEST_F(ListRegistryTest, ReplacesAsAWhole) {
  const auto manifest = [](const std::string& name) {
    return "lists:\n" + Entry(name, "kind: network_ranges, class: " + name.substr(0, 3)) +
           Entry(name, "kind: network_ranges, class: watched, brand: " + name.substr(0, 3));
  };
  std::string ranges;
  for (int i = 0; i < 256; ++i) ranges += "10.0." + std::to_string(i) + ".0/24\n";
  Write("vpn.txt", ranges);
  Write("tor.txt", ranges);
  Write("lists.yml", manifest("vpn.txt"));
  ListRegistry registry(folder_.string());
  ASSERT_TRUE(registry.Load().ok());
  std::atomic<bool> done = false;
  std::atomic<size_t> mixed = 0;
  const auto read = [&] {
    const Address address = *ParseAddress("10.0.7.7");
    while (!done) {
      const std::shared_ptr<const ListSet> lists = registry.Current();
      const auto records = lists->network().Find(address);
      const std::string_view own = lists->network().Value(records, NetworkField::kClass, 0);
      if (own.empty() || own != lists->network().Value(records, NetworkField::kWatched, 0)) ++mixed;
    }
  };
  std::vector<std::thread> readers;
  readers.reserve(3);
  for (int i = 0; i < 3; ++i) readers.emplace_back(read);
  for (int i = 0; i < 30; ++i) {
    Write("lists.yml", manifest(i % 2 == 0 ? "tor.txt" : "vpn.txt"));
    EXPECT_TRUE(registry.Load().ok());
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(mixed, 0u);
}

}  // namespace
}  // namespace sekisho
