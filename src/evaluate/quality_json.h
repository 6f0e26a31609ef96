// The measured quality for programs: one JSON object (docs/truth.md lists its members).
#pragma once

#include <string>

#include "evaluate/quality.h"

namespace sekisho {

// With a line end. Rates and bounds have six digits behind the point; equal qualities give equal
// bytes.
std::string QualityJson(const Outcome& outcome, const Quality& quality);

}  // namespace sekisho
