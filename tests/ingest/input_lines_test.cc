#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "ingest/input.h"

namespace sekisho {
namespace {

constexpr int kLines = 100000;

// A file of kLines lines, each "{"n": <its number>}", gone with the object.
class NumberedLines {
 public:
  explicit NumberedLines(const char* name) : path_(std::filesystem::temp_directory_path() / name) {
    std::ofstream file(path_);
    for (int line = 1; line <= kLines; ++line) file << "{\"n\": " << line << "}\n";
  }
  ~NumberedLines() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// What every member of a scan does when the first record of each block is refused.
void AskForEachBlock(Input* input) {
  Block block;
  while (input->NextBlock(&block)) {
    const std::string number(block.text.substr(6, block.text.find('}') - 6));
    const StatusOr<uint64_t> line = input->Line({block.source, block.offset, 1});
    ASSERT_TRUE(line.ok()) << line.status();
    EXPECT_EQ(std::to_string(*line), number);
  }
}

TEST(InputLines, AreToldWhileOthersReadOn) {
  const NumberedLines a("sekisho_input_lines_a.ndjson");
  const NumberedLines b("sekisho_input_lines_b.ndjson");
  InputOptions options;
  options.block_bytes = 2048;
  StatusOr<std::unique_ptr<Input>> input = Input::Open({a.path(), b.path()}, options);
  ASSERT_TRUE(input.ok()) << input.status();
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) threads.emplace_back(AskForEachBlock, input->get());
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace sekisho
