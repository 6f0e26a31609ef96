// The input of a run: files and standard input, in order, as blocks of whole records.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/status.h"
#include "ingest/block.h"
#include "ingest/source.h"

namespace sekisho {

struct InputOptions {
  size_t block_bytes = 512 << 10;          // of text read for one block
  int64_t spool_memory_bytes = 256 << 20;  // for input that can be read only once
  TemporaryPlace temporary;                // for what goes beyond that
  uint64_t unpacked_bytes_free = limits::kUnpackedBytesFree;
  Encoding encoding = Encoding::kUtf8;  // of all sources
  RecordLayout layout;                  // of all sources that are JSON
  // Columns of CSV that somebody reads, in lower case; others may stand twice in a file.
  std::optional<std::vector<std::string>> columns_read;
};

// A source that could not be read to its end. What stands before is used, the run goes on.
struct SourceError {
  uint32_t source;
  std::string message;
};

// Plain, gzip and zstd text (told by the first bytes); NDJSON and CSV (told by the first byte,
// then by the name), in the encoding that
// the options state. A byte-order mark is skipped. All methods may be called from many threads at
// once; a Block belongs to its caller.
class Input {
 public:
  struct Private {};
  // Only for Open().
  Input(Private, std::vector<std::string> paths, const InputOptions& options);

  // `paths` in the order in which they are read; "-" is standard input. Fails when one does not
  // exist or cannot be opened, before anything is read.
  static StatusOr<std::unique_ptr<Input>> Open(std::vector<std::string> paths,
                                               const InputOptions& options = {});

  // Fills `block` with the next records; false when nothing is left. A block belongs to one
  // source; the beginning of a record over limits::kLineBytesMax comes alone
  // (Block::too_long_bytes).
  bool NextBlock(Block* block);

  // NextBlock begins again with the first block. No other call may be under way.
  void Rewind();
  // Puts the bytes of a record that a block held, `record.length` of them, at `out`.
  Status ReadRecord(const RecordRef& record, char* out) const;
  // The line of its source on which a record that was handed out begins, from 1. Reads about one
  // block.
  StatusOr<uint64_t> Line(const RecordRef& record) const;

  size_t source_count() const { return paths_.size(); }
  // "standard input" for "-".
  const std::string& name(uint32_t source) const { return names_[source]; }
  std::vector<SourceError> errors() const;

  // Progress in bytes of the files as they are (packed); the total is 0 when it is not known.
  uint64_t bytes_read() const;
  uint64_t bytes_total() const { return bytes_total_; }

 private:
  // The lines of one block; counted when somebody asks for a line behind it.
  struct BlockLines {
    uint64_t offset;
    int64_t lines;  // kNotCounted until then
  };
  static constexpr int64_t kNotCounted = -1;

  StatusOr<const Source*> FindSource(uint32_t index) const;

  // All under mutex_.
  bool OpenNext();
  void BeginSource();
  bool TakeBlock(Block* block);
  bool BeginText(Block* block);
  bool TakeHeader(Block* block);
  void Fill(Block* block, size_t bytes);
  size_t FindRecords(Block* block);
  void HandOut(Block* block, size_t size);
  void TakeTooLong(Block* block);
  void Report(std::string message);
  std::string_view Text(const Block& block) const {
    return {block.buffer.data() + begin_, filled_ - begin_};
  }
  void AddLines(uint64_t offset);

  const std::vector<std::string> paths_;
  std::vector<std::string> names_;
  const InputOptions options_;
  SpoolBudget budget_;
  uint64_t bytes_total_ = 0;

  mutable std::mutex mutex_;                      // the state of reading
  std::vector<std::unique_ptr<Source>> sources_;  // null: not opened yet, or not to be opened
  size_t next_ = 0;                               // the source to open next
  size_t current_ = 0;
  bool reading_ = false;  // the current source has text left
  bool at_end_ = false;   // … all of which was read
  bool begun_ = false;    // its format is known
  Format format_ = Format::kNdjson;
  std::shared_ptr<const CsvHeader> header_;
  std::vector<char> carry_;    // text read and not handed out
  uint64_t carry_offset_ = 0;  // of carry_ in the text of the source
  size_t begin_ = 0;           // of the text in the buffer of the block that is being filled
  size_t filled_ = 0;          // its end
  uint64_t sequence_ = 0;
  std::vector<SourceError> errors_;

  std::vector<std::atomic<const Source*>> opened_;  // as sources_; for whoever reads again

  mutable std::mutex lines_mutex_;
  mutable std::vector<std::vector<BlockLines>> lines_;  // by source, offsets rising
};

}  // namespace sekisho
