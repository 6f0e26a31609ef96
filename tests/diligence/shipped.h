// The data that comes with the program, as `vet` reads it.
#pragma once

#include <string>
#include <vector>

#include "diligence/vetting.h"
#include "measures/measure.h"
#include "rules/indicator.h"

namespace sekisho {

struct ShippedData {
  std::vector<Indicator> indicators;
  MeasureCatalogue measures;
  VettingPolicy vetting;
  AssessmentPolicy assessment;
  std::vector<Questionnaire> questionnaires;
};

// Read once; fails the test on errors in the files.
const ShippedData& Shipped();

// The whole file, or a failure of the test.
std::string ReadAll(const std::string& path);

// The input of Vet() with the shipped data. `candidate` and `pool` must outlive it.
VetInput InputOf(const Candidate& candidate, const CandidatePool* pool);

}  // namespace sekisho
