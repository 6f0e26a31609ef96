// Runs the cases inside indicator files: their events go through a whole scan, and the findings of
// the indicator are compared with what the case expects.
#pragma once

#include <string>
#include <vector>

#include "core/status.h"
#include "rules/case.h"
#include "rules/load.h"

namespace sekisho {

struct CaseResult {
  const IndicatorCase* test = nullptr;
  // What differs, in sentences of one line, for people; empty when the case passed.
  std::vector<std::string> differences;
};

// Runs one case of `loaded`, which must outlive the result. A case of kind `shuffled` is run in the
// order of the file, reversed, and in five shuffles, always the same ones; its findings must be
// equal byte by byte. Deterministic.
CaseResult RunCase(const LoadResult& loaded, const IndicatorCase& test);

}  // namespace sekisho
