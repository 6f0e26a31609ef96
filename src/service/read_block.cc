#include "service/read_block.h"

#include <algorithm>

namespace sekisho {

void ReadBlock::Settle() {
  order_.clear();
  order_.reserve(size());
  for (const Row& row : rows_.rows()) order_.push_back(&row);
  is_run_ = RisesStrictly(order_);
  if (!is_run_) {
    std::stable_sort(order_.begin(), order_.end(),
                     [](const Row* a, const Row* b) { return *a < *b; });
    is_run_ = RisesStrictly(order_);
  }
  if (is_run_ && !order_.empty()) run_.Make(order_);
}

}  // namespace sekisho
