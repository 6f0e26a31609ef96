#include "service/stream_order.h"

#include <algorithm>
#include <utility>

namespace sekisho {
namespace {

// Rows of one single time that may wait before the input counts as not in order.
constexpr size_t kWaitingMax = 1 << 20;

}  // namespace

bool StreamOrder::Add(ReadBlocks blocks) {
  for (std::unique_ptr<ReadBlock>& block : blocks) {
    if (block->size() == 0) {
      release_(std::move(block));
      continue;
    }
    if (block->first().time_ms <= newest_given_ms_) return false;
    waiting_.push_back(std::move(block));
  }
  if (FollowOneAnother()) {
    size_t cut = waiting_.size() * 3 / 4;
    while (cut > 0 && waiting_[cut - 1]->last().time_ms == waiting_[cut]->first().time_ms) --cut;
    GiveOutRuns(cut);
  } else {
    GiveOutRows(false);
  }
  return WaitingRows() <= kWaitingMax;
}

void StreamOrder::Finish() {
  FollowOneAnother() ? GiveOutRuns(waiting_.size()) : GiveOutRows(true);
}

// Is every waiting block a run, and behind the one before it?
bool StreamOrder::FollowOneAnother() const {
  for (size_t i = 0; i < waiting_.size(); ++i) {
    if (waiting_[i]->run() == nullptr) return false;
    if (i > 0 && !(waiting_[i - 1]->last() < waiting_[i]->first())) return false;
  }
  return true;
}

size_t StreamOrder::WaitingRows() const {
  size_t rows = 0;
  for (const std::unique_ptr<ReadBlock>& block : waiting_) rows += block->size();
  return rows;
}

void StreamOrder::GiveOutRuns(size_t blocks) {
  if (blocks == 0) return;
  std::vector<SettledRun*> runs;
  for (size_t i = 0; i < blocks; ++i) runs.push_back(waiting_[i]->run());
  newest_given_ms_ = runs.back()->last_ms();
  emit_runs_(runs);
  for (size_t i = 0; i < blocks; ++i) release_(std::move(waiting_[i]));
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<ptrdiff_t>(blocks));
}

// Blocks that overlap: their rows are merged, and what is held back becomes one block.
void StreamOrder::GiveOutRows(bool all) {
  std::vector<const Row*> rows;
  for (const std::unique_ptr<ReadBlock>& block : waiting_) {
    block->AppendTo(&rows);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return *a < *b; });
  size_t cut = all ? rows.size() : rows.size() / 4 * 3;
  while (cut > 0 && cut < rows.size() && rows[cut]->time_ms == rows[cut - 1]->time_ms) --cut;
  if (cut > 0) {
    newest_given_ms_ = rows[cut - 1]->time_ms;
    emit_rows_(std::span(rows).first(cut));
  }
  ReadBlocks used = std::exchange(waiting_, {});
  if (cut < rows.size()) {
    waiting_.push_back(used.front()->MakeLikeThis());
    waiting_.back()->Clear(true);
    for (size_t i = cut; i < rows.size(); ++i) waiting_.back()->AddCopy(*rows[i]);
    waiting_.back()->Settle();
  }
  for (std::unique_ptr<ReadBlock>& block : used) release_(std::move(block));
}

}  // namespace sekisho
