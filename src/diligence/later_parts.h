// What a candidate file says about a time after its `as_of`: it has not happened yet.
#pragma once

#include <string>
#include <vector>

#include "core/status.h"
#include "diligence/candidate.h"

namespace sekisho {

// Takes every part that has happened after `as_of` out of the candidate, or only the field where
// the rest of the part still holds, and notes each in `left_out`. What is planned stays: the day a
// milestone is due, a shipment that is to be sent. Pure.
void LeaveOutLater(Candidate* candidate);

// A warning for each of Candidate::left_out.
std::vector<Diagnostic> LeftOutRemarks(const Candidate& candidate);
// The same for what any file of that time leaves out.
std::vector<Diagnostic> LeftOutRemarks(const std::string& file, const std::vector<LeftOut>& parts,
                                       int64_t as_of);

}  // namespace sekisho
