// One table whose meaning is guessed. Used by mapping_draft.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/record_sample.h"

namespace sekisho {

// "users_20260401.csv": stem "users", pattern "users_{yyyyMMdd}.csv".
struct DraftFileName {
  std::string stem;
  std::string pattern;
  bool dated = false;
};

struct DraftTable {
  DraftFileName file;
  const RecordSample* sample = nullptr;
  std::string_view type;                               // of its events; empty: unknown
  std::map<std::string, const SampledColumn*> fields;  // by what GuessField says; the first
  const SampledColumn* key = nullptr;
  bool states = false;

  const SampledColumn* Find(const std::string& field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? nullptr : found->second;
  }
};

// `sample` outlives the result.
DraftTable MakeDraftTable(const RecordSample& sample);

// The time forms that the values of a column have, the likeliest first; none when they are
// RFC 3339, or of no form that is known.
std::vector<std::string> DraftForms(const SampledColumn& column);

}  // namespace sekisho
