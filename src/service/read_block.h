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

  // `settle`: whether Settle will be called.
  void Clear(bool settle) {
    rows_.Clear();
    order_.clear();
    run_.Clear();
    is_run_ = settle;
  }
  void Add(const EventView& event, const RecordRef& record, const Touches& touches) {
    rows_.Add(event, record, touches);
    if (is_run_) AddToRun();
  }
  void AddCopy(const Row& row) {
    rows_.AddCopy(row);
    if (is_run_) AddToRun();
  }
  RowBlock& rows() { return rows_; }
  size_t size() const { return rows_.rows().size(); }

  // Puts the rows into the order of their positions and, unless two have the same, makes a run of
  // them; of rows that came in order it was made as they came. Nothing may be added afterwards.
  void Settle();

  // After Settle, when there are rows.
  const Row& first() const { return order_.empty() ? rows_.rows().front() : *order_.front(); }
  const Row& last() const { return order_.empty() ? rows_.rows().back() : *order_.back(); }
  // Appends the rows in order.
  void AppendTo(std::vector<const Row*>* rows) const;
  // Null when some rows have the same position.
  SettledRun* run() { return is_run_ ? &run_ : nullptr; }

 private:
  void AddToRun() {
    const std::vector<Row>& rows = rows_.rows();
    is_run_ = rows.size() == 1 || rows[rows.size() - 2] < rows.back();
    if (is_run_) run_.Add(rows.back());
  }

  const Plan* plan_;
  uint32_t shards_;
  RowBlock rows_;
  std::vector<const Row*> order_;  // empty when they came in order
  SettledRun run_;
  bool is_run_ = false;  // before Settle: so far
};

using ReadBlocks = std::vector<std::unique_ptr<ReadBlock>>;

}  // namespace sekisho
