#include "ingest/spool.h"

#include <algorithm>
#include <cstring>

namespace sekisho {

Spool::Spool(SpoolBudget* budget)
    : budget_(budget),
      file_(budget->temporary,
            "save the input unpacked and read that; what stands before was used") {}

Spool::~Spool() {
  budget_->memory_bytes_left += static_cast<int64_t>(pieces_.size() * kPieceBytes);
}

Status Spool::Append(std::string_view text) {
  const std::lock_guard lock(mutex_);
  while (!text.empty() && file_.size() == 0) {
    const size_t in_piece = memory_bytes_ % kPieceBytes;
    if (in_piece == 0 && memory_bytes_ == pieces_.size() * kPieceBytes) {
      if (budget_->memory_bytes_left.fetch_sub(kPieceBytes) < static_cast<int64_t>(kPieceBytes)) {
        budget_->memory_bytes_left += kPieceBytes;
        break;
      }
      pieces_.push_back(std::make_unique<char[]>(kPieceBytes));
    }
    const size_t take = std::min(text.size(), kPieceBytes - in_piece);
    std::memcpy(pieces_.back().get() + in_piece, text.data(), take);
    memory_bytes_ += take;
    text.remove_prefix(take);
  }
  return text.empty() ? absl::OkStatus() : file_.Append(text);
}

Status Spool::Read(uint64_t offset, size_t length, char* out) const {
  const std::lock_guard lock(mutex_);
  const uint64_t size = memory_bytes_ + file_.size();
  if (offset > size || length > size - offset) {
    return absl::OutOfRangeError("the text asked for was not read yet");
  }
  size_t done = 0;
  while (done < length && offset + done < memory_bytes_) {
    const uint64_t at = offset + done;
    const size_t in_piece = at % kPieceBytes;
    const size_t take =
        std::min({length - done, kPieceBytes - in_piece, static_cast<size_t>(memory_bytes_ - at)});
    std::memcpy(out + done, pieces_[at / kPieceBytes].get() + in_piece, take);
    done += take;
  }
  if (done == length) return absl::OkStatus();
  return file_.Read(offset + done - memory_bytes_, length - done, out + done);
}

}  // namespace sekisho
