// What `vet` and `posture` need besides the candidate file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/policy.h"
#include "core/status.h"
#include "diligence/candidate.h"
#include "diligence/pool.h"
#include "diligence/vetting.h"
#include "service/case_runner.h"

namespace sekisho {

// The file, or the beginning of one that is over kCandidateBytesMax, which its reader then refuses.
StatusOr<std::string> ReadSmallFile(const std::string& path);

// The data that comes with the program, read without errors.
struct VetData {
  LoadResult rules;               // of the indicators that a report can name, or all of them
  std::string catalogue_version;  // of all indicator files, 16 hexadecimal digits
  MeasureCatalogue measures;
  AssessmentPolicy assessment;
  VettingPolicy vetting;
  std::vector<Questionnaire> questionnaires;
};

// `overrides` are parameters of policy/vetting.yml: "E01.months=12". Diagnostics of the files are
// printed to standard error. `all_rules` is for who scans events.
StatusOr<std::unique_ptr<VetData>> LoadVetData(const std::vector<std::string>& overrides,
                                               bool all_rules);

// Reads one candidate file; its problems are printed to standard error. `as_of` replaces its own.
StatusOr<Candidate> LoadCandidate(const std::string& path, std::optional<int64_t> as_of);

struct PoolLoad {
  CandidatePool pool;
  size_t refused = 0;  // files that could not be read; a warning names each
};

// Every *.json of the folder, sorted by name.
StatusOr<std::unique_ptr<PoolLoad>> LoadPool(const std::string& folder, int64_t as_of);

}  // namespace sekisho
