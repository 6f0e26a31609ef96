// What an organisation does about the measures that are nobody's single case (M16 awareness, M37
// remote desktop …): a file of the format sekisho.posture/1, docs/vetting.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/status.h"
#include "diligence/candidate.h"
#include "measures/measure.h"

namespace sekisho {

struct PostureEntry : CandidatePart {
  std::string measure;
  std::string state;  // not_stated | open | in_progress | done | not_applicable
  std::string owner;
  std::vector<std::string> evidence;
  std::string reason;
  std::optional<int64_t> time_ms;
  std::string repeat;              // "365d", or empty
  std::optional<int64_t> next_ms;  // when it is to be done again
  bool overdue = false;            // … and that has passed: the state is open again
};

struct Posture {
  std::string organisation;
  int64_t as_of = 0;
  std::vector<PostureEntry> entries;  // one for each of PostureMeasures(), in their order
  std::vector<LeftOut> left_out;      // statements of days after `as_of`: nobody can know yet
};

// M16, M18, M23, M36, M37, M38, M44, M45, M46.
std::span<const std::string_view> PostureMeasures();

struct PostureLoad {
  std::optional<Posture> posture;    // none after a problem
  std::vector<Diagnostic> problems;  // each with line, column and JSON pointer
  std::vector<Diagnostic> remarks;   // what is left out
};

// Periods come from `measures`. Thread-safe; takes any bytes.
PostureLoad ReadPosture(const std::string& file, std::string_view text,
                        const MeasureCatalogue& measures, std::optional<int64_t> as_of);

// One object with a line end.
std::string PostureJson(const Posture& posture, const MeasureCatalogue& measures,
                        Language language);

}  // namespace sekisho
