// The records that a scan refused.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/temporary_file.h"
#include "service/scan.h"

namespace sekisho {

// Remembers the first few for the summary; keeps all of them as NDJSON when asked to. They come in
// no promised order, so they wait in a temporary file until they are given out in order of input
// and line. Numbers of identity papers are masked in what is remembered, as far as a record that
// was not understood shows them (core/identity_mask.h). Not thread-safe.
class RejectLog {
 public:
  static constexpr size_t kFirstMax = 3;

  // `sources`: names of the inputs, in their order.
  explicit RejectLog(const std::vector<std::string>& sources);

  // From now on. Called before anything is added.
  void KeepAll(const TemporaryPlace& temporary);
  void Add(const RejectedRecord& refused);
  // Gives out {"source","line","column","reason","raw"} for each record, a line each. A record that
  // is no UTF-8 has "raw_base64" instead of "raw". Fails when the temporary file could not hold
  // them all. Call after KeepAll().
  Status GiveOut(const std::function<void(std::string_view line)>& take);

  // In order of input and line.
  const std::vector<RejectedRecord>& first() const { return first_; }

 private:
  struct Entry {
    size_t source;
    uint64_t line;
    uint64_t offset;  // of the text in the temporary file
    uint64_t length;
  };
  size_t SourceIndex(const std::string& name) const;
  void KeepIfFirst(const RejectedRecord& record);

  std::map<std::string, size_t> sources_;
  std::vector<RejectedRecord> first_;
  std::optional<TemporaryFile> file_;  // of all lines
  Status kept_;
  std::vector<Entry> entries_;
};

}  // namespace sekisho
