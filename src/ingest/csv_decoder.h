// CSV: a header row with the names of fields, then one event a row.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/block.h"
#include "ingest/csv_record.h"
#include "ingest/event_builder.h"
#include "ingest/path_table.h"

namespace sekisho {

// The counterpart of JsonDecoder. An empty cell is null; an empty quoted cell is the empty text.
// Not thread-safe.
class CsvDecoder {
 public:
  // Both outlive the decoder.
  CsvDecoder(PathTable* paths, EventBuilder* builder) : paths_(paths), builder_(builder) {}

  void Start(std::string_view text, std::shared_ptr<const CsvHeader> header);
  Outcome Next(EventView* event);

  std::string_view record() const { return record_; }
  size_t record_at() const { return static_cast<size_t>(record_.data() - text_.data()); }
  uint32_t line() const { return record_line_; }

  // Called before the paths are cleared.
  void Forget() { columns_.clear(); }

 private:
  bool NextRecord();
  bool ReadRecord();
  std::string_view Kept(std::span<const size_t> taken_out);
  bool AddCell(Path* path, const CsvCell& cell);
  RawValue ReadCell(const Path& path, const CsvCell& cell);

  PathTable* paths_;
  EventBuilder* builder_;
  std::string_view text_;
  std::shared_ptr<const CsvHeader> header_;
  std::vector<Path*> columns_;  // of header_; empty: not looked up yet
  std::vector<CsvCell> cells_;
  std::string_view record_;
  size_t next_ = 0;
  uint32_t next_line_ = 1;
  uint32_t record_line_ = 0;
};

}  // namespace sekisho
