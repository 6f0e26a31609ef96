// The first records of a file, column by column, for people who plan an import.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "ingest/encoding_guess.h"
#include "ingest/mapping.h"

namespace sekisho {

struct SampledColumn {
  std::string name;
  uint64_t filled = 0;              // rows in which it is not empty
  bool unique = true;               // no two of these rows have the same text
  std::vector<std::string> values;  // the first different ones that are not empty, a few hundred
};

struct RecordSample {
  std::string path;
  uint64_t file_bytes = 0;  // as it is on the disk
  EncodingGuess guess;
  Encoding encoding = Encoding::kUtf8;  // the stated one, else the guess
  uint64_t undecodable = 0;  // places near the beginning that are no text in the encoding
  bool csv = false;
  char delimiter = ',';  // of a table; what is no comma is not read
  std::vector<SampledColumn> columns;
  uint64_t rows = 0;     // that were looked at
  uint64_t refused = 0;  // further ones that are no records
  bool whole = false;    // there are no others
  std::vector<std::string> errors;
};

// Reads about limits::kSampleRowsMax records. `stated`: what the mapping says. `mapping`: of a log,
// says where its records stand; may be null. Fails when the file cannot be opened.
StatusOr<RecordSample> SampleRecords(const std::string& path, std::optional<Encoding> stated,
                                     const Mapping* mapping = nullptr);

}  // namespace sekisho
