// Settled order for input that comes (nearly) in order: no event waits longer than a portion.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "service/row.h"

namespace sekisho {

// Takes the portions as they were read and gives out their rows in the order of their positions,
// holding back the newest quarter for stragglers. Rows of one time are always given out together.
class StreamOrder {
 public:
  using Emit = std::function<void(std::span<const Row* const>)>;
  using Release = std::function<void(std::unique_ptr<RowBlock>)>;

  // Rows given to `emit` live until it returns; blocks that are used up go to `release`.
  StreamOrder(Emit emit, Release release) : emit_(std::move(emit)), release_(std::move(release)) {}

  // False when a row belongs before one that was given out already: the input must be sorted as a
  // whole. Then nothing more can be done with this object.
  bool Add(std::vector<std::unique_ptr<RowBlock>> blocks);
  // Gives out what is left.
  void Finish();

 private:
  struct Held {
    std::unique_ptr<RowBlock> rows;
    size_t waiting;  // rows not given out
  };

  void GiveOut(size_t count);

  const Emit emit_;
  const Release release_;
  std::vector<const Row*> pending_;  // in order
  std::deque<Held> held_;
  uint32_t first_held_ = 0;  // Row::block of held_.front()
  int64_t newest_given_ms_ = std::numeric_limits<int64_t>::min();
};

}  // namespace sekisho
