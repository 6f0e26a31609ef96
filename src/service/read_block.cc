#include "service/read_block.h"

#include <algorithm>

namespace sekisho {

void ReadBlock::Settle() {
  if (is_run_) return;
  AppendTo(&order_);
  std::stable_sort(order_.begin(), order_.end(),
                   [](const Row* a, const Row* b) { return *a < *b; });
  is_run_ = RisesStrictly(order_);
  if (is_run_) run_.Make(order_);
}

void ReadBlock::AppendTo(std::vector<const Row*>* rows) const {
  if (!order_.empty()) {
    rows->insert(rows->end(), order_.begin(), order_.end());
    return;
  }
  for (const Row& row : rows_.rows()) rows->push_back(&row);
}

}  // namespace sekisho
