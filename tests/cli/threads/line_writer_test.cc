// Lines that several threads make stand in the file in their order.
#include "cli/line_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace sekisho {
namespace {

std::string Line(size_t item) { return "line " + std::to_string(item) + "\n"; }

std::string Written(ThreadTeam* team, size_t count) {
  const std::string path = testing::TempDir() + "sekisho_lines_" + std::to_string(getpid());
  StatusOr<OutputFile> file = OutputFile::Open(path);
  EXPECT_TRUE(file.ok()) << file.status();
  LineWriter writer(team, &*file);
  const auto append = [](size_t item, std::string* lines) { *lines += Line(item); };
  writer.Write(count, append);
  writer.Write(1, append);  // nothing of the pieces before
  EXPECT_TRUE(file->Commit().ok());
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  std::filesystem::remove(path);
  return text.str();
}

TEST(LineWriter, WritesEachLineOnceAndInOrder) {
  for (const uint32_t threads : {1U, 3U}) {
    ThreadTeam team(threads);
    std::string expected;
    size_t made = 0;
    // Around one piece of 256 lines, and several rounds of pieces.
    for (const size_t count : {0, 1, 255, 256, 257, 2048, 20000}) {
      for (; made < count; ++made) expected += Line(made);
      EXPECT_TRUE(Written(&team, count) == expected + Line(0)) << threads << " " << count;
    }
  }
}

}  // namespace
}  // namespace sekisho
