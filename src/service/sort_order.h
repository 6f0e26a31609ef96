// Settled order for input in any order: sorts all of it, in memory and beyond that in files.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/status.h"
#include "core/thread_team.h"
#include "ingest/temporary_file.h"
#include "service/read_block.h"

namespace sekisho {

// Collects every row; when they take more than `bytes_max`, writes them as a sorted run to a
// temporary file. Finish merges the runs. Use from one thread.
class SortOrder {
 public:
  using Emit = std::function<void(std::span<const Row* const>)>;

  SortOrder(ThreadTeam* team, size_t bytes_max, TemporaryPlace temporary);
  ~SortOrder();

  // Fails when a run cannot be written.
  Status Add(ReadBlocks blocks);
  // Gives out all rows in the order of their positions, rows of one position together. Rows live
  // until `emit` returns. Fails when a run cannot be written or read back.
  Status Finish(const Emit& emit);

 private:
  class Run;

  Status WriteRun();
  Status Merge(const Emit& emit);

  ThreadTeam* const team_;
  const size_t bytes_max_;
  const TemporaryPlace temporary_;
  ReadBlocks blocks_;
  size_t bytes_ = 0;
  std::vector<std::unique_ptr<Run>> runs_;
};

}  // namespace sekisho
