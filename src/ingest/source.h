// One input: a file or standard input, plain or packed, as a stream of text that can be read again.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "core/status.h"
#include "ingest/decompress.h"
#include "ingest/record_list.h"
#include "ingest/spool.h"
#include "ingest/text_encoding.h"

namespace sekisho {

// Read() belongs to one thread at a time; ReadAt() and bytes_read() to any.
class Source {
 public:
  struct Private {};
  // Only for Open().
  Source(Private, std::string name, int file, SpoolBudget* budget);

  // `path` "-" is standard input. Whether the text is packed is seen in its first bytes; a text in
  // another encoding than UTF-8 is handed out as UTF-8, documents that `layout` names as one record
  // a line. Reading fails where a packed text grows beyond all measure (limits::kUnpackedTimesMax).
  static StatusOr<std::unique_ptr<Source>> Open(const std::string& path, SpoolBudget* budget,
                                                Encoding encoding = Encoding::kUtf8,
                                                const RecordLayout& layout = {});
  ~Source();
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // The next bytes of the unpacked text, at most `bytes`; 0 at the end. Files are read, never
  // mapped: a file that shrinks meanwhile is an error and no crash.
  StatusOr<size_t> Read(char* out, size_t bytes);
  // Read() begins at the start of the text again. What can be read only once comes from the copy.
  void Rewind();
  // Puts `length` bytes of the unpacked text that Read() has handed out at `out`.
  Status ReadAt(uint64_t offset, size_t length, char* out) const;

  // Bytes of the file (packed) that were read.
  uint64_t bytes_read() const { return file_bytes_read_; }

 private:
  Status Prepare(Encoding encoding, const RecordLayout& layout);
  StatusOr<size_t> ReadFile(char* out, size_t bytes);
  StatusOr<size_t> ReadFileBehindHead(char* out, size_t bytes);
  StatusOr<size_t> ReadUnpacked(char* out, size_t bytes);
  StatusOr<size_t> ReadDecoded(char* out, size_t bytes);
  StatusOr<size_t> ReadNew(char* out, size_t bytes);
  Status CheckUnpacked() const;

  std::string name_;
  SpoolBudget* budget_;
  int file_;
  bool seekable_ = false;    // a regular file
  uint64_t file_start_ = 0;  // where its text begins (standard input may stand in the middle)
  uint64_t file_size_ = 0;   // when it was opened
  std::atomic<uint64_t> file_bytes_read_ = 0;
  std::string head_;  // bytes that were looked at to tell the format
  size_t head_used_ = 0;
  std::unique_ptr<Decompressor> decompressor_;
  uint64_t unpacked_bytes_ = 0;
  std::unique_ptr<EncodingReader> decoder_;   // null for UTF-8
  std::unique_ptr<RecordListReader> lister_;  // null when no layout is named
  std::unique_ptr<Spool> spool_;  // null for plain regular files in UTF-8 without layout
  uint64_t spooled_ = 0;          // bytes in it
  uint64_t replayed_ = 0;         // of these, how many Read() has handed out since Rewind()
  StatusOr<size_t> end_ = 1;      // with a spool: how reading ended; 1 = it has not
};

}  // namespace sekisho
