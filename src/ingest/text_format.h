// What kind of text a source holds, and where its records end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/block.h"

namespace sekisho {

struct TextStart {
  Format format = Format::kNdjson;
  size_t mark_bytes = 0;  // of the byte-order mark
  std::string error;      // why the text cannot be read at all; empty when it can
};

// Tells the format by the first byte that is no white space, else by the name of the file
// (".csv", also before ".gz" and ".zst"), else by a comma in the first line.
TextStart RecognizeText(std::string_view head, std::string_view path);

struct RecordRun {
  size_t size = 0;        // bytes of the whole records at the start of the text
  bool too_long = false;  // size is 0, and the first record is over limits::kLineBytesMax
};

// `at_end`: nothing follows the text, so that an unfinished record is a record too.
RecordRun FindRecordRun(std::string_view text, Format format, bool at_end);

// The extent of the CSV record at the start of `text`, a record with an open quote being cut to
// its first line. 0: it does not end in `text`, or not within limits::kLineBytesMax.
size_t CsvRecordSize(std::string_view text, bool at_end);

}  // namespace sekisho
