// The sections of a candidate file behind its head. Used inside of this layer.
#pragma once

#include "diligence/candidate.h"
#include "diligence/object_reader.h"

namespace sekisho {

void ReadSections(ObjectReader* in, Candidate* out);

// The claims of the candidate, or the same as a profile shows them.
Claims ReadClaims(ObjectReader* in);

}  // namespace sekisho
