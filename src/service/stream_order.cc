#include "service/stream_order.h"

#include <algorithm>

namespace sekisho {
namespace {

// Rows of one single time that may wait before the input counts as not in order.
constexpr size_t kPendingMax = 1 << 20;

bool InOrder(const Row* a, const Row* b) { return *a < *b; }

}  // namespace

bool StreamOrder::Add(std::vector<std::unique_ptr<RowBlock>> blocks) {
  const size_t known = pending_.size();
  for (auto& block : blocks) {
    const uint32_t number = first_held_ + static_cast<uint32_t>(held_.size());
    for (Row& row : block->rows()) {
      row.block = number;
      pending_.push_back(&row);
    }
    const size_t waiting = block->rows().size();
    held_.push_back({std::move(block), waiting});
  }
  const auto middle = pending_.begin() + static_cast<ptrdiff_t>(known);
  if (!std::is_sorted(middle, pending_.end(), InOrder)) {
    std::stable_sort(middle, pending_.end(), InOrder);
  }
  if (known > 0 && middle != pending_.end() && InOrder(*middle, *(middle - 1))) {
    std::inplace_merge(pending_.begin(), middle, pending_.end(), InOrder);
  }
  if (!pending_.empty() && pending_.front()->time_ms <= newest_given_ms_) return false;

  size_t cut = pending_.size() / 4 * 3;
  while (cut > 0 && pending_[cut]->time_ms == pending_[cut - 1]->time_ms) --cut;
  GiveOut(cut);
  return pending_.size() <= kPendingMax;
}

void StreamOrder::Finish() { GiveOut(pending_.size()); }

void StreamOrder::GiveOut(size_t count) {
  if (count > 0) {
    newest_given_ms_ = pending_[count - 1]->time_ms;
    emit_(std::span(pending_).first(count));
    for (size_t i = 0; i < count; ++i) --held_[pending_[i]->block - first_held_].waiting;
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<ptrdiff_t>(count));
  }
  while (!held_.empty() && held_.front().waiting == 0) {
    release_(std::move(held_.front().rows));
    held_.pop_front();
    ++first_held_;
  }
}

}  // namespace sekisho
