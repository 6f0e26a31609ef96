// A starting mapping for tables that nobody has described yet, guessed from the names of their
// files and columns and from the form of their values. A person has to look at every line of it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/status.h"
#include "ingest/record_sample.h"

namespace sekisho {

struct Mapping;

struct MappingDraft {
  std::string text;   // YAML, docs/mapping.md, with a comment at each guess
  size_t tables = 0;  // that became one
  std::vector<std::pair<std::string, std::string>> left_out;  // paths, and why
};

// `name` of the mapping. Fails when no file is a table of which something can be guessed.
StatusOr<MappingDraft> DraftMapping(const std::string& name,
                                    const std::vector<RecordSample>& samples);

// How many of the columns that a mapping reads the files have, and how many it reads in the tables
// (or records) that they suit. {0, 0} when a file suits none.
struct MappingFit {
  size_t found = 0;
  size_t wanted = 0;
};
MappingFit FitOf(const Mapping& mapping, const std::vector<RecordSample>& samples);

}  // namespace sekisho
