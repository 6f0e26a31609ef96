#include "cli/line_splitter.h"

#include <algorithm>

namespace sekisho {

void LineSplitter::Feed(std::string_view bytes) {
  kept_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  kept_ += bytes;
}

LineSplitter::Outcome LineSplitter::Next(std::string* line) {
  const size_t end = kept_.find('\n', searched_);
  if (end != std::string::npos) return Take(end - begin_, 1, line);
  searched_ = kept_.size();
  const size_t left = kept_.size() - begin_;
  if (ended_) return left > 0 || too_long_ ? Take(left, 0, line) : Outcome::kNothing;
  if (left > line_bytes_max_) {
    too_long_ = true;
    begin_ = kept_.size();
  }
  return Outcome::kNothing;
}

LineSplitter::Outcome LineSplitter::Take(size_t bytes, size_t end_bytes, std::string* line) {
  const bool too_long = too_long_ || bytes > line_bytes_max_;
  line->assign(kept_, begin_, too_long ? 0 : bytes);
  if (line->ends_with('\r')) line->pop_back();
  begin_ += bytes + end_bytes;
  searched_ = begin_;
  too_long_ = false;
  return too_long ? Outcome::kTooLong : Outcome::kLine;
}

}  // namespace sekisho
