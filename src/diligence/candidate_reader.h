// Reads candidate files (docs/vetting.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "diligence/candidate.h"

namespace sekisho {

struct CandidateLoad {
  std::optional<Candidate> candidate;  // none after a problem
  std::vector<Diagnostic> problems;    // each with line, column and JSON pointer
};

// `file` is shown in messages. `as_of` takes the place of the file's own, if given; what lies after
// it is left out (diligence/later_parts.h).
// Thread-safe; takes any bytes.
CandidateLoad ReadCandidate(const std::string& file, std::string_view text,
                            std::optional<int64_t> as_of);

}  // namespace sekisho
