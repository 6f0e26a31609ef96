// The records that a scan refused.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/output_file.h"
#include "core/status.h"
#include "service/scan.h"

namespace sekisho {

// Remembers the first few for the summary; keeps all of them as NDJSON when asked to. They come in
// no promised order, so they wait in an unnamed temporary file until they are written in order of
// input and line. Numbers of identity papers are masked in what is remembered, as far as a record
// that was not understood shows them (core/identity_mask.h). Not thread-safe.
class RejectLog {
 public:
  static constexpr size_t kFirstMax = 3;

  // `sources`: names of the inputs, in their order.
  explicit RejectLog(const std::vector<std::string>& sources);

  // Fails when the temporary file cannot be made.
  Status KeepAll();
  void Add(const RejectedRecord& refused);
  // Writes {"source","line","column","reason","raw"} for each record, a line each. A record that is
  // no UTF-8 has "raw_base64" instead of "raw". Call after KeepAll().
  Status WriteTo(OutputFile* out);

  // In order of input and line.
  const std::vector<RejectedRecord>& first() const { return first_; }

 private:
  struct Entry {
    size_t source;
    uint64_t line;
    uint64_t offset;  // of the text in the temporary file
    uint64_t length;
  };
  struct CloseFile {
    void operator()(FILE* file) const { std::fclose(file); }
  };
  size_t SourceIndex(const std::string& name) const;
  void KeepIfFirst(const RejectedRecord& record);

  std::map<std::string, size_t> sources_;
  std::vector<RejectedRecord> first_;
  std::unique_ptr<FILE, CloseFile> file_;
  std::vector<Entry> entries_;
  uint64_t size_ = 0;
};

}  // namespace sekisho
