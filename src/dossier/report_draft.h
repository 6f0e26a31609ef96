// A report file to fill in: what is known stands in it, what only people can say is marked.
#pragma once

#include <string>

#include "diligence/candidate.h"
#include "diligence/vetting.h"
#include "dossier/report_file.h"

namespace sekisho {

// What a candidate's file and its vetting tell. The id and the versions are left to the caller.
ReportFile DraftOfCandidate(const Candidate& candidate, const VetReport& report);

// "r-" and 12 hexadecimal digits that follow from all of the draft. It stands on pages that nobody
// has approved, so it is no hash of the account alone, which could be tried out.
std::string ReportId(ReportFile draft);

// The text of the file (sekisho.report/1), with kToFillIn wherever a person has to say something.
std::string ReportDraftText(const ReportFile& draft);

}  // namespace sekisho
