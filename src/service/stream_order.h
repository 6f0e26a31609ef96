// Settled order for input that comes (nearly) in order: no event waits longer than a portion.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "service/read_block.h"

namespace sekisho {

// Takes the portions as they were read and gives out their rows in the order of their positions,
// holding back the newest quarter for stragglers. Rows of one time are always given out together.
class StreamOrder {
 public:
  // Runs that follow one another, or rows in order; they live until the call returns.
  using EmitRuns = std::function<void(std::span<SettledRun* const>)>;
  using EmitRows = std::function<void(std::span<const Row* const>)>;
  // Blocks that are used up.
  using Release = std::function<void(std::unique_ptr<ReadBlock>)>;

  StreamOrder(EmitRuns emit_runs, EmitRows emit_rows, Release release)
      : emit_runs_(std::move(emit_runs)),
        emit_rows_(std::move(emit_rows)),
        release_(std::move(release)) {}

  // Takes settled blocks. False when a row belongs before one that was given out already: the input
  // must be sorted as a whole. Then nothing more can be done with this object.
  bool Add(ReadBlocks blocks);
  // Gives out what is left.
  void Finish();

 private:
  bool FollowOneAnother() const;
  void GiveOutRuns(size_t blocks);
  void GiveOutRows(bool all);
  size_t WaitingRows() const;

  const EmitRuns emit_runs_;
  const EmitRows emit_rows_;
  const Release release_;
  ReadBlocks waiting_;  // none of them empty
  int64_t newest_given_ms_ = std::numeric_limits<int64_t>::min();
};

}  // namespace sekisho
