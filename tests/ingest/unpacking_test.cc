// What a packed file may unpack to, and what its copy may take of a disk.
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "core/limits.h"
#include "ingest/input.h"
#include "ingest/poor_disk.h"

namespace sekisho {
namespace {

constexpr uint64_t kFree = 1 << 20;

std::string Zstd(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string Gzip(std::string_view text) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string SameLines(size_t bytes) {
  const std::string line =
      "{\"type\":\"session.start\",\"account\":\"u1\",\"time\":1775002200000}\n";
  std::string text;
  while (text.size() < bytes) text += line;
  return text;
}

struct Outcome {
  size_t bytes = 0;
  std::string error;
};

Outcome Read(std::string_view packed, const InputOptions& options) {
  const auto path =
      std::filesystem::temp_directory_path() / ("sekisho_unpacking_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << packed;
  Outcome outcome;
  const StatusOr<std::unique_ptr<Input>> input = Input::Open({path.string()}, options);
  if (input.ok()) {
    for (Block block; (*input)->NextBlock(&block);) outcome.bytes += block.text.size();
    for (const SourceError& error : (*input)->errors()) outcome.error += error.message;
  }
  std::filesystem::remove(path);
  return outcome;
}

TEST(Unpacking, StopsWhereDataGrowsBeyondMeasure) {
  InputOptions options;
  options.unpacked_bytes_free = kFree;
  const std::string text = SameLines(64 << 20);
  for (const std::string& packed : {Gzip(text), Zstd(text)}) {
    const uint64_t bytes_max =
        limits::kUnpackedTimesMax * packed.size() + kFree + 2 * options.block_bytes;
    const Outcome outcome = Read(packed, options);
    EXPECT_NE(outcome.error.find("250 times its size"), std::string::npos) << outcome.error;
    EXPECT_GT(outcome.bytes, kFree / 2);
    EXPECT_LE(outcome.bytes, bytes_max);
  }
}

TEST(Unpacking, TakesWhatIsSmallOrGrowsAsLogsDo) {
  InputOptions options;
  options.unpacked_bytes_free = kFree;
  const std::string small = SameLines(kFree / 2);
  EXPECT_EQ(Read(Zstd(small), options).bytes, small.size());
  std::string log;
  for (int i = 0; i < 200'000; ++i) {
    log += R"({"type":"session.start","account":"u)" + std::to_string(i * 7919 % 100'003) + "\"}\n";
  }
  const Outcome outcome = Read(Gzip(log), options);
  EXPECT_EQ(outcome.error, "");
  EXPECT_EQ(outcome.bytes, log.size());
}

TEST(Unpacking, LeavesRoomOnTheDisk) {
  InputOptions options;
  options.spool_memory_bytes = 0;
  options.temporary.bytes_left = uint64_t{1} << 62;
  const Outcome outcome = Read(Gzip(SameLines(3 << 20)), options);
  EXPECT_EQ(outcome.bytes, 0u);
  EXPECT_NE(outcome.error.find("is nearly full"), std::string::npos) << outcome.error;
}

TEST(Unpacking, UsesWhatFitsOnAFullDisk) {
  PoorDisk disk;
  disk.bytes_max = 1 << 20;
  InputOptions options;
  options.spool_memory_bytes = 0;
  options.temporary.disk = &disk;
  const Outcome outcome = Read(Gzip(SameLines(3 << 20)), options);
  EXPECT_GT(outcome.bytes, size_t{1} << 19);
  EXPECT_LT(outcome.bytes, (size_t{1} << 20) + options.block_bytes);
  EXPECT_NE(outcome.error.find("sekisho_unpacking"), std::string::npos) << outcome.error;
  EXPECT_NE(outcome.error.find("No space left on device"), std::string::npos) << outcome.error;
  EXPECT_NE(outcome.error.find("save the input unpacked"), std::string::npos) << outcome.error;
}

}  // namespace
}  // namespace sekisho
