// What was read of one block of input.
#pragma once

#include <memory>
#include <vector>

#include "service/row.h"
#include "service/settled_run.h"

namespace sekisho {

// Filled by one thread of the reader; reused, memory is kept. `Settle` may be left out when the
// rows are to be sorted with others anyway.
class ReadBlock {
 public:
  ReadBlock(const Plan& plan, uint32_t shards)
      : plan_(&plan), shards_(shards), run_(plan, shards) {}
  // An empty block for the same plan.
  std::unique_ptr<ReadBlock> MakeLikeThis() const {
    return std::make_unique<ReadBlock>(*plan_, shards_);
  }

  void Clear() {
    rows_.Clear();
    order_.clear();
    is_run_ = false;
  }
  RowBlock& rows() { return rows_; }
  size_t size() const { return rows_.rows().size(); }

  // Puts the rows into the order of their positions and, unless two have the same, makes a run of
  // them. Nothing may be added afterwards.
  void Settle();

  // After Settle.
  const std::vector<const Row*>& order() const { return order_; }
  // Null when some rows have the same position.
  SettledRun* run() { return is_run_ ? &run_ : nullptr; }

 private:
  const Plan* plan_;
  uint32_t shards_;
  RowBlock rows_;
  std::vector<const Row*> order_;
  SettledRun run_;
  bool is_run_ = false;
};

using ReadBlocks = std::vector<std::unique_ptr<ReadBlock>>;

}  // namespace sekisho
