#include "cli/line_writer.h"

#include <algorithm>
#include <atomic>

namespace sekisho {
namespace {

// Items of one piece, which one thread makes; pieces for each thread before they are written.
constexpr size_t kPieceItems = 256;
constexpr size_t kPiecesPerThread = 8;

}  // namespace

void LineWriter::Write(size_t count,
                       const std::function<void(size_t item, std::string* lines)>& append) {
  pieces_.resize(kPiecesPerThread * team_->size());
  for (size_t first = 0; first < count; first += pieces_.size() * kPieceItems) {
    std::atomic<size_t> next = 0;
    team_->Run([&](uint32_t) {
      for (size_t piece; (piece = next.fetch_add(1)) < pieces_.size();) {
        pieces_[piece].clear();
        const size_t begin = first + piece * kPieceItems;
        for (size_t item = begin; item < std::min(begin + kPieceItems, count); ++item) {
          append(item, &pieces_[piece]);
        }
      }
    });
    for (const std::string& piece : pieces_) out_->Write(piece);
  }
}

}  // namespace sekisho
