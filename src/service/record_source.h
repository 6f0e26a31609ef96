// Where a scan gets its records: files, text in memory, or both.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/block.h"
#include "ingest/input.h"

namespace sekisho {

// How the records of a source are written.
struct TextShape {
  Format format = Format::kNdjson;
  std::shared_ptr<const CsvHeader> header;  // CSV only
};

// Thread-safe. Can be read from the start again with Rewind, and any record again with ReadRecord.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // Fills `block` with the next records; false when nothing is left.
  virtual bool NextBlock(Block* block) = 0;
  // Begins again. No NextBlock may be under way.
  virtual void Rewind() = 0;
  // Puts the bytes of the record, `record.length` of them, at `out`.
  virtual Status ReadRecord(const RecordRef& record, char* out) const = 0;
  StatusOr<std::string> ReadRecord(const RecordRef& record) const;
  virtual StatusOr<uint64_t> Line(const RecordRef& record) const = 0;
  // Texts that it consists of: RecordRef::source is below this.
  virtual uint32_t SourceCount() const = 0;
  virtual std::string Name(uint32_t source) const = 0;
  // Known once a block of the source was handed out.
  virtual TextShape ShapeOf(uint32_t source) const = 0;
  virtual std::vector<std::string> Errors() const = 0;
  // Between 0 and 1; 0 when the size is not known.
  virtual double Progress() const = 0;
};

// "-" is standard input. Fails when a file cannot be opened.
StatusOr<std::unique_ptr<RecordSource>> OpenFiles(const std::vector<std::string>& paths,
                                                  const InputOptions& options);
// NDJSON lines, handed out in blocks of about `block_bytes`. Copies nothing: `text` must live on.
std::unique_ptr<RecordSource> OpenText(std::string_view text, size_t block_bytes);
// All records of `first`, then those of `second`: what is known in memory beside files need not
// become one. Begins with both from the start.
std::unique_ptr<RecordSource> Chain(std::unique_ptr<RecordSource> first,
                                    std::unique_ptr<RecordSource> second);

}  // namespace sekisho
