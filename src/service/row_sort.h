// Rows of many blocks in the order of their positions, sorted by all members of a team.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/thread_team.h"
#include "service/read_block.h"

namespace sekisho {

// A row, and beside it what most comparisons need.
struct TimedRow {
  int64_t time_ms;
  const Row* row;
};

// The rows belong to the blocks. They are dealt into buckets of about equal spans of time, which
// are sorted one by one: each fits the cache, and nobody waits for a merge. Where nearly all rows
// are of one moment, one bucket holds them and one member sorts it.
class SortedRows {
 public:
  SortedRows(const ReadBlocks& blocks, ThreadTeam* team);

  std::span<const TimedRow> rows() const { return {rows_.get(), size_}; }

 private:
  std::unique_ptr<TimedRow[]> rows_;
  size_t size_ = 0;
};

}  // namespace sekisho
