#include "core/event_view.h"

#include <algorithm>
#include <cstring>

namespace sekisho {

void EventView::Clear() {
  if (++epoch_ == 0) {  // begins anew
    std::fill(epochs_.begin(), epochs_.end(), 0);
    epoch_ = 1;
  }
  set_count_ = 0;
  if (!big_blocks_.empty()) big_blocks_.clear();
  if (!lists_.empty()) lists_.clear();
  block_ = 0;
  used_ = blocks_.empty() ? kBlockBytes : 0;
  time_ms = 0;
  type_number = kNoType;
  shape = 0;
  sequence = 0;
  // Not `a = b = {}`: that copies b, whose halves were just written apart, and reading them
  // together waits until all that was written before has reached the cache.
  id = {};
  type = {};
  product = {};
  category = {};
  service = {};
  raw = {};
  line_hash = {};
  foreign_product = {};
  foreign_category = {};
  foreign_service = {};
}

char* EventView::Allocate(size_t bytes) {
  if (bytes > kBlockBytes) {
    big_blocks_.push_back(std::make_unique<char[]>(bytes));
    return big_blocks_.back().get();
  }
  if (used_ + bytes > kBlockBytes) {
    if (!blocks_.empty()) ++block_;
    if (block_ >= blocks_.size()) {
      blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
      block_ = blocks_.size() - 1;
    }
    used_ = 0;
  }
  char* memory = blocks_[block_].get() + used_;
  used_ += bytes;
  return memory;
}

std::string_view EventView::Store(std::string_view text) {
  if (text.empty()) return {};
  char* memory = Allocate(text.size());
  std::memcpy(memory, text.data(), text.size());
  return {memory, text.size()};
}

std::span<Value> EventView::AllocateValues(size_t count) {
  lists_.push_back(std::make_unique<Value[]>(count));
  return {lists_.back().get(), count};
}

}  // namespace sekisho
