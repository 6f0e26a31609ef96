#include "service/row_sort.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

namespace sekisho {
namespace {

constexpr size_t kBucketRows = 2048;  // of 16 bytes: they fit a first-level cache
constexpr size_t kSamplesMax = 1024;

bool Before(const TimedRow& a, const TimedRow& b) {
  return a.time_ms != b.time_ms ? a.time_ms < b.time_ms : *a.row < *b.row;
}

// Which bucket a time belongs to. A few times far away from all others, before or behind, share the
// first bucket or the last.
class Buckets {
 public:
  Buckets(const ReadBlocks& blocks, size_t rows) : count_(rows / kBucketRows + 1) {
    std::vector<int64_t> times;
    const size_t step = rows / kSamplesMax + 1;
    size_t next = 0;  // the place of the next sample, from the start of the block
    for (const auto& block : blocks) {
      const std::vector<Row>& its = block->rows().rows();
      for (; next < its.size(); next += step) times.push_back(its[next].time_ms);
      next -= its.size();
    }
    std::sort(times.begin(), times.end());
    const size_t tail = times.size() / 64;
    if (times.empty()) return;
    first_ms_ = times[tail];
    const int64_t span = times[times.size() - 1 - tail] - first_ms_;
    width_ms_ = span / static_cast<int64_t>(count_) + 1;
  }

  size_t count() const { return count_; }
  size_t Of(int64_t time_ms) const {
    if (time_ms <= first_ms_) return 0;
    return std::min(static_cast<size_t>((time_ms - first_ms_) / width_ms_), count_ - 1);
  }

 private:
  size_t count_;
  int64_t first_ms_ = 0;
  int64_t width_ms_ = 1;
};

}  // namespace

SortedRows::SortedRows(const ReadBlocks& blocks, ThreadTeam* team) {
  for (const auto& block : blocks) size_ += block->size();
  rows_ = std::make_unique_for_overwrite<TimedRow[]>(size_);
  const Buckets buckets(blocks, size_);
  // By member: how many rows each bucket gets of its share of the blocks, then where they go.
  std::vector<std::vector<size_t>> places(team->size(), std::vector<size_t>(buckets.count()));
  const auto share = [&](uint32_t self, auto visit) {
    const size_t end = blocks.size() * (self + 1) / team->size();
    for (size_t i = blocks.size() * self / team->size(); i < end; ++i) {
      for (const Row& row : blocks[i]->rows().rows()) visit(row);
    }
  };
  team->Run([&](uint32_t self) {
    share(self, [&](const Row& row) { ++places[self][buckets.Of(row.time_ms)]; });
  });
  std::vector<size_t> ends(buckets.count());
  size_t end = 0;
  for (size_t bucket = 0; bucket < buckets.count(); ++bucket) {
    for (std::vector<size_t>& of_member : places) {
      const size_t count = of_member[bucket];
      of_member[bucket] = end;
      end += count;
    }
    ends[bucket] = end;
  }
  team->Run([&](uint32_t self) {
    share(self, [&](const Row& row) {
      rows_[places[self][buckets.Of(row.time_ms)]++] = {row.time_ms, &row};
    });
  });
  std::atomic<size_t> next = 0;
  team->Run([&](uint32_t) {
    for (size_t bucket = next++; bucket < ends.size(); bucket = next++) {
      std::sort(rows_.get() + (bucket == 0 ? 0 : ends[bucket - 1]), rows_.get() + ends[bucket],
                Before);
    }
  });
}

}  // namespace sekisho
