// Bytes as they arrive, as lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

// Not thread-safe. Keeps what was fed and not handed out, and of a line that is too long no more
// than `line_bytes_max`.
class LineSplitter {
 public:
  enum class Outcome {
    kNothing,  // no whole line yet
    kLine,
    kTooLong,  // a line of more than `line_bytes_max` bytes; it is dropped
  };

  explicit LineSplitter(size_t line_bytes_max) : line_bytes_max_(line_bytes_max) {}

  void Feed(std::string_view bytes);
  // No more bytes will come: what is left is the last line.
  void End() { ended_ = true; }

  // The next line without its end (LF or CRLF).
  Outcome Next(std::string* line);

 private:
  Outcome Take(size_t bytes, size_t end_bytes, std::string* line);

  const size_t line_bytes_max_;
  std::string kept_;
  size_t begin_ = 0;       // of the next line in kept_
  size_t searched_ = 0;    // no line end stands before this
  bool too_long_ = false;  // of the next line, the beginning was dropped
  bool ended_ = false;
};

}  // namespace sekisho
