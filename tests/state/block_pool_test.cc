#include "state/block_pool.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>
#include <map>
#include <set>
#include <vector>

namespace sekisho {
namespace {

constexpr size_t kSmallest = 64;
constexpr size_t kLargest = 128 << 10;

TEST(BlockPool, GivesTheSmallestPowerOfTwo) {
  BlockPool pool;
  for (size_t bytes = kSmallest; bytes <= kLargest; bytes *= 2) {
    EXPECT_EQ(BlockPool::BytesOf(pool.Allocate(bytes)), bytes);
    EXPECT_EQ(BlockPool::BytesOf(pool.Allocate(bytes - 1)), bytes);
    if (bytes == kLargest) continue;
    EXPECT_EQ(BlockPool::BytesOf(pool.Allocate(bytes + 1)), bytes * 2);
  }
  EXPECT_EQ(BlockPool::BytesOf(pool.Allocate(0)), kSmallest);
  EXPECT_EQ(BlockPool::BytesOf(pool.Allocate(1)), kSmallest);
}

TEST(BlockPool, NeverGivesTheHandleThatStandsForNone) {
  BlockPool pool;
  std::set<BlockHandle> handles;
  for (int i = 0; i < 5000; ++i) {
    const BlockHandle handle = pool.Allocate(kSmallest << (i % 5));
    EXPECT_NE(handle, 0u);
    EXPECT_TRUE(handles.insert(handle).second);
  }
  pool.Free(0);  // nothing happens
}

TEST(BlockPool, CountsWhatIsInUse) {
  BlockPool pool;
  EXPECT_EQ(pool.bytes_used(), 0u);
  const BlockHandle small = pool.Allocate(1);
  const BlockHandle large = pool.Allocate(1000);
  EXPECT_EQ(pool.bytes_used(), 64u + 1024u);
  pool.Free(small);
  EXPECT_EQ(pool.bytes_used(), 1024u);
  pool.Free(large);
  EXPECT_EQ(pool.bytes_used(), 0u);
}

TEST(BlockPool, GivesAFreedBlockAgain) {
  BlockPool pool;
  const BlockHandle first = pool.Allocate(100);
  pool.Free(first);
  EXPECT_NE(pool.Allocate(64), first);  // of another size
  EXPECT_EQ(pool.Allocate(100), first);
  EXPECT_NE(pool.Allocate(100), first);
}

TEST(BlockPoolDeathTest, MoreThanTheLargestBlockIsAMistakeOfTheCaller) {
  BlockPool pool;
  EXPECT_DEATH(pool.Allocate(kLargest + 1), "broken invariant");
}

// Blocks never overlap and never move, whatever was freed in between.
RC_GTEST_PROP(BlockPool, KeepsTheBytesOfEveryBlock, (std::vector<uint16_t> steps)) {
  BlockPool pool;
  std::map<BlockHandle, std::pair<std::byte*, unsigned char>> blocks;
  size_t bytes_used = 0;
  for (const uint16_t step : steps) {
    if (step % 3 == 0 && !blocks.empty()) {
      const auto at = std::next(blocks.begin(), static_cast<int>(step / 3 % blocks.size()));
      bytes_used -= BlockPool::BytesOf(at->first);
      pool.Free(at->first);
      blocks.erase(at);
    } else {
      const BlockHandle handle = pool.Allocate(size_t{1} << step / 3 % 18);
      const auto fill = static_cast<unsigned char>(step >> 8);
      std::memset(pool.At(handle), fill, BlockPool::BytesOf(handle));
      RC_ASSERT(blocks.emplace(handle, std::pair(pool.At(handle), fill)).second);
      bytes_used += BlockPool::BytesOf(handle);
    }
  }
  RC_ASSERT(pool.bytes_used() == bytes_used);
  for (const auto& [handle, block] : blocks) {
    const auto& [memory, fill] = block;
    RC_ASSERT(pool.At(handle) == memory);
    const std::vector<unsigned char> expected(BlockPool::BytesOf(handle), fill);
    RC_ASSERT(std::memcmp(memory, expected.data(), expected.size()) == 0);
  }
}

}  // namespace
}  // namespace sekisho
