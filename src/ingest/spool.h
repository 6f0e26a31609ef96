// A copy of text that can be read only once, so that records can be read again.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/status.h"
#include "ingest/temporary_file.h"

namespace sekisho {

// Memory that all spools of a run share.
struct SpoolBudget {
  std::atomic<int64_t> memory_bytes_left;
  TemporaryPlace temporary;  // for what goes beyond that
  // Bytes of text that a packed source may unpack to whatever its size.
  uint64_t unpacked_bytes_free = limits::kUnpackedBytesFree;
};

// Keeps text in memory while the budget lasts, then in a temporary file. One thread appends; any
// thread reads.
class Spool {
 public:
  explicit Spool(SpoolBudget* budget);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // Fails when the temporary file cannot be made, or its disk has no room left.
  Status Append(std::string_view text);
  // Puts [offset, offset + length) at `out`; fails when it was not appended.
  Status Read(uint64_t offset, size_t length, char* out) const;

 private:
  static constexpr size_t kPieceBytes = 1 << 20;

  SpoolBudget* budget_;
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<char[]>> pieces_;
  uint64_t memory_bytes_ = 0;  // the text before this offset is in pieces_
  TemporaryFile file_;         // and the rest here
};

}  // namespace sekisho
