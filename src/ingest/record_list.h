// JSON documents that hold their records in a list, as a stream of one record a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/status.h"
#include "ingest/decompress.h"

namespace sekisho {

// How a mapping says that its records stand in a JSON document (docs/mapping.md).
struct RecordLayout {
  // Member of the document that is the list of records; ".": the document itself is the list.
  std::string list;
  std::string split;  // member of a record that is a list: each of its items becomes a record

  bool plain() const { return list.empty() && split.empty(); }
};

// Hands out each record of the documents on a line of its own. A document is an object with the
// member `list` (its other members are left out), a list of records, or, as in NDJSON, a record
// itself. Nothing is checked: what is no JSON comes out as a line that is no JSON either, so that
// its reader refuses it. A record stays on the line on which it begins, or on a later one where two
// begin on one line. Text that begins with neither { nor [ is handed out as it is. Not thread-safe.
class RecordListReader {
 public:
  // `reader` hands out the bytes of the text, in UTF-8.
  RecordListReader(RecordLayout layout, ByteReader reader);
  ~RecordListReader();
  RecordListReader(const RecordListReader&) = delete;
  RecordListReader& operator=(const RecordListReader&) = delete;

  // Up to `bytes` bytes; 0 at the end. Fails when the text ends within a list, once everything
  // before was handed out, and when the items of a record are over limits::kSplitBytesMax.
  StatusOr<size_t> Read(char* out, size_t bytes);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sekisho
